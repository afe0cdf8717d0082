//! How times that follow each other in the words belong together.

use super::calendar_year::YearHint;
use super::form::{Form, Piece, What};
use crate::numbers::tokens::{Kind, Token};

/// How two times that follow each other belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// From one to the other.
    Range,
    /// One and the other.
    Both,
    /// The second is counted on its own.
    Apart,
}

/// How `a` and `b` with the words `between` them belong together; `after_between` where "between" stands before them.
pub(super) fn link(a: Option<&Form>, b: Option<&Form>, between: &[Token], after_between: bool) -> Link {
    let like = matches!(
        (a, b),
        (Some(Form::Calendar(_)), Some(Form::Calendar(_)))
            | (Some(Form::Weekday(_)), Some(Form::Weekday(_)))
            | (Some(Form::Year(_)), Some(Form::Year(_)))
    );
    if matches!(a, Some(Form::Deictic(night)) if night.is_overnight()) {
        return Link::Apart;
    }
    let light = [
        "on",
        "in",
        "the",
        "of",
        "late",
        "early",
        "mid",
        "-",
        "at",
        "dawn",
        "both",
        "from",
        "morning",
        "afternoon",
        "evening",
        "night",
    ];
    let words: Vec<&str> =
        between.iter().map(|t| t.low.as_str()).filter(|w| *w == "-" || !light.contains(w)).collect();
    match words.as_slice() {
        ["to" | "into" | "until" | "till" | "through" | "-"] => Link::Range,
        ["and"] if after_between => Link::Range,
        ["and" | "or" | "," | "&"] | [",", "and"] if like => Link::Both,
        [] if like && between.iter().any(|t| t.kind == Kind::Mark) => Link::Range,
        _ => Link::Apart,
    }
}

/// "14 May and 15 May 2015", "July and August last year": a year said once holds for the dates joined to it.
pub(super) fn shared_years(pieces: &[Piece], tokens: &[Token]) -> Vec<Piece> {
    let mut shared = pieces.to_vec();
    for n in (1..shared.len()).rev() {
        let (Some(a), Some(b)) = (shared.get(n - 1), shared.get(n)) else { continue };
        let between = tokens.get(a.next..b.at).unwrap_or(&[]);
        let (Some(Form::Calendar(first)), Some(Form::Calendar(second))) = (a.form(), b.form()) else {
            continue;
        };
        let joined = link(a.form(), b.form(), between, true) != Link::Apart;
        if !joined || first.year != YearHint::None || second.year == YearHint::None {
            continue;
        }
        let mut first = *first;
        first.year = match (second.year, first.month > second.month) {
            // "28 December to 3 January 2016".
            (YearHint::Stated(year), true) => YearHint::Stated(year.saturating_sub(1)),
            (year, _) => year,
        };
        if let Some(piece) = shared.get_mut(n - 1)
            && let What::Time(form, _) = &mut piece.what
        {
            *form = Form::Calendar(first);
        }
    }
    shared
}
