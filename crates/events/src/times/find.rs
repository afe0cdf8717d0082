//! Finds words for times in a sentence.

use super::around;
use super::calendar_year::YearHint;
use super::form::{Form, Piece, What, pieces};
use super::year::YearForm;
use crate::numbers::tokens::{Kind, Token, tokens};
use dateline_text::span::Span;

/// Where times are named in `sentence`, in the order of the text, none overlapping.
///
/// A bare number that may be a year, and a bare part of the day, count only where a preposition stands before them.
pub fn find(sentence: &str) -> Vec<Span> {
    let tokens = tokens(sentence);
    let pieces: Vec<Piece> = pieces(&tokens).into_iter().filter(|p| is_sure(&tokens, p)).collect();
    let mut spans: Vec<Span> = Vec::new();
    let mut from = 0;
    let mut n = 0;
    while let Some(first) = pieces.get(n) {
        let mut last = n;
        while let (Some(a), Some(b)) = (pieces.get(last), pieces.get(last + 1)) {
            if !joins(&tokens, a, b) {
                break;
            }
            last += 1;
        }
        let next = pieces.get(last).map_or(first.next, |p| p.next);
        let begin = lead(&tokens, first.at, from);
        if let (Some(a), Some(b)) = (tokens.get(begin), next.checked_sub(1).and_then(|i| tokens.get(i))) {
            spans.push(Span::new(a.span.start, b.span.end));
        }
        from = next;
        n = last + 1;
    }
    spans
}

/// The first of the words that open the time at `at`, not before `from`.
fn lead(tokens: &[Token], at: usize, from: usize) -> usize {
    let mut begin = at;
    while begin > from && at - begin < 4 && tokens.get(begin - 1).is_some_and(around::leads) {
        begin -= 1;
    }
    while begin < at && tokens.get(begin).is_some_and(|t| !around::opens(t)) {
        begin += 1;
    }
    begin
}

fn joins(tokens: &[Token], a: &Piece, b: &Piece) -> bool {
    let between = tokens.get(a.next..b.at).unwrap_or(&[]);
    if between.len() > 3 || !between.iter().all(around::joins) {
        return false;
    }
    let dated = |p: &Piece| matches!(p.form(), Some(Form::Calendar(_)));
    let day = |p: &Piece| dated(p) || matches!(p.form(), Some(Form::Weekday(_) | Form::Deictic(_)));
    let part = |p: &Piece| p.form().is_none();
    // "two days after Friday's attack".
    if matches!(a.form(), Some(Form::Shift(shift)) if shift.relative) && between.len() < 2 {
        return true;
    }
    if between.iter().any(|t| t.is_any(&[",", "and", "or"])) {
        return day(a) && dated(b) || day(a) && day(b) && !between.iter().any(|t| t.is(","));
    }
    part(a)
        || part(b)
        || between.iter().any(|t| t.is_any(&["to", "-", "until", "through", "of"]))
        || day(a) && dated(b)
}

fn is_sure(tokens: &[Token], piece: &Piece) -> bool {
    let before = |n: usize| piece.at.checked_sub(n).and_then(|i| tokens.get(i));
    let after = |words: &[&str]| before(1).is_some_and(|t| t.is_any(words));
    match &piece.what {
        What::Time(_, Some(_)) => true,
        What::Time(Form::Year(YearForm::Year(_)), None) => after(&[
            "in", "since", "by", "until", "till", "from", "to", "of", "during", "before", "after", "between",
            "and",
        ]),
        What::Time(Form::Calendar(c), None) if c.days.is_none() && c.year == YearHint::None => after(&[
            "in", "since", "until", "by", "during", "of", "from", "to", "between", "before", "after", "and",
            "-",
        ]),
        // Ramadan and Rajab are names of people as well.
        What::Time(Form::Hijri(hijri), None) if !hijri.is_sure() => {
            let named = tokens.get(piece.next).is_some_and(|t| t.kind == Kind::Word && t.capital);
            !named
                && after(&[
                    "in",
                    "since",
                    "until",
                    "by",
                    "during",
                    "of",
                    "from",
                    "to",
                    "throughout",
                    "before",
                    "after",
                    "for",
                ])
        }
        What::Time(..) => true,
        What::Part(_) => {
            let near = |words: &[&str]| (1..=3).any(|n| before(n).is_some_and(|t| t.is_any(words)));
            let numbers =
                tokens.get(piece.at).is_some_and(|t| t.low.starts_with(|c: char| c.is_ascii_digit()));
            numbers
                || after(&["at", "the", "by", "before", "after", "until", "that", "around", "of"])
                || near(&["in", "during", "at"])
                || day_beside(tokens, piece)
        }
    }
}

/// "Friday morning".
fn day_beside(tokens: &[Token], piece: &Piece) -> bool {
    let before = piece.at.checked_sub(1).and_then(|n| tokens.get(n));
    before.is_some_and(|t| t.low.ends_with("day"))
}
