//! Measures the resolver of places on corpora of toponyms with coordinates, the toponyms given: LGL (Lieberman et al. 2010)
//! and GeoVirus (Gritta et al. 2018), as the latter's evaluation does.

use anyhow::{Context, Result};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::gazetteer::geometry::distance_km;
use dateline_events::places::{Resolution, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Kilometres within which a place counts as found: 100 miles, as is customary, and a town's reach.
const WITHIN: [f64; 2] = [161.0, 10.0];
/// The error of a toponym that gets no place: half of the way round the world.
const LOST: f64 = 20_039.0;

#[derive(Deserialize)]
struct Corpus {
    #[serde(rename = "article", default)]
    articles: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    text: String,
    #[serde(default)]
    toponyms: Toponyms,
    #[serde(default)]
    locations: Locations,
}

#[derive(Default, Deserialize)]
struct Toponyms {
    #[serde(rename = "toponym", default)]
    all: Vec<Toponym>,
}

#[derive(Deserialize)]
struct Toponym {
    start: usize,
    end: usize,
    gaztag: Option<Point>,
}

#[derive(Default, Deserialize)]
struct Locations {
    #[serde(rename = "location", default)]
    all: Vec<Location>,
}

#[derive(Deserialize)]
struct Location {
    start: usize,
    end: usize,
    lat: f64,
    lon: f64,
}

#[derive(Deserialize)]
struct Point {
    lat: f64,
    lon: f64,
}

/// A toponym's place in the text, in code points, and where it is.
type Gold = (usize, usize, (f64, f64));

/// What became of one toponym.
struct Outcome {
    error: f64,
    /// A place of that name within 161 km is in the gazetteer.
    held: bool,
    resolved: bool,
}

/// Prints a line of figures for each corpus; with `errors`, every toponym that is more than 161 km off.
pub fn measure(pack: &Path, corpora: &[PathBuf], errors: bool) -> Result<()> {
    let bytes = std::fs::read(pack).with_context(|| format!("reading {}", pack.display()))?;
    let gazetteer = Gazetteer::from_bytes(bytes)?;
    corpora.iter().try_for_each(|file| of_corpus(&gazetteer, file, errors))
}

fn of_corpus(gazetteer: &Gazetteer, file: &Path, errors: bool) -> Result<()> {
    let mut text = String::new();
    let packed = std::fs::File::open(file).with_context(|| format!("opening {}", file.display()))?;
    GzDecoder::new(packed).read_to_string(&mut text)?;
    let corpus: Corpus =
        quick_xml::de::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
    let mut outcomes = Vec::new();
    for article in &corpus.articles {
        outcomes.extend(of_article(gazetteer, article, errors));
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    println!("{name}: {} articles, {}", corpus.articles.len(), figures(&mut outcomes));
    Ok(())
}

fn of_article(gazetteer: &Gazetteer, article: &Article, errors: bool) -> Vec<Outcome> {
    let toponyms = article.toponyms.all.iter().filter_map(|t| {
        let point = t.gaztag.as_ref()?;
        Some((t.start, t.end, (point.lat, point.lon)))
    });
    // GeoVirus counts from one.
    let locations = article
        .locations
        .all
        .iter()
        .map(|l| (l.start.saturating_sub(1), l.end.saturating_sub(1), (l.lat, l.lon)));
    let gold: Vec<Gold> = toponyms.chain(locations).collect();
    let mut bytes: Vec<usize> = article.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(article.text.len());
    let byte = |n: usize| bytes[n.min(bytes.len() - 1)];
    let mentions: Vec<Span> =
        gold.iter().map(|(start, end, _)| Span::new(byte(*start), byte(*end))).collect();
    let report = Report { text: article.text.clone(), ..Report::default() };
    let sentences = sentences(&report.text);
    let answers = resolve_report(gazetteer, &Scene { report: &report, sentences: &sentences }, &mentions);
    let judged = gold.iter().zip(&mentions).zip(&answers);
    judged
        .map(|(((_, _, point), mention), answer)| {
            let words = report.text.get(mention.start..mention.end).unwrap_or_default();
            let outcome = judge(gazetteer, words, *point, answer);
            if errors && outcome.error > WITHIN[0] {
                let got = answer.place.as_ref().map(|p| p.name.as_str()).unwrap_or_default();
                println!(
                    "{words}\t{point:?}\t{got}\t{:.0} km\theld {}\t{}",
                    outcome.error, outcome.held, answer.why.rule
                );
            }
            outcome
        })
        .collect()
}

/// Stops with a space behind them: good enough for a resolver that asks only which mentions stand together.
fn sentences(text: &str) -> Vec<Span> {
    let mut from = 0;
    let mut spans: Vec<Span> = text
        .match_indices(". ")
        .map(|(at, _)| Span::new(std::mem::replace(&mut from, at + 2), at + 1))
        .collect();
    spans.push(Span::new(from, text.len()));
    spans
}

fn judge(gazetteer: &Gazetteer, words: &str, gold: (f64, f64), answer: &Resolution) -> Outcome {
    let found = answer.place.as_ref().and_then(|p| Some((p.lat?, p.lon?)));
    let mut named = gazetteer.candidates(words).into_iter().map(|c| (c.place.lat, c.place.lon));
    Outcome {
        error: found.map_or(LOST, |place| distance_km(place, gold)),
        held: named.any(|place| distance_km(place, gold) <= WITHIN[0]),
        resolved: found.is_some(),
    }
}

fn figures(outcomes: &mut [Outcome]) -> String {
    outcomes.sort_by(|a, b| a.error.total_cmp(&b.error));
    let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let within = |km: f64, held: bool| outcomes.iter().filter(|o| o.error <= km && (o.held || !held)).count();
    let (all, held) = (outcomes.len(), outcomes.iter().filter(|o| o.held).count());
    let resolved = outcomes.iter().filter(|o| o.resolved).count();
    let median = outcomes.get(all / 2).map_or(LOST, |o| o.error);
    format!(
        "{all} toponyms, {resolved} resolved; within 161 km {:.3}, within 10 km {:.3}, median error {median:.1} km; \
         the gazetteer holds {:.3}, of these within 161 km {:.3}, within 10 km {:.3}",
        share(within(WITHIN[0], false), all),
        share(within(WITHIN[1], false), all),
        share(held, all),
        share(within(WITHIN[0], true), held),
        share(within(WITHIN[1], true), held),
    )
}
