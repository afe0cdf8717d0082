//! The corpus as it comes: JSON lines, gzipped, each with a text and spans labelled VERB and LOCATION, in code points.

use anyhow::{Context, Result};
use dateline_text::span::Span;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::HashSet;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// A text with one verb, and where what it names happened: nowhere that the text names, where `locations` is empty.
pub struct Case {
    pub text: String,
    pub verb: Span,
    pub locations: Vec<Span>,
}

/// How many texts are not used, and why.
#[derive(Debug, Default, PartialEq)]
pub struct LeftOut {
    /// The annotator's answer is not 'accept'; null, as in the texts of the first annotator, is taken for one.
    refused: usize,
    /// Not one verb.
    verbs: usize,
    /// A place that is no name: in the sources AP, Xinhua, Atrocities and wiki some places are numbers of words, not of
    /// characters, and fall anywhere.
    broken: usize,
    /// The same verb of the same text again.
    repeated: usize,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    answer: Option<String>,
    spans: Vec<Labelled>,
}

#[derive(Deserialize)]
struct Labelled {
    start: usize,
    end: usize,
    label: String,
}

impl Case {
    /// A span of code points as a span of bytes; what lies past the end is at the end.
    pub fn bytes(&self, start: usize, end: usize) -> Span {
        bytes(&self.text, start, end)
    }
}

fn bytes(text: &str, start: usize, end: usize) -> Span {
    let byte = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    Span::new(byte(start), byte(end))
}

/// Reads the corpus.
pub fn read(file: &Path) -> Result<(Vec<Case>, LeftOut)> {
    let packed = std::fs::File::open(file).with_context(|| format!("opening {}", file.display()))?;
    let (mut left_out, mut seen, mut cases) = (LeftOut::default(), HashSet::new(), Vec::new());
    for (n, line) in BufReader::new(GzDecoder::new(packed)).lines().enumerate() {
        let line = line.with_context(|| format!("{}: give the corpus gzipped", file.display()))?;
        let at = || format!("{}:{}: no line of the corpus of event places", file.display(), n + 1);
        let Some(case) = case(serde_json::from_str(&line).with_context(at)?, &mut left_out) else { continue };
        if seen.insert((case.text.clone(), case.verb)) {
            cases.push(case);
        } else {
            left_out.repeated += 1;
        }
    }
    Ok((cases, left_out))
}

fn case(line: Line, left_out: &mut LeftOut) -> Option<Case> {
    let labelled = |label: &'static str| {
        let spans = line.spans.iter().filter(move |s| s.label == label);
        spans.map(|s| bytes(&line.text, s.start, s.end)).collect::<Vec<_>>()
    };
    let (verbs, locations) = (labelled("VERB"), labelled("LOCATION"));
    if line.answer.is_some_and(|answer| answer != "accept") {
        left_out.refused += 1;
        return None;
    }
    let [verb] = verbs[..] else {
        left_out.verbs += 1;
        return None;
    };
    if !locations.iter().all(|span| is_name(&line.text, *span)) {
        left_out.broken += 1;
        return None;
    }
    Some(Case { verb, locations, text: line.text })
}

/// True for words that begin where a word begins and have a capital letter, as every name of a place has.
fn is_name(text: &str, span: Span) -> bool {
    let words = span.of(text).trim();
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let cut = inside(text.get(..span.start).and_then(|t| t.chars().next_back()))
        && inside(span.of(text).chars().next());
    !cut && words.chars().count() > 1 && words.chars().any(char::is_uppercase)
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { refused, verbs, broken, repeated } = self;
        write!(
            f,
            "{broken} with a place that is no name, {repeated} repeated, {verbs} without one verb, {refused} refused"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(spans: &str, answer: &str) -> (Option<Case>, LeftOut) {
        let line =
            format!(r#"{{"text": "À Taiz, rebels shot a man.", "answer": {answer}, "spans": [{spans}]}}"#);
        let mut left_out = LeftOut::default();
        (case(serde_json::from_str(&line).unwrap(), &mut left_out), left_out)
    }

    #[test]
    fn offsets_count_code_points() {
        let verb = r#"{"start": 15, "end": 19, "label": "VERB"}"#;
        let place = r#"{"start": 2, "end": 6, "label": "LOCATION"}"#;
        let (case, left_out) = read(&format!("{place}, {verb}"), "null");
        let case = case.unwrap();
        assert_eq!(case.verb.of(&case.text), "shot");
        assert_eq!(case.locations.iter().map(|l| l.of(&case.text)).collect::<Vec<_>>(), ["Taiz"]);
        assert_eq!(left_out, LeftOut::default());
    }

    #[test]
    fn what_cannot_be_used_is_counted() {
        let verb = r#"{"start": 15, "end": 19, "label": "VERB"}"#;
        let place = |start: usize, end: usize| {
            read(
                &format!(r#"{{"start": {start}, "end": {end}, "label": "LOCATION"}}, {verb}"#),
                r#""accept""#,
            )
            .1
        };
        let broken = LeftOut { broken: 1, ..LeftOut::default() };
        assert_eq!([place(1, 1), place(3, 6), place(8, 14), place(90, 99)].map(|l| l == broken), [true; 4]);
        assert_eq!(read(verb, r#""reject""#).1, LeftOut { refused: 1, ..LeftOut::default() });
        assert_eq!(read(&format!("{verb}, {verb}"), "null").1, LeftOut { verbs: 1, ..LeftOut::default() });
    }
}
