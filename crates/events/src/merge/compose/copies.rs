//! Reports that repeat another: the tenth print of one agency's text is no tenth source.
//!
//! Two reports are of one text where half of the sentences of the shorter that claims rest on stand in the other with nearly the same
//! words (Broder 1997: resemblance and containment; here on the stems themselves, for a report has few such sentences).

use crate::merge::sketch::{Number, Sketch};
use crate::merge::wording::Stems;
use std::collections::BTreeMap;

/// Share of all their stems that two sentences of nearly the same words have in common.
const SENTENCE: f32 = 0.6;

/// Share of a report's sentences that stand in the other.
const REPORT: usize = 2;

/// Reports of one event that are compared with each other.
const MOST: usize = 200;

/// Sentences with fewer stems say nothing of where they are from.
const LEAST_STEMS: usize = 5;

/// The report whose text each report repeats: itself where it repeats none.
#[derive(Default)]
pub(crate) struct Copies(BTreeMap<Number, Number>);

impl Copies {
    /// The report that first had the text.
    pub(crate) fn origin(&self, report: Number) -> Number {
        self.0.get(&report).copied().unwrap_or(report)
    }

    /// Compares some reports, the oldest first; `told` are the claims of all.
    pub(crate) fn among(reports: &[Number], told: &[Vec<Sketch>]) -> Self {
        if reports.len() < 2 {
            return Self::default();
        }
        let texts: Vec<(Number, Vec<&Stems>)> =
            reports.iter().take(MOST).map(|n| (*n, sentences(told, *n))).collect();
        let mut origin: BTreeMap<Number, Number> = BTreeMap::new();
        for (n, (report, text)) in texts.iter().enumerate() {
            let earlier =
                texts.iter().take(n).find(|(other, before)| other != report && copied(before, text));
            if let Some((first, _)) = earlier {
                let root = origin.get(first).copied().unwrap_or(*first);
                origin.insert(*report, root);
            }
        }
        Self(origin)
    }
}

fn copied(a: &[&Stems], b: &[&Stems]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let again = few.iter().filter(|s| many.iter().any(|t| s.likeness(t) >= SENTENCE)).count();
    again > 0 && again * REPORT >= few.len()
}

/// The sentences of a report that claims rest on, each once.
fn sentences(told: &[Vec<Sketch>], report: Number) -> Vec<&Stems> {
    let claims = told.get(report as usize).into_iter().flatten();
    let long = claims.filter(|c| c.wording.words.0.len() >= LEAST_STEMS);
    let found: BTreeMap<u32, &Stems> = long.map(|c| (c.sentence, &c.wording.words)).collect();
    found.into_values().collect()
}
