//! Share of gold times that `times::resolve` resolves as the gold does: `measure_times CLAIMS.jsonl [show | shifted]`.
//!
//! `show` lists those that differ; `shifted` leaves the preposition out of the words, or takes it in, as a model may.

use dateline_events::scene::Scene;
use dateline_events::times::{Anchors, Moment, Partial, Tense, find, resolve};
use dateline_text::report::Report;
use dateline_text::span::Span;
use serde_json::Value;
use std::collections::BTreeMap;

/// Words that a predicted span may lack or have.
const LEADS: [&str; 8] = ["on", "in", "since", "until", "by", "at", "during", "the"];

/// The span with its first word left out, where that is a preposition, or with the preposition before it taken in.
fn shifted(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let first = words.split(' ').next().unwrap_or("");
    if LEADS.contains(&first.to_lowercase().as_str()) && words.len() > first.len() {
        return Span::new(span.start + first.len() + 1, span.end);
    }
    let before = text.get(..span.start).unwrap_or("").trim_end();
    let last = before.rsplit([' ', '\n']).next().unwrap_or("");
    if LEADS.contains(&last.to_lowercase().as_str()) {
        Span::new(before.len() - last.len(), span.end)
    } else {
        span
    }
}

/// Gold times, those resolved alike; of the gold times whose first day is given, all and those resolved alike; and
/// times resolved where the gold leaves the first day open.
/// Last, gold times that `find` finds at least in part.
type Score = [u32; 6];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args.first().expect("a claims file");
    let text = std::fs::read_to_string(path).expect("readable");
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for line in text.lines() {
        let document: Value = serde_json::from_str(line).expect("JSON");
        measure(&document, &mut scores, args.iter().any(|a| a == "show"));
    }
    let mut sum = Score::default();
    for (corpus, score) in &scores {
        show(corpus, *score);
        sum.iter_mut().zip(score).for_each(|(a, b)| *a += b);
    }
    show("all", sum);
}

fn show(corpus: &str, [all, hit, dated, dated_hit, extra, seen]: Score) {
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
    let (a, b) = (share(hit, all), share(dated_hit, dated));
    println!(
        "{corpus:24} {all:5} alike {a:.3}  dated {dated:5} alike {b:.3}  beyond the gold {extra:3}  found {:.3}",
        share(seen, all)
    );
}

fn measure(document: &Value, scores: &mut BTreeMap<String, Score>, verbose: bool) {
    let head = &document["report"];
    let text = head["text"].as_str().unwrap_or("").to_owned();
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let byte = |point: &Value| point.as_u64().and_then(|p| bytes.get(usize::try_from(p).ok()?).copied());
    let sentence = |pair: &Value| Some(Span::new(byte(&pair[0])?, byte(&pair[1])?));
    let sentences: Vec<Span> =
        head["sentences"].as_array().into_iter().flatten().filter_map(sentence).collect();
    let published = head["published"].as_str().and_then(|d| d.parse().ok());
    let title = head["title"].as_str().map(str::to_owned);
    let report = Report { text, published, title, ..Report::default() };
    let scene = Scene { report: &report, sentences: &sentences };
    let anchors = Anchors::of(&scene);
    let score = scores.entry(head["corpus"].as_str().unwrap_or("").to_owned()).or_default();
    for claim in document["claims"].as_array().into_iter().flatten() {
        let time = &claim["time"];
        let (Some(start), Some(end)) = (byte(&time["start"]), byte(&time["end"])) else { continue };
        let span = Span::new(start, end);
        let span = if std::env::args().any(|a| a == "shifted") { shifted(&report.text, span) } else { span };
        if let Some(number) = scene.sentence_of(span) {
            let base = sentences[number];
            let here = Span::new(span.start - base.start, span.end - base.start);
            score[5] += u32::from(find(scene.words(base)).iter().any(|f| f.touches(here)));
        }
        let tense = if claim["status"] == "future" { Tense::Future } else { Tense::Past };
        let moment = anchors.moment(&scene, span, tense);
        one(time, &scene, span, &moment, score, verbose);
    }
}

fn one(time: &Value, scene: &Scene, span: Span, moment: &Moment, score: &mut Score, verbose: bool) {
    let words = scene.words(span);
    let reading = resolve(words, moment);
    let shown = |p: Option<Partial>| p.map(|p| p.to_string());
    let first = reading.as_ref().and_then(|r| shown(r.first));
    let last = reading.as_ref().and_then(|r| shown(r.last));
    let alike = first.as_deref() == time["first"].as_str() && last.as_deref() == time["last"].as_str();
    score[0] += 1;
    score[1] += u32::from(alike);
    if time["first"].is_string() {
        score[2] += 1;
        score[3] += u32::from(alike);
    } else {
        score[4] += u32::from(first.is_some());
    }
    if verbose && !alike {
        let text = &scene.report.text;
        let before: String = text.get(..span.start).unwrap_or("").chars().rev().take(40).collect();
        let before: String = before.chars().rev().collect();
        let after: String = text.get(span.end..).unwrap_or("").chars().take(20).collect();
        let published = moment.published.map(|d| d.to_string()).unwrap_or_default();
        let anchor =
            moment.anchor.map(|a| format!("{:?}", a.end().map(|p| p.to_string()))).unwrap_or_default();
        println!(
            "{published} {} [[{words}]] {} | gold {} {} | read {first:?} {last:?} | {} anchor {anchor} year {:?}",
            before.replace('\n', " "),
            after.replace('\n', " "),
            time["first"].as_str().unwrap_or("-"),
            time["last"].as_str().unwrap_or("-"),
            reading.map_or("", |r| r.rule),
            moment.year
        );
    }
}
