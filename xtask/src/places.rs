//! Measures the resolver of places on gold claims, with the gold words given.

use anyhow::{Context, Result};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::places::{Resolution, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[derive(Deserialize)]
struct Line {
    report: GoldReport,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct GoldReport {
    text: String,
    title: Option<String>,
    dateline: Option<String>,
    sentences: Vec<(usize, usize)>,
    corpus: String,
}

#[derive(Deserialize)]
struct GoldClaim {
    places: Vec<GoldPlace>,
}

#[derive(Deserialize)]
struct GoldPlace {
    start: usize,
    end: usize,
    name: Option<String>,
}

#[derive(Default)]
struct Counts {
    places: usize,
    named: usize,
    located: usize,
    countries: usize,
    right_countries: usize,
}

/// Prints, for each corpus of the claims file `claims`, the share of gold places whose first part is right, that have
/// coordinates, and whose country is right where the gold name ends with one. With `errors`, every wrong one as well.
pub fn measure(pack: &Path, claims: &Path, errors: bool) -> Result<()> {
    let bytes = std::fs::read(pack).with_context(|| format!("reading {}", pack.display()))?;
    let begun = Instant::now();
    let gazetteer = Gazetteer::from_bytes(bytes)?;
    eprintln!("opened in {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    let text = std::fs::read_to_string(claims).with_context(|| format!("reading {}", claims.display()))?;
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let (mut seconds, mut letters) = (0.0, 0);
    for line in text.lines() {
        let line: Line = serde_json::from_str(line)?;
        let begun = Instant::now();
        let answers = answers(&gazetteer, &line);
        seconds += begun.elapsed().as_secs_f64();
        letters += line.report.text.len();
        for (gold, answer) in line.claims.iter().flat_map(|c| &c.places).zip(answers) {
            for key in [line.report.corpus.as_str(), "all"] {
                tally(&gazetteer, counts.entry(key.into()).or_default(), gold, &answer);
            }
            let located = answer.place.as_ref().is_some_and(|p| p.lat.is_some());
            if errors && !(first_agrees(gold, &answer) && located) {
                let words: String =
                    line.report.text.chars().skip(gold.start).take(gold.end - gold.start).collect();
                let got = answer.place.as_ref().map(|p| p.name.as_str()).unwrap_or_default();
                let gold = gold.name.as_deref().unwrap_or_default();
                println!(
                    "{}\t{words}\t{gold}\t{got}\t{}\t{:?}",
                    line.report.corpus, answer.why.rule, answer.note
                );
            }
        }
    }
    for (corpus, c) in &counts {
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        println!(
            "{corpus:24} {:5} places  name {:.3}  coordinates {:.3}  country {:.3} of {}",
            c.places,
            share(c.named, c.places),
            share(c.located, c.places),
            share(c.right_countries, c.countries),
            c.countries
        );
    }
    eprintln!("{letters} bytes of text in {seconds:.2} s");
    Ok(())
}

fn answers(gazetteer: &Gazetteer, line: &Line) -> Vec<Resolution> {
    let text = &line.report.text;
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let span = |a: usize, b: usize| Span::new(bytes[a.min(bytes.len() - 1)], bytes[b.min(bytes.len() - 1)]);
    let sentences: Vec<Span> = line.report.sentences.iter().map(|(a, b)| span(*a, *b)).collect();
    let mentions: Vec<Span> =
        line.claims.iter().flat_map(|c| &c.places).map(|p| span(p.start, p.end)).collect();
    let report = Report {
        text: text.clone(),
        title: line.report.title.clone(),
        dateline: line.report.dateline.clone(),
        ..Report::default()
    };
    resolve_report(gazetteer, &Scene { report: &report, sentences: &sentences }, &mentions)
}

fn tally(gazetteer: &Gazetteer, counts: &mut Counts, gold: &GoldPlace, answer: &Resolution) {
    counts.places += 1;
    counts.named += usize::from(first_agrees(gold, answer));
    counts.located += usize::from(answer.place.as_ref().is_some_and(|p| p.lat.is_some()));
    let last = gold.name.as_deref().and_then(|n| n.rsplit(',').next()).unwrap_or_default().trim();
    let country = gazetteer.candidates(last).into_iter().find(|c| c.place.kind.precision() == "country");
    if let Some(country) = country.and_then(|c| gazetteer.country(&c.place.country)) {
        counts.countries += 1;
        let right = answer.place.as_ref().and_then(|p| p.country.as_ref()) == Some(&country.iso3);
        counts.right_countries += usize::from(right);
    }
}

fn first_agrees(gold: &GoldPlace, answer: &Resolution) -> bool {
    let first = |name: &str| normal(name.split(',').next().unwrap_or_default());
    let got = answer.place.as_ref().map(|p| first(&p.name)).unwrap_or_default();
    got == first(gold.name.as_deref().unwrap_or_default())
}

/// As the reference scorer compares names: without case, diacritics and punctuation.
fn normal(name: &str) -> String {
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let words = plain.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
