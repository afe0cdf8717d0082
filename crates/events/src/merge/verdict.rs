//! How likely two tellings are one event, by the clues and their learnt weights.

use super::clues::{Clue, across, within};
use super::cluster::Odds;
use super::sketch::{ReportSketch, Sketch};
use super::telling::Telling;
use super::wording::Stems;
use crate::parties::choice::{Clues, Weights};
use crate::table::TableError;

/// Path below `data/` of the weights.
pub const PAIRS: &str = "merging/pairs.tsv";

/// The kinds of pairs: columns of the table of weights.
pub(crate) const KINDS: [&str; 6] = [
    "within-assault",
    "within-material",
    "within-verbal",
    "across-assault",
    "across-material",
    "across-verbal",
];

/// The weights.
#[derive(Default)]
pub(crate) struct Verdicts(Weights);

impl Verdicts {
    /// Reads the text of [`PAIRS`].
    pub(crate) fn read(text: &str) -> Result<Self, TableError> {
        let names: Vec<String> = Clue::NAMES.iter().map(|name| (*name).to_owned()).collect();
        Weights::read(text, &names, &KINDS).map(Self)
    }

    /// Log odds that clues of a kind of pair speak of one event.
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn odds(&self, kind: usize, clues: &Clues) -> Odds {
        (self.0.score(kind, clues) * 1000.0) as Odds
    }

    /// How much one clue counts for a kind of pair.
    pub(crate) fn weight(&self, kind: usize, clue: usize) -> f32 {
        let mut one = Clues::default();
        one.add(clue);
        self.0.score(kind, &one)
    }
}

/// Kind and clues of two claims of one report; `between`: claims of their type between them; `title`: that of the report.
pub(crate) fn of_claims(
    pair: (&Telling, &Telling),
    claims: (&Sketch, &Sketch),
    between: usize,
    title: &Stems,
) -> (usize, Clues) {
    (claims.0.deed as usize, within(pair, claims, between, title))
}

/// Kind and clues of two tellings of different reports.
pub(crate) fn of_tellings(
    pair: (&Telling, &Telling),
    reports: (&ReportSketch, &ReportSketch),
) -> (usize, Clues) {
    (KINDS.len() / 2 + pair.0.deed as usize, across(pair, reports))
}
