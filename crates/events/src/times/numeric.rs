//! Dates in digits alone: 2012-12-13, and 13/12/2012 where only one reading is possible.

use crate::numbers::tokens::{Kind, Token};
use jiff::civil::Date;

/// The date that begins at `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let first = tokens.get(at).filter(|t| t.kind == Kind::Number)?;
    iso(tokens, at).or_else(|| parted(&first.low).map(|date| (date, at + 1)))
}

fn iso(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let number = |n: usize, digits: usize| {
        let token = tokens.get(at + n).filter(|t| t.kind == Kind::Number && t.low.len() == digits)?;
        token.low.parse::<i16>().ok()
    };
    let dash = |n: usize| tokens.get(at + n).is_some_and(|t| t.is_dash() && t.glued);
    let (year, month, day) = (number(0, 4)?, number(2, 2)?, number(4, 2)?);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (dash(1) && dash(3)).then_some((date, at + 5))
}

/// Day and month can be told apart only where one of them is above 12, or both are the same.
fn parted(text: &str) -> Option<Date> {
    let numbers: Vec<i16> = text.split(['/', '.']).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    let [a, b, year] = numbers[..] else { return None };
    let (day, month) = match (a, b) {
        (13..=31, 1..=12) => (a, b),
        (1..=12, 13..=31) => (b, a),
        _ if a == b => (a, b),
        _ => return None,
    };
    (year >= 1900).then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()).flatten()
}
