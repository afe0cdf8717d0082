//! The spans of a claim, each with the name of its field.

use crate::terminal::paint::Colour;
use dateline_events::record::{Claim, Words};

/// Words to underline, in code points of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The field.
    pub label: String,
    /// The sign to underline with.
    pub sign: char,
    /// Colour of line and label.
    pub colour: Colour,
}

/// All marks of a claim, in the order of the text.
pub fn marks(claim: &Claim) -> Vec<Mark> {
    let mut found = vec![Mark { sign: '^', ..mark(&claim.evidence.trigger, "trigger".into(), Colour::Red) }];
    let mut add = |name: &str, colour, all: Vec<&Words>| {
        found.extend(
            all.into_iter().enumerate().map(|(n, words)| mark(words, format!("{name}[{n}]"), colour)),
        );
    };
    add("actors", Colour::Green, claim.actors.iter().map(|p| &p.words).collect());
    add("recipients", Colour::Green, claim.recipients.iter().map(|p| &p.words).collect());
    add("places", Colour::Cyan, claim.places.iter().map(|p| &p.words).collect());
    add("casualties", Colour::Yellow, claim.casualties.iter().map(|f| &f.words).collect());
    add("counts", Colour::Yellow, claim.counts.iter().map(|f| &f.words).collect());
    add("sources", Colour::Magenta, claim.sources.iter().map(|s| &s.words).collect());
    found.extend(claim.instrument.as_ref().map(|words| mark(words, "instrument".into(), Colour::Red)));
    if let Some((start, end)) = claim.time.as_ref().and_then(|t| t.start.zip(t.end)) {
        found.push(Mark { start, end, label: "time".into(), sign: '-', colour: Colour::Blue });
    }
    found.retain(|m| m.start < m.end);
    found.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    found
}

fn mark(words: &Words, label: String, colour: Colour) -> Mark {
    Mark { start: words.start, end: words.end, label, sign: '-', colour }
}
