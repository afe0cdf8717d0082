//! Times counted from the day of the report alone: today, yesterday, overnight, last night.

use super::moment::Moment;
use super::partial::{Interval, Partial, add_days};
use crate::numbers::tokens::Token;

/// A day by its distance from the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deictic {
    /// Days after the day of publication, with the part of the day.
    Day(i64, Option<&'static str>),
    /// The night that ends on the day of publication.
    Overnight,
    /// Up to the report: to date, until now.
    ToDate,
    /// What was told last: since then.
    Then,
}

/// Single words, with the days and the part of the day that each means.
const WORDS: [(&str, i64, Option<&str>); 5] = [
    ("today", 0, None),
    ("yesterday", -1, None),
    ("tomorrow", 1, None),
    ("tonight", 0, Some("night")),
    ("tonite", 0, Some("night")),
];

impl Deictic {
    /// The words that begin at `at`, and where they end.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let is = |n: usize, words: &[&str]| tokens.get(at + n).is_some_and(|t| t.is_any(words));
        if is(0, &["overnight"]) {
            return Some((Self::Overnight, at + 1));
        }
        if let Some(found) = up_to_now(tokens, at) {
            return Some(found);
        }
        let the = usize::from(is(0, &["the"]));
        if is(the, &["day"]) && is(the + 1, &["before"]) && is(the + 2, &["yesterday"]) {
            return Some((Self::Day(-2, None), at + the + 3));
        }
        if is(the, &["day"]) && is(the + 1, &["after"]) && is(the + 2, &["tomorrow"]) {
            return Some((Self::Day(2, None), at + the + 3));
        }
        if is(0, &["last"]) && is(1, &["night", "evening"]) {
            return Some((Self::Day(-1, Some("night")), at + 2));
        }
        if is(0, &["this"]) {
            let parts = ["morning", "afternoon", "evening", "night"];
            let part = parts.into_iter().find(|part| is(1, &[part]))?;
            return Some((Self::Day(0, Some(part)), at + 2));
        }
        let (_, days, part) = WORDS.into_iter().find(|(word, ..)| is(0, &[word]))?;
        Some((Self::Day(days, part), at + 1))
    }

    /// The part of the day that the words give.
    pub fn part(self) -> Option<&'static str> {
        match self {
            Self::Day(_, part) => part,
            Self::Overnight => Some("night"),
            Self::ToDate | Self::Then => None,
        }
    }

    /// True for "overnight".
    pub fn is_overnight(self) -> bool {
        self == Self::Overnight
    }

    /// The days that they mean.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        match (self, moment.published, moment.anchor_day()) {
            (Self::Day(days, _), Some(published), _) => {
                let day = Partial::day(add_days(published, days)?)?;
                Some((Interval::at(day), "day counted from publication"))
            }
            (Self::Overnight, Some(published), _) if !moment.is_future() => {
                Some((Interval::days(add_days(published, -1)?, published)?, "night before publication"))
            }
            (Self::Overnight, Some(day), _) | (Self::Overnight, None, Some(day)) => {
                Some((Interval::days(day, add_days(day, 1)?)?, "night after the day stated"))
            }
            (Self::ToDate, Some(published), _) => {
                let last = Partial::day(published)?;
                Some((Interval { first: None, last: Some(last) }, "up to publication"))
            }
            (Self::Then, ..) => Some((moment.coarse_anchor()?, "the time stated before")),
            _ => None,
        }
    }

    /// "overnight on Sunday": the night after the day named.
    pub fn night_of(self, day: Interval) -> Option<(Interval, &'static str)> {
        match (self, day.begin()?) {
            (Self::Overnight, Partial::Day(day)) => {
                Some((Interval::days(day, add_days(day, 1)?)?, "night after the day stated"))
            }
            _ => None,
        }
    }
}

/// "to date", "up to now", "until now"; and the "then" of "since then".
fn up_to_now(tokens: &[Token], at: usize) -> Option<(Deictic, usize)> {
    let word = |n: usize| tokens.get(n).map_or("", |t| t.low.as_str());
    let before = at.checked_sub(1).map_or("", word);
    match (word(at), word(at + 1), word(at + 2)) {
        ("to", "date", _) if !["up", "-"].contains(&before) => Some((Deictic::ToDate, at + 2)),
        ("until" | "till", "now", _) => Some((Deictic::ToDate, at + 2)),
        ("up", "to" | "until" | "till", "now") => Some((Deictic::ToDate, at + 3)),
        ("then", ..) if ["since", "until", "till", "by", "before", "after"].contains(&before) => {
            Some((Deictic::Then, at + 1))
        }
        _ => None,
    }
}
