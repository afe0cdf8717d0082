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
            | (Some(Form::Hijri(_)), Some(Form::Hijri(_)))
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

/// "14 May and 15 May 2015", "July and August last year", "spring and summer of 2011", "24 February 2022 and 2 March": a
/// year said once holds for the times joined to it.
pub(super) fn shared_years(mut pieces: Vec<Piece>, tokens: &[Token]) -> Vec<Piece> {
    for n in (1..pieces.len()).rev() {
        share(&mut pieces, n, tokens, |first, second| Some((with_year_of_next(first, second)?, 1)));
    }
    for n in 1..pieces.len() {
        share(&mut pieces, n, tokens, |first, second| Some((with_year_of_last(first, second)?, 0)));
    }
    pieces
}

/// Replaces one of the pieces `n - 1` and `n` where the words join them: what `shared` makes of them, and how far before
/// `n` it belongs.
fn share(
    pieces: &mut [Piece],
    n: usize,
    tokens: &[Token],
    shared: impl Fn(&Form, &Form) -> Option<(Form, usize)>,
) {
    let (Some(a), Some(b)) = (n.checked_sub(1).and_then(|n| pieces.get(n)), pieces.get(n)) else { return };
    let between = tokens.get(a.next..b.at).unwrap_or(&[]);
    let (Some(first), Some(second)) = (a.form(), b.form()) else { return };
    let Some((form, back)) = shared(first, second) else { return };
    if link(Some(first), Some(second), between, true) == Link::Apart {
        return;
    }
    if let Some(Piece { what: What::Time(old, _), .. }) = pieces.get_mut(n.saturating_sub(back)) {
        *old = form;
    }
}

/// `first` in the year of `second`, where it has none of its own.
fn with_year_of_next(first: &Form, second: &Form) -> Option<Form> {
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
        (Form::Hijri(a), Form::Hijri(b)) => a.with_year_of(*b).map(Form::Hijri),
        _ => None,
    }
}

/// `second` in the year that `first` states, or in the next, where it has none of its own.
fn with_year_of_last(first: &Form, second: &Form) -> Option<Form> {
    let (Form::Calendar(a), Form::Calendar(b)) = (first, second) else { return None };
    let (YearHint::Stated(year), YearHint::None) = (a.year, b.year) else { return None };
    let next = i16::from(b.month.is_some() && b.month < a.month);
    Some(Form::Calendar(Calendar { year: YearHint::Stated(year.saturating_add(next)), ..*b }))
}
