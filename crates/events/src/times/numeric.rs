//! Dates in digits alone: 2012-12-13, 2012-12, and 13/12/2012 where only one reading is possible.

use super::calendar::Calendar;
use super::calendar_year::YearHint;
use super::month_day::year_at;
use super::partial::YEARS;
use crate::numbers::tokens::{Kind, Token};

/// The date that begins at `at`, and where it ends. It need not exist: 2012-02-30 is read, and has no place.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let first = tokens.get(at).filter(|t| t.kind == Kind::Number)?;
    iso(tokens, at).or_else(|| parted(&first.low).map(|date| (date, at + 1)))
}

fn date(year: i16, month: i8, day: Option<i8>) -> Calendar {
    Calendar { days: day.map(|d| (d, d)), month: Some(month), year: YearHint::Stated(year) }
}

/// 2012-12-13 and 2012-12; but 2012-13 and 2004-05 are two years.
fn iso(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let pair = |n: usize| {
        let dash = tokens.get(at + n).is_some_and(|t| t.is_dash() && t.glued);
        let token = tokens.get(at + n + 1).filter(|t| dash && t.kind == Kind::Number && t.glued)?;
        token.low.parse::<i8>().ok().filter(|_| token.low.len() == 2)
    };
    let year = year_at(tokens, at)?;
    let month = pair(1)?;
    if let Some(day) = pair(3) {
        return Some((date(year, month, Some(day)), at + 5));
    }
    let years = i16::from(month) > year.rem_euclid(100);
    ((1..=12).contains(&month) && !years).then(|| (date(year, month, None), at + 3))
}

/// Day and month can be told apart only where one of them is above 12, both are the same, or the year stands first.
fn parted(text: &str) -> Option<Calendar> {
    let mut cells = text.split(['/', '.']).map(|n| n.parse::<i16>().ok());
    let (Some(Some(a)), Some(Some(b)), Some(Some(c)), None) =
        (cells.next(), cells.next(), cells.next(), cells.next())
    else {
        return None;
    };
    let (year, month, day) = match (a, b) {
        (13..=31, 1..=12) => (c, b, a),
        (1..=12, 13..=31) => (c, a, b),
        _ if YEARS.contains(&a) => (a, b, c),
        _ if a == b => (c, b, a),
        _ => return None,
    };
    let date = date(year, i8::try_from(month).ok()?, Some(i8::try_from(day).ok()?));
    YEARS.contains(&year).then_some(date)
}
