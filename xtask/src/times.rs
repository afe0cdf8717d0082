//! Measures the resolver of times on gold claims, with the gold words given.

use anyhow::{Context, Result};
use dateline_events::scene::Scene;
use dateline_events::times::{Anchors, Partial, Reading, Tense, resolve};
use dateline_text::report::Report;
use dateline_text::span::Span;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    report: GoldReport,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct GoldReport {
    id: String,
    text: String,
    title: Option<String>,
    published: Option<String>,
    sentences: Vec<(usize, usize)>,
    corpus: String,
}

#[derive(Deserialize)]
struct GoldClaim {
    status: String,
    time: Option<GoldTime>,
}

/// The words of a time and what they mean; without first and last they are a duration, or leave the days open.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct GoldTime {
    start: usize,
    end: usize,
    first: Option<String>,
    last: Option<String>,
}

#[derive(Default)]
struct Counts {
    times: usize,
    exact: usize,
    days: usize,
    first: usize,
    unresolved: usize,
    /// Words that gold gives no day for, and those of them that the resolver gives one for.
    open: usize,
    given: usize,
}

/// Prints, for each corpus of the claims file `claims`, how many words for a time there are (the words of several claims
/// of one report once), the share that agrees with gold exactly, that covers the same days (2012-02 and 2012-02-01/2012-02-29 do), that
/// begins on the same day, and that is unresolved; and of the words that gold has no day for, the share that the resolver
/// gives one. With `errors`, every one that does not cover the same days as well.
pub fn measure(claims: &Path, errors: bool) -> Result<()> {
    let text = std::fs::read_to_string(claims).with_context(|| format!("reading {}", claims.display()))?;
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for line in text.lines() {
        let line: Line = serde_json::from_str(line)?;
        for (gold, reading) in readings(&line) {
            for key in [line.report.corpus.as_str(), "all"] {
                tally(counts.entry(key.into()).or_default(), &gold, reading.as_ref());
            }
            if errors && !same_days(&gold, reading.as_ref()) {
                show(&line.report, &gold, reading.as_ref());
            }
        }
    }
    for (corpus, c) in &counts {
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        println!(
            "{corpus:24} {:5} times  exact {:.3}  days {:.3}  first day {:.3}  unresolved {:.3}; {:4} without a day, given one {:.3}",
            c.times,
            share(c.exact, c.times),
            share(c.days, c.times),
            share(c.first, c.times),
            share(c.unresolved, c.times),
            c.open,
            share(c.given, c.open)
        );
    }
    Ok(())
}

/// The gold times of a report, each once, with what the resolver makes of their words.
fn readings(line: &Line) -> Vec<(GoldTime, Option<Reading>)> {
    let text = &line.report.text;
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let span = |a: usize, b: usize| Span::new(bytes[a.min(bytes.len() - 1)], bytes[b.min(bytes.len() - 1)]);
    let sentences: Vec<Span> = line.report.sentences.iter().map(|(a, b)| span(*a, *b)).collect();
    let report = Report {
        text: text.clone(),
        title: line.report.title.clone(),
        published: line.report.published.as_deref().and_then(|day| day.parse().ok()),
        ..Report::default()
    };
    let scene = Scene { report: &report, sentences: &sentences };
    let anchors = Anchors::of(&scene);
    let read = |gold: &GoldTime, future: bool| {
        let span = span(gold.start, gold.end);
        let tense = if future { Tense::Future } else { Tense::Past };
        resolve(scene.words(span), &anchors.moment(&scene, span, tense))
    };
    let claims = line.claims.iter().filter_map(|c| Some((c.time.clone()?, c.status == "future")));
    let once: BTreeSet<(GoldTime, bool)> = claims.collect();
    once.into_iter().map(|(gold, future)| (gold.clone(), read(&gold, future))).collect()
}

fn tally(counts: &mut Counts, gold: &GoldTime, reading: Option<&Reading>) {
    if gold.first.is_none() && gold.last.is_none() {
        counts.open += 1;
        counts.given += usize::from(reading.is_some());
        return;
    }
    counts.times += 1;
    counts.exact += usize::from(agrees(gold, reading));
    counts.days += usize::from(same_days(gold, reading));
    let (first, _) = days_of(gold);
    counts.first += usize::from(reading.is_some_and(|r| r.first.map(Partial::first_day) == first));
    counts.unresolved += usize::from(reading.is_none());
}

fn agrees(gold: &GoldTime, reading: Option<&Reading>) -> bool {
    let shown = |point: Option<Partial>| point.map(|p| p.to_string());
    let got = reading.map_or((None, None), |r| (shown(r.first), shown(r.last)));
    got == (gold.first.clone(), gold.last.clone())
}

fn same_days(gold: &GoldTime, reading: Option<&Reading>) -> bool {
    let got =
        reading.map_or((None, None), |r| (r.first.map(Partial::first_day), r.last.map(Partial::last_day)));
    got == days_of(gold)
}

/// The first and last day of gold, so far as it has them.
fn days_of(gold: &GoldTime) -> (Option<Date>, Option<Date>) {
    let point = |text: &Option<String>| text.as_ref()?.parse::<Partial>().ok();
    (point(&gold.first).map(Partial::first_day), point(&gold.last).map(Partial::last_day))
}

/// The report, its day, the words with what stands before them, gold's days, the resolver's, and its rule.
fn show(report: &GoldReport, gold: &GoldTime, reading: Option<&Reading>) {
    let cut = |from: usize, to: usize| -> String {
        report
            .text
            .chars()
            .skip(from)
            .take(to.saturating_sub(from))
            .map(|c| if c == '\n' { ' ' } else { c })
            .collect()
    };
    let before = cut(gold.start.saturating_sub(40), gold.start);
    let after = cut(gold.end, gold.end + 30);
    let end = |text: Option<String>| text.unwrap_or_else(|| "..".to_owned());
    let got = reading.map_or_else(
        || "-".to_owned(),
        |r| format!("{}/{}", end(r.first.map(|p| p.to_string())), end(r.last.map(|p| p.to_string()))),
    );
    println!(
        "{}\t{}\t{before}[{}]{after}\t{}/{}\t{got}\t{}",
        report.id,
        report.published.as_deref().unwrap_or_default(),
        cut(gold.start, gold.end),
        end(gold.first.clone()),
        end(gold.last.clone()),
        reading.map_or("", |r| r.rule)
    );
}
