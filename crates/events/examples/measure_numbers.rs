//! Share of gold figures that `numbers::read_in` reads as the gold does: `measure_numbers CLAIMS.jsonl [show]`.

use dateline_events::numbers::read_in;
use dateline_text::span::Span;
use serde_json::Value;
use std::collections::BTreeMap;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args.first().expect("a claims file");
    let show = args.len() > 1;
    let text = std::fs::read_to_string(path).expect("readable");
    let mut scores: BTreeMap<String, (u32, u32, u32)> = BTreeMap::new();
    for line in text.lines() {
        let document: Value = serde_json::from_str(line).expect("JSON");
        let corpus = document["report"]["corpus"].as_str().unwrap_or("").to_owned();
        for claim in document["claims"].as_array().into_iter().flatten() {
            for field in ["casualties", "counts"] {
                for item in claim[field].as_array().into_iter().flatten() {
                    let score = scores.entry(format!("{field} {corpus}")).or_default();
                    score_item(&document, item, score, show);
                }
            }
        }
    }
    let mut sums: BTreeMap<&str, (u32, u32, u32)> = BTreeMap::new();
    for (key, (all, bounds, both)) in &scores {
        println!(
            "{key:40} {all:5} bounds {:.3} with qualifier {:.3}",
            share(*bounds, *all),
            share(*both, *all)
        );
        let sum = sums.entry(key.split(' ').next().unwrap_or("")).or_default();
        *sum = (sum.0 + all, sum.1 + bounds, sum.2 + both);
    }
    for (key, (all, bounds, both)) in sums {
        println!("{key:40} {all:5} bounds {:.3} with qualifier {:.3}", share(bounds, all), share(both, all));
    }
}

fn share(part: u32, all: u32) -> f64 {
    f64::from(part) / f64::from(all.max(1))
}

fn score_item(document: &Value, item: &Value, score: &mut (u32, u32, u32), show: bool) {
    let text = document["report"]["text"].as_str().unwrap_or("");
    let byte = |point: &Value| {
        let point = usize::try_from(point.as_u64()?).ok()?;
        Some(text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte))
    };
    let (Some(start), Some(end)) = (byte(&item["start"]), byte(&item["end"])) else { return };
    // A hedge outside of the words stands in the same sentence, and never so far as this.
    let span = Span::new(start, end);
    let figure = read_in(text, span);
    let low = figure.and_then(|f| f.low);
    let high = figure.and_then(|f| f.high);
    let qualifier = figure.map(|f| f.qualifier.name());
    let bounds = low == item["low"].as_u64() && high == item["high"].as_u64();
    let both = bounds && qualifier == item["qualifier"].as_str();
    *score = (score.0 + 1, score.1 + u32::from(bounds), score.2 + u32::from(both));
    if show && !both {
        let before: String = text.get(..start).unwrap_or("").chars().rev().take(25).collect();
        let before: String = before.chars().rev().collect();
        let after: String = text.get(end..).unwrap_or("").chars().take(25).collect();
        println!(
            "{} [[{}]] {} | gold {} {} {} | read {low:?} {high:?} {qualifier:?}",
            before.replace('\n', " "),
            span.of(text),
            after.replace('\n', " "),
            item["low"],
            item["high"],
            item["qualifier"]
        );
    }
}
