//! What comes round every year on another date: which Ramadan, which Easter is meant.

use super::calendar_words::{stated_year, year_hint};
use super::calendar_year::YearHint;
use super::moment::Moment;
use super::month_day::year_at;
use super::partial::Interval;
use super::which::Which;
use crate::numbers::tokens::Token;
use jiff::civil::Date;

/// "last", "next", "last year's" before a name.
pub(super) fn before(tokens: &[Token], at: usize) -> (YearHint, usize) {
    let is = |n: usize, word: &str| tokens.get(n).is_some_and(|t| t.is(word));
    match Which::read(tokens, at) {
        Some((which, next)) if is(next, "year") && is(next + 1, "'s") => (YearHint::Which(which), next + 2),
        Some((which, next)) if !which.is_anchored() => (YearHint::Nearest(which), next),
        _ => (YearHint::None, at),
    }
}

/// "2013", ", 2013", "in 2013", "last year" behind a name, or else what stood before it.
pub(super) fn after(tokens: &[Token], at: usize, before: YearHint) -> (YearHint, usize) {
    let year_in = tokens.get(at).filter(|t| t.is("in")).and_then(|_| year_at(tokens, at + 1));
    if let Some(year) = year_in {
        return (YearHint::Stated(year), at + 2);
    }
    match stated_year(tokens, at) {
        (YearHint::None, _) => year_hint(tokens, at).unwrap_or((before, at)),
        stated => stated,
    }
}

/// The one that is meant; `around` lists in order those of a year, of the year before and of the one after.
pub(super) fn pick(
    hint: YearHint,
    moment: &Moment,
    around: impl Fn(i16) -> Vec<Interval>,
) -> Option<Interval> {
    match (hint, moment.published) {
        (YearHint::Stated(_) | YearHint::Which(_), _) => {
            let year = hint.of(1, None, moment)?;
            mostly_in(year, around(year))
        }
        (YearHint::Nearest(Which::Last), Some(published)) => {
            around(published.year()).into_iter().rfind(|i| last_day(i).is_some_and(|day| day < published))
        }
        (YearHint::Nearest(Which::Next), Some(published)) => {
            around(published.year()).into_iter().find(|i| first_day(i).is_some_and(|day| day > published))
        }
        (_, Some(published)) => {
            let latest = super::partial::add_days(published, i64::from(moment.days_ahead()))?;
            around(published.year()).into_iter().rfind(|i| first_day(i).is_some_and(|day| day <= latest))
        }
        (YearHint::Nearest(_), None) => None,
        (YearHint::None, None) => mostly_in(moment.year?, around(moment.year?)),
    }
}

fn first_day(interval: &Interval) -> Option<Date> {
    interval.first.map(super::partial::Partial::first_day)
}

fn last_day(interval: &Interval) -> Option<Date> {
    interval.last.map(super::partial::Partial::last_day)
}

/// Twice in a year of the sun comes what follows the moon, every 33 years: the one that has more of its days in the year
/// is meant; where both have the same, nobody knows.
fn mostly_in(year: i16, all: Vec<Interval>) -> Option<Interval> {
    let (begin, end) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    let days = |i: &Interval| {
        let (first, last) = (first_day(i)?.max(begin), last_day(i)?.min(end));
        (first <= last).then(|| first.until(last).map_or(0, |length| length.get_days()))
    };
    let most = all.iter().filter_map(days).max()?;
    let mut fit = all.into_iter().filter(|i| days(i) == Some(most));
    fit.next().filter(|_| fit.next().is_none())
}
