//! Reports that repeat another: the tenth print of one agency's text is no tenth source.
//!
//! Two reports are of one text where half of the sentences of the shorter that claims rest on stand in the other with nearly the same
//! words (Broder 1997: resemblance and containment; here on the stems themselves, for a report has few such sentences).

use crate::merge::sketch::{Number, ReportSketch, Sketch};
use crate::merge::wording::Stems;
use std::collections::{BTreeMap, BTreeSet};

/// Share of all their stems that two sentences of nearly the same words have in common.
const SENTENCE: f32 = 0.6;

/// Share of a report's sentences that stand in the other.
const REPORT: usize = 2;

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

    /// Compares the reports of each group; `claims` are those of a report, `groups` reports that tell of one event.
    pub(crate) fn among(
        groups: &[BTreeSet<Number>],
        sentences: &BTreeMap<Number, Vec<Stems>>,
        reports: &[ReportSketch],
    ) -> Self {
        let mut origin: BTreeMap<Number, Number> = BTreeMap::new();
        let age = |n: Number| (reports.get(n as usize).and_then(|r| r.published).unwrap_or(i32::MAX), n);
        let mut seen = BTreeSet::new();
        for group in groups {
            for (a, b) in
                group.iter().flat_map(|a| group.iter().filter(move |b| *b > a).map(move |b| (*a, *b)))
            {
                if seen.insert((a, b)) && copied(sentences.get(&a), sentences.get(&b)) {
                    let root = |n: Number| origin.get(&n).copied().unwrap_or(n);
                    let (x, y) = (root(a), root(b));
                    let (first, other) = if age(x) <= age(y) { (x, y) } else { (y, x) };
                    origin.values_mut().filter(|n| **n == other).for_each(|n| *n = first);
                    origin.insert(other, first);
                    origin.insert(a, first);
                    origin.insert(b, first);
                }
            }
        }
        Self(origin)
    }
}

fn copied(a: Option<&Vec<Stems>>, b: Option<&Vec<Stems>>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let again = few.iter().filter(|s| many.iter().any(|t| s.likeness(t) >= SENTENCE)).count();
    again > 0 && again * REPORT >= few.len()
}

/// The sentences of each report that claims rest on, each once.
pub(crate) fn sentences(claims: &[Sketch]) -> BTreeMap<Number, Vec<Stems>> {
    let mut found: BTreeMap<Number, BTreeMap<u32, &Stems>> = BTreeMap::new();
    for claim in claims.iter().filter(|c| c.wording.words.0.len() >= LEAST_STEMS) {
        found.entry(claim.report).or_default().insert(claim.sentence, &claim.wording.words);
    }
    found.into_iter().map(|(report, all)| (report, all.into_values().cloned().collect())).collect()
}
