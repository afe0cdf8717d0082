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
}

impl Weekday {
    /// The weekday that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let the = usize::from(tokens.get(at)?.is("the"));
        let which = Which::read(tokens, at + the);
        let at = if which.is_some() { at + the + 1 } else { at };
        let (day, mut next) = day_at(tokens, at)?;
        let of = usize::from(tokens.get(next).is_some_and(|t| t.is("of")));
        let of_the = of + usize::from(tokens.get(next + of).is_some_and(|t| t.is("the")));
        let mut week = None;
        if let Some(of_week) = Which::read(tokens, next + of_the)
            && tokens.get(next + of_the + 1).is_some_and(|t| t.is("week"))
        {
            week = Some(of_week);
            next += of_the + 2;
        }
        Some((Self { day, which, week }, next))
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
            Some(Which::Last | Which::Before) => (-whole(back), "last weekday before publication"),
            Some(Which::Next | Which::After) => (whole(ahead), "next weekday after publication"),
            Some(Which::This) if back > 0 && moment.is_future() => (ahead, "weekday after publication"),
            None if moment.is_future() => (ahead, "weekday after publication"),
            _ => (-back, "weekday before publication"),
        };
        Some((add_days(base, days)?, rule))
    }
}

fn day_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at)?;
    let whole = DAYS.iter().position(|d| token.is(d) || token.low.strip_suffix('s') == Some(d));
    if let Some(day) = whole {
        return Some((i8::try_from(day).ok()?, at + 1));
    }
    let (_, day) = SHORT.iter().find(|(short, _)| token.capital && token.is(short))?;
    let dotted = tokens.get(at + 1).is_some_and(|t| t.is(".") && t.glued);
    Some((*day, at + 1 + usize::from(dotted)))
}
