//! Measures who is who on annotated reports: `score_parties DATA CLAIMS.jsonl [dump]`.
//!
//! Gold words are given, so that what is measured is the naming alone. Accuracies as the reference scorer judges them:
//! country and sector where gold or prediction has one, kind of every source, names folded to their words. With `dump`,
//! one line for each mention follows, for a look at the errors.

use dateline_events::parties::{ActorTables, Actors, PartyMention, PartyReading, resolve_report};
use dateline_events::record::{Claim, Party, Source};
use dateline_events::scene::Scene;
use dateline_events::sources::{self, SourceMention, SourceReading};
use dateline_text::report::Report;
use dateline_text::span::Span;
use serde::Deserialize;
use std::path::Path;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Line {
    report: Gold,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    title: Option<String>,
    publisher: Option<String>,
    dateline: Option<String>,
    published: Option<String>,
    sentences: Vec<(usize, usize)>,
}

#[derive(Default)]
struct Tally {
    right: u32,
    of: u32,
}

impl Tally {
    fn judge(&mut self, right: bool) {
        self.of += 1;
        self.right += u32::from(right);
    }

    fn show(&self, label: &str) {
        println!("{label:28} {:.4} of {}", f64::from(self.right) / f64::from(self.of.max(1)), self.of);
    }
}

#[derive(Default)]
struct Scores {
    country: Tally,
    sector: Tally,
    who: Tally,
    kind: Tally,
    source: Tally,
    cue: Tally,
    open_sector: Tally,
    phrases: u32,
    spent: Duration,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, data, claims, rest @ ..] = arguments.as_slice() else {
        return Err("DATA CLAIMS.jsonl [dump]".into());
    };
    let read = |name: &str| std::fs::read_to_string(Path::new(data).join(name));
    let texts = [
        "actors/countries.tsv",
        "actors/places.tsv",
        "actors/places-geonames.tsv",
        "actors/groups.tsv",
        "actors/bodies.tsv",
        "actors/leaders.tsv",
        "actors/roles.tsv",
        "actors/words.tsv",
        "actors/force.tsv",
        "sources/cues.tsv",
    ]
    .map(read);
    let [countries, places, places_geonames, groups, bodies, leaders, roles, words, force, cues] = texts;
    let start = Instant::now();
    let actors = Actors::from_tables(&ActorTables {
        countries: &countries?,
        places: &places?,
        places_geonames: &places_geonames?,
        groups: &groups?,
        bodies: &bodies?,
        leaders: &leaders?,
        roles: &roles?,
        words: &words?,
        force: &force?,
        cues: &cues?,
    })?;
    println!("tables loaded in {:?}", start.elapsed());
    let mut scores = Scores::default();
    for line in std::fs::read_to_string(claims)?.lines() {
        report(&actors, &serde_json::from_str::<Line>(line)?, &mut scores, !rest.is_empty());
    }
    scores.country.show("country of the party");
    scores.sector.show("sector of the party");
    scores.who.show("who of the party");
    scores.open_sector.show("sector open to a hint");
    scores.kind.show("kind of the source");
    scores.source.show("who of the source");
    scores.cue.show("cue of the source");
    println!("{:.0} phrases/s", f64::from(scores.phrases) / scores.spent.as_secs_f64());
    Ok(())
}

fn report(actors: &Actors, line: &Line, scores: &mut Scores, dump: bool) {
    let gold = &line.report;
    let bytes: Vec<usize> = gold.text.char_indices().map(|(b, _)| b).chain([gold.text.len()]).collect();
    let span = |start: usize, end: usize| Span::new(bytes[start], bytes[end]);
    let report = Report {
        id: gold.id.clone(),
        text: gold.text.clone(),
        title: gold.title.clone(),
        publisher: gold.publisher.clone(),
        dateline: gold.dateline.clone(),
        published: gold.published.as_deref().and_then(|d| d.parse().ok()),
        url: None,
    };
    let sentences: Vec<Span> = gold.sentences.iter().map(|(a, b)| span(*a, *b)).collect();
    let scene = Scene { report: &report, sentences: &sentences };
    let parties: Vec<&Party> =
        line.claims.iter().flat_map(|c| c.actors.iter().chain(&c.recipients)).collect();
    let places: Vec<Span> = parties.iter().map(|p| span(p.words.start, p.words.end)).collect();
    let mentions: Vec<PartyMention<'_>> = places
        .iter()
        .map(|s| PartyMention { span: *s, sentence: scene.sentence_of(*s).unwrap_or(0), sector_hint: None })
        .collect();
    let cited: Vec<&Source> = line.claims.iter().flat_map(|c| &c.sources).collect();
    let sources: Vec<SourceMention<'_>> = cited
        .iter()
        .map(|s| span(s.words.start, s.words.end))
        .map(|s| SourceMention { span: s, sentence: scene.sentence_of(s).unwrap_or(0), kind_hint: None })
        .collect();
    let start = Instant::now();
    let read = resolve_report(actors, &scene, &mentions);
    let said = sources::resolve_report(actors, &scene, &sources);
    scores.spent += start.elapsed();
    scores.phrases += u32::try_from(read.len() + said.len()).unwrap_or(0);
    let sentence = |n: usize| sentences.get(n).map_or("", |s| s.of(&report.text)).replace(['\n', '\t'], " ");
    for ((p, r), m) in parties.iter().zip(&read).zip(&mentions) {
        judge_party(scores, p, r);
        if dump {
            println!(
                "P\t{}\t{}\t{:?}\t{:?}\t{:?}\t{:?}\t{:?}\t{:?}\t{}\t{}",
                gold.id,
                p.words.text.replace('\n', " "),
                p.who,
                p.country,
                p.sector,
                r.who,
                r.country,
                r.sector,
                r.why.rule,
                sentence(m.sentence)
            );
        }
    }
    for ((s, r), m) in cited.iter().zip(&said).zip(&sources) {
        judge_source(scores, s, r);
        if dump {
            println!(
                "S\t{}\t{}\t{:?}\t{:?}\t{:?}\t{:?}\t{:?}\t{:?}\t{}\t{}",
                gold.id,
                s.words.text.replace('\n', " "),
                s.who,
                s.kind,
                s.cue,
                r.who,
                r.kind,
                r.cue,
                r.why.rule,
                sentence(m.sentence)
            );
        }
    }
}

fn judge_party(scores: &mut Scores, gold: &Party, read: &PartyReading) {
    if gold.country.is_some() || read.country.is_some() {
        scores.country.judge(gold.country == read.country);
    }
    if gold.sector.is_some() || read.sector.is_some() {
        scores.sector.judge(gold.sector == read.sector);
    }
    scores.open_sector.judge(read.id.as_deref().is_none_or(|id| id.starts_with("country")));
    scores.who.judge(folded(gold.who.as_deref()) == folded(read.who.as_deref()));
}

fn judge_source(scores: &mut Scores, gold: &Source, read: &SourceReading) {
    scores.kind.judge(gold.kind == read.kind);
    scores.source.judge(folded(gold.who.as_deref()) == folded(read.who.as_deref()));
    if gold.cue.is_some() || read.cue.is_some() {
        scores.cue.judge(folded(gold.cue.as_deref()) == folded(read.cue.as_deref()));
    }
}

/// A name as the reference scorer compares it: lower-case words.
fn folded(name: Option<&str>) -> String {
    let lower = name.unwrap_or("").to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}
