//! Days of the week: "on Tuesday" is the last Tuesday, or the next where the event is to come.

use super::moment::Moment;
use super::partial::{Interval, Partial, add_days, monday};
use super::which::Which;
use crate::numbers::tokens::Token;
use jiff::civil;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Abbreviations that are no other English word.
const SHORT: [(&str, i8); 9] = [
    ("mon", 0),
    ("tue", 1),
    ("tues", 1),
    ("wed", 2),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("fri", 4),
    ("sat", 5),
];

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weekday {
    /// 0 for Monday.
    day: i8,
    /// last, this, next before it.
    which: Option<Which>,
    /// "Monday of last week".
    week: Option<Which>,
    /// "Monday week": seven days after the next one.
    week_on: bool,
}

impl Weekday {
    /// The weekday that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        // "every Friday" is no day of its own.
        let every = |n: usize| tokens.get(n).is_some_and(|t| t.is_any(&["every", "each"]));
        if at.checked_sub(1).is_some_and(every) {
            return None;
        }
        let the = usize::from(tokens.get(at)?.is("the"));
        let which = Which::read(tokens, at + the);
        let (which, at) = which.map_or((None, at), |(which, next)| (Some(which), next));
        let (day, next) = day_at(tokens, at)?;
        let (week, after) = week(tokens, next).map_or((None, next), |(week, next)| (Some(week), next));
        let week_on = week.is_none() && which.is_none() && tokens.get(next).is_some_and(|t| t.is("week"));
        Some((Self { day, which, week, week_on }, after + usize::from(week_on)))
    }

    /// The day that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let (date, rule) = self.date(moment)?;
        Some((Interval::at(Partial::day(date)?), rule))
    }

    fn date(self, moment: &Moment) -> Option<(civil::Date, &'static str)> {
        let anchored = self.which.or(self.week).is_some_and(Which::is_anchored);
        let base = if anchored { moment.anchor_day().or(moment.published)? } else { moment.published? };
        if let Some(week) = self.week {
            let days = week.step() * 7 + i64::from(self.day);
            return Some((add_days(monday(base)?, days)?, "weekday of a week named from the report"));
        }
        let back = i64::from((base.weekday().to_monday_zero_offset() - self.day).rem_euclid(7));
        let ahead = (7 - back) % 7;
        let whole = |days: i64| if days == 0 { 7 } else { days };
        let (days, rule) = match self.which {
            _ if self.week_on => (whole(ahead) + 7, "next weekday after publication, and a week"),
            Some(Which::Last | Which::Before) => (-whole(back), "last weekday before publication"),
            Some(Which::Next | Which::After) => (whole(ahead), "next weekday after publication"),
            Some(Which::This) if back > 0 && moment.is_future() => (ahead, "weekday after publication"),
            None if moment.is_future() => (ahead, "weekday after publication"),
            _ => (-back, "weekday before publication"),
        };
        Some((add_days(base, days)?, rule))
    }
}

/// "of last week", "next week".
fn week(tokens: &[Token], at: usize) -> Option<(Which, usize)> {
    let of = usize::from(tokens.get(at).is_some_and(|t| t.is("of")));
    let the = usize::from(tokens.get(at + of).is_some_and(|t| t.is("the")));
    let (which, next) = Which::read(tokens, at + of + the)?;
    tokens.get(next)?.is("week").then_some((which, next + 1))
}

/// The weekday at `at`, 0 for Monday, and where it ends.
pub(super) fn day_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at)?;
    if let Some(day) = DAYS.iter().position(|d| token.is(d)) {
        return Some((i8::try_from(day).ok()?, at + 1));
    }
    let (_, day) = SHORT.iter().find(|(short, _)| token.capital && token.is(short))?;
    let dotted = tokens.get(at + 1).is_some_and(|t| t.is(".") && t.glued);
    Some((*day, at + 1 + usize::from(dotted)))
}
