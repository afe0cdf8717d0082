//! How times that follow each other in the words belong together.

use super::calendar::Calendar;
use super::calendar_year::YearHint;
use super::form::{Form, Piece, What};
use super::year::YearForm;
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
            | (Some(Form::Deictic(_)), Some(Form::Deictic(_)))
    );
    let day =
        |form: Option<&Form>| matches!(form, Some(Form::Calendar(_) | Form::Weekday(_) | Form::Deictic(_)));
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
        ["and" | "or" | "&"] if day(a) && day(b) => Link::Both,
        [] if like && between.iter().any(|t| t.kind == Kind::Mark) => Link::Range,
        _ => Link::Apart,
    }
}

/// "14 May and 15 May 2015", "July and August last year", "spring and summer of 2011": a year said once holds for the
/// times joined to it.
pub(super) fn shared_years(mut pieces: Vec<Piece>, tokens: &[Token]) -> Vec<Piece> {
    for n in (1..pieces.len()).rev() {
        let (Some(a), Some(b)) = (pieces.get(n - 1), pieces.get(n)) else { continue };
        let between = tokens.get(a.next..b.at).unwrap_or(&[]);
        let joined = || link(a.form(), b.form(), between, true) != Link::Apart;
        let shared = a.form().zip(b.form()).and_then(|(a, b)| with_year_of(a, b)).filter(|_| joined());
        if let (Some(shared), Some(piece)) = (shared, pieces.get_mut(n - 1))
            && let What::Time(form, _) = &mut piece.what
        {
            *form = shared;
        }
    }
    pieces
}

/// `first` in the year of `second`, where it has none of its own.
fn with_year_of(first: &Form, second: &Form) -> Option<Form> {
    match (first, second) {
        (Form::Calendar(a), Form::Calendar(b)) if a.year == YearHint::None && b.year != YearHint::None => {
            let year = match (b.year, a.month > b.month) {
                // "28 December to 3 January 2016".
                (YearHint::Stated(year), true) => YearHint::Stated(year.saturating_sub(1)),
                (year, _) => year,
            };
            Some(Form::Calendar(Calendar { year, ..*a }))
        }
        (Form::Year(YearForm::Season(season, None, which)), Form::Year(YearForm::Season(_, year, _))) => {
            Some(Form::Year(YearForm::Season(*season, *year, *which)))
        }
        _ => None,
    }
}
