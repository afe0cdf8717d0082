//! A claim explained: its sentence with every span marked, then each field with what it rests on.

pub mod fields;
pub mod mark;
pub mod underline;

use crate::output::Coded;
use crate::terminal::clean::clean;
use crate::terminal::paint::{Colour, Paint};
use dateline_events::record::Claim;
use dateline_text::offsets::CodePoints;
use dateline_text::span::Span;
use mark::{Mark, marks};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How to show it.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns to use.
    pub width: usize,
    /// Colour or none.
    pub paint: Paint,
}

/// Writes the claim number `n` of `coded`.
pub fn write(coded: &Coded, n: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let Some(claim) = coded.coding.claims.get(n) else { return Ok(()) };
    writeln!(out, "{}", title(claim, look.paint))?;
    for (sentence, marks) in by_sentence(coded, claim) {
        let name = format!("sentence {sentence}:");
        writeln!(out, "\n{}", look.paint.colour(Colour::Dim, &name))?;
        let (text, start) = sentence_text(coded, claim, sentence);
        for line in underline::lines(text, start, &marks, look) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    if let Some(explanation) = coded.coding.explanations.get(n) {
        fields::write(explanation, &coded.report.text, look, out)?;
    }
    Ok(())
}

fn title(claim: &Claim, paint: Paint) -> String {
    let modes = if claim.event.modes.is_empty() {
        String::new()
    } else {
        format!(" {}", claim.event.modes.join(", "))
    };
    let kind = paint.bold(&clean(&format!("{}{modes}", claim.event.kind)));
    format!("{}  {kind}  {}  confidence {:.2}", clean(&claim.id), clean(&claim.status), claim.confidence)
}

/// The marks of a claim by the number of the sentence that they stand in: its own sentence first.
fn by_sentence(coded: &Coded, claim: &Claim) -> Vec<(usize, Vec<Mark>)> {
    let points = CodePoints::new(&coded.report.text);
    let starts: Vec<usize> = coded.coding.sentences.iter().map(|s| points.of(s.start)).collect();
    let own = claim.evidence.sentence;
    let mut found: BTreeMap<usize, Vec<Mark>> = BTreeMap::from([(own, Vec::new())]);
    for mark in marks(claim) {
        let inside = claim.evidence.start <= mark.start && mark.start < claim.evidence.end;
        let other = starts.partition_point(|start| *start <= mark.start).saturating_sub(1);
        found.entry(if inside { own } else { other }).or_default().push(mark);
    }
    let first = found.remove_entry(&own);
    first.into_iter().chain(found).collect()
}

/// The words of a sentence and its first code point.
fn sentence_text<'a>(coded: &'a Coded, claim: &'a Claim, sentence: usize) -> (&'a str, usize) {
    if sentence == claim.evidence.sentence {
        return (&claim.evidence.text, claim.evidence.start);
    }
    let span = coded.coding.sentences.get(sentence).copied().unwrap_or(Span::new(0, 0));
    (span.of(&coded.report.text), CodePoints::new(&coded.report.text).of(span.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;

    fn shown(look: Look) -> String {
        let mut out = Vec::new();
        write(&sample::coded(), 0, look, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn marks_stand_under_their_words_in_both_sentences() {
        let text = shown(Look { width: 120, paint: Paint::off() });
        let lines: Vec<&str> = text.lines().collect();
        let at = |words: &str| lines.iter().find_map(|l| l.find(words)).unwrap();
        let below = |label: &str, length: usize| {
            let line = lines.iter().find(|l| l.contains(label)).unwrap();
            line.find(label).unwrap() - 1 - length
        };
        assert_eq!(below("trigger", "blast".len()), at("blast killed"));
        assert_eq!(below("places[0]", "Qatana".len()), at("Qatana, the"));
        assert!(lines[0].starts_with("c_1  ASSAULT explosives  occurred"));
        let day = lines.iter().position(|l| l.contains("Détails")).unwrap();
        assert!(lines[day + 1].contains("-------- time"), "{text}");
    }

    #[test]
    fn each_field_has_its_words_and_its_reason() {
        let text = shown(Look { width: 120, paint: Paint::off() });
        assert!(
            text.contains("event.type") && text.contains("model 0.93") && text.contains("\"blast\""),
            "{text}"
        );
        assert!(text.contains("largest of the name") && text.contains("data/gazetteer/places.tsv"), "{text}");
        assert!(!text.contains('\u{1b}'));
        assert!(shown(Look { width: 120, paint: Paint::on() }).contains("\u{1b}[36m------"));
    }
}
