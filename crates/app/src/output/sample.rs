//! A coded report for tests: an invented sentence with a claim whose every part is filled in.

use super::Coded;
use dateline_events::coding::{Coding, Explanation, FieldWhy, Note};
use dateline_events::record::{
    Casualty, Claim, Event, Evidence, Party, Place, ReportHead, Source, Time, Words,
};
use dateline_events::why::Why;
use dateline_text::offsets::CodePoints;
use dateline_text::report::Report;
use dateline_text::span::Span;

/// The text: two sentences, the second with the claim.
pub const TEXT: &str =
    "Détails were few on Thursday. A blast killed at least 16 people in Qatana, the Harbour Agency said.";

/// The report and its coding.
pub fn coded() -> Coded {
    let report =
        Report { id: "r1".into(), text: TEXT.into(), title: Some("Blast".into()), ..Report::default() };
    let sentences = vec![bytes("Détails were few on Thursday."), bytes(sentence())];
    let notes =
        vec![Note { text: "'Qatana' has two places of that name".into(), words: Some(bytes("Qatana")) }];
    let field = |field: &str, value: &str, words, score, why| FieldWhy {
        field: field.into(),
        value: value.into(),
        words: Some(bytes(words)),
        score,
        why,
    };
    let fields = vec![
        field("event.type", "ASSAULT", "blast", Some(0.93), Why::new("", "")),
        field(
            "places[0].name",
            "Qatana, Syria",
            "Qatana",
            None,
            Why::new("largest of the name", "gazetteer/places.tsv"),
        ),
        field("time.first", "2024-03-07", "Thursday", None, Why::new("weekday before publication", "")),
    ];
    let explanations = vec![Explanation { fields }];
    Coded { report, coding: Coding { sentences, claims: vec![claim()], explanations, notes } }
}

fn sentence() -> &'static str {
    TEXT.split_once(". ").map_or("", |(_, s)| s)
}

fn claim() -> Claim {
    let at = words(sentence());
    let figure = Casualty {
        kind: "killed".into(),
        words: words("at least 16 people"),
        low: Some(16),
        whose: Some("people".into()),
        ..Casualty::default()
    };
    Claim {
        id: "c_1".into(),
        report: ReportHead { id: "r1".into(), ..ReportHead::default() },
        evidence: Evidence {
            sentence: 1,
            start: at.start,
            end: at.end,
            text: at.text,
            trigger: words("blast"),
        },
        event: Event { kind: "ASSAULT".into(), modes: vec!["explosives".into()], ..Event::default() },
        status: "occurred".into(),
        recipients: vec![Party {
            words: words("people"),
            who: Some("people in Qatana".into()),
            ..Party::default()
        }],
        places: vec![Place {
            words: words("Qatana"),
            name: Some("Qatana, Syria".into()),
            ..Place::default()
        }],
        time: Some(time()),
        casualties: vec![figure],
        sources: vec![Source {
            words: words("the Harbour Agency"),
            who: Some("Harbour Agency".into()),
            ..Source::default()
        }],
        confidence: 0.87,
        ..Claim::default()
    }
}

fn time() -> Time {
    let Words { text, start, end } = words("Thursday");
    let day = Some("2024-03-07".to_owned());
    let (first, last) = (day.clone(), day);
    Time {
        text: Some(text),
        start: Some(start),
        end: Some(end),
        first,
        last,
        part: None,
        basis: Some("inherited".into()),
    }
}

fn bytes(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn words(text: &str) -> Words {
    let (span, points) = (bytes(text), CodePoints::new(TEXT));
    Words { text: text.into(), start: points.of(span.start), end: points.of(span.end) }
}
