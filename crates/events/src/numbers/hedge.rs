//! Hedges around a figure: "at least", "up to", "nearly", "or more".

use super::Qualifier;
use super::cardinal::cardinal;
use super::lexicon::{HEDGE_ROWS, HedgeRow};
use super::quantity::matches;
use super::share::share;
use super::tokens::Token;

/// What a hedge makes of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hedge {
    /// The qualifier.
    pub qualifier: Qualifier,
    /// For "about": true where the true number lies below.
    pub below: bool,
}

impl Hedge {
    fn of(row: &HedgeRow) -> Option<Self> {
        Some(Self { qualifier: Qualifier::named(row.qualifier)?, below: row.below })
    }
}

/// The hedge that begins at `at` and stands before a number, and where it ends.
pub(crate) fn before(tokens: &[Token], at: usize) -> Option<(Hedge, usize)> {
    let fits = |row: &&HedgeRow| {
        let next = at + row.phrase.len();
        row.before && matches(tokens, at, &row.phrase) && (!row.direct || number_follows(tokens, next))
    };
    let row = HEDGE_ROWS.iter().find(fits)?;
    Some((Hedge::of(row)?, at + row.phrase.len()))
}

/// The hedge that ends just before `end`, for words whose hedge stands outside of them.
pub(crate) fn ending_at(tokens: &[Token], end: usize) -> Option<Hedge> {
    let fits = |row: &&HedgeRow| {
        row.before && end.checked_sub(row.phrase.len()).is_some_and(|at| matches(tokens, at, &row.phrase))
    };
    HEDGE_ROWS.iter().find(fits).and_then(Hedge::of)
}

/// The hedge that stands at `at`, after a number, and where it ends.
pub(crate) fn after(tokens: &[Token], at: usize) -> Option<(Hedge, usize)> {
    let dash = tokens.get(at).is_some_and(|t| t.is_dash() && t.glued);
    let at = at + usize::from(dash);
    let row = HEDGE_ROWS.iter().find(|row| !row.before && matches(tokens, at, &row.phrase))?;
    Some((Hedge::of(row)?, at + row.phrase.len()))
}

fn number_follows(tokens: &[Token], at: usize) -> bool {
    let skip = tokens.get(at).is_some_and(|t| t.is_any(&["another", "$", "£", "€", "us"]));
    cardinal(tokens, at).is_some()
        || share(tokens, at).is_some()
        || skip && (1..3).any(|n| cardinal(tokens, at + n).is_some())
}
