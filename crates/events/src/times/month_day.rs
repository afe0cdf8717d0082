//! Months, days of the month and years as words and digits: Sept., 13th, 3/4, 2012.

use super::names::Names;
use super::partial::YEARS;
use crate::numbers::tokens::{Kind, Token};
use crate::table::Table;
use dateline_text::document::MONTHS;
use std::sync::LazyLock;

/// The text of the table.
pub(super) const TABLE: &str = include_str!("../../../../data/times/ordinals.tsv");

static ORDINALS: LazyLock<Names<i8>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    let ordinal = |row: &Vec<&'static str>| match row[..] {
        [words, day] => Some((words, day.parse().ok()?)),
        _ => None,
    };
    Names::of(table.rows.iter().filter_map(|(_, row)| ordinal(row)))
});

/// The month named at `at`, with the dot of its abbreviation, and where it ends.
pub(super) fn month_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Word)?;
    let short = token.low.as_str();
    let fits =
        |name: &&str| **name == *short || (short.len() == 3 || short == "sept") && name.starts_with(short);
    let month = MONTHS.iter().position(fits)?;
    // "may" and "march" are verbs as well.
    let number = |n: usize| tokens.get(n).is_some_and(|t| t.kind == Kind::Number);
    let named = token.capital || number(at + 1) || at.checked_sub(1).is_some_and(number);
    if ["may", "mar", "march"].contains(&short) && !named {
        return None;
    }
    let cut = MONTHS.get(month).is_some_and(|name| *name != short);
    // "10 May." ends a sentence; "May. 10" is a habit of style.
    let dotted = (cut || number(at + 2) && !at.checked_sub(1).is_some_and(number))
        && tokens.get(at + 1).is_some_and(|t| t.is(".") && t.glued);
    Some((i8::try_from(month + 1).ok()?, at + 1 + usize::from(dotted)))
}

/// A day of the month in digits, with its "th", and where it ends. What no month has, 32, is a day all the same: a date
/// that is impossible must not pass for its month.
pub(super) fn day_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() <= 2)?;
    let day: i8 = token.low.parse().ok()?;
    Some((day, at + 1 + usize::from(is_ordinal(tokens, at + 1))))
}

/// The day of "seventh of", "7th day of", and where the month begins.
pub(super) fn day_of(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let spelled = || ORDINALS.longest(tokens, at).map(|(day, next)| (*day, next));
    let (day, next) = day_at(tokens, at).filter(|(_, next)| *next == at + 2).or_else(spelled)?;
    let word = usize::from(tokens.get(next).is_some_and(|t| t.is("day")));
    tokens.get(next + word)?.is("of").then_some((day, next + word + 1))
}

/// The two days of "3/4 May", and where they end.
pub(super) fn slashed_days(tokens: &[Token], at: usize) -> Option<((i8, i8), usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() <= 5)?;
    let (first, last) = token.low.split_once('/')?;
    Some(((first.parse().ok()?, last.parse().ok()?), at + 1))
}

/// True for a number that some month has a day of.
pub(super) const fn is_day(day: i8) -> bool {
    1 <= day && day <= 31
}

/// True for the ending of "13th".
pub(super) fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.glued && t.is_any(&["st", "nd", "rd", "th"]))
}

/// A year in four digits.
pub(super) fn year_at(tokens: &[Token], at: usize) -> Option<i16> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() == 4)?;
    token.low.parse().ok().filter(|y| YEARS.contains(y))
}
