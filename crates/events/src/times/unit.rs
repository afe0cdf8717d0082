//! Measures of time: hours, weeks, months, and how many of them.

use super::partial::{Interval, Partial, add_days, add_months, monday};
use crate::numbers::cardinal::cardinal;
use crate::numbers::tokens::Token;
use jiff::civil::Date;

/// A measure of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// An hour, or less.
    Hour,
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
    /// Ten years.
    Decade,
}

impl Unit {
    /// The measure at `at`; true where it is a plural.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, bool)> {
        let low = tokens.get(at)?.low.as_str();
        let one = low.strip_suffix('s').unwrap_or(low);
        let unit = match one {
            "second" | "minute" | "hour" => Self::Hour,
            "day" | "night" => Self::Day,
            "week" => Self::Week,
            "weekend" => Self::Weekend,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "year" => Self::Year,
            "decade" => Self::Decade,
            _ => return None,
        };
        Some((unit, one != low))
    }

    /// `date` and `n` of these, back where negative; hours count by whole days.
    pub fn shift(self, date: Date, n: i64) -> Option<Date> {
        match self {
            Self::Hour => add_days(date, if n < 0 { (n - 23) / 24 } else { (n + 23) / 24 }),
            Self::Day => add_days(date, n),
            Self::Week | Self::Weekend => add_days(date, n.checked_mul(7)?),
            Self::Fortnight => add_days(date, n.checked_mul(14)?),
            Self::Month => add_months(date, n),
            Self::Year => add_months(date, n.checked_mul(12)?),
            Self::Decade => add_months(date, n.checked_mul(120)?),
        }
    }

    /// What lies `n` of these from `date`, so exact as the unit: days for weeks, a month for months.
    pub fn at_distance(self, date: Date, n: i64) -> Option<Partial> {
        let date = self.shift(date, n)?;
        match self {
            Self::Month => Partial::month(date.year(), date.month()),
            Self::Year | Self::Decade => Partial::year(date.year()),
            _ => Partial::day(date),
        }
    }

    /// The whole unit that `date` lies in, so exact as its name: a week by its days, a month as a month.
    pub fn around(self, date: Date) -> Option<Interval> {
        match self {
            Self::Hour | Self::Day => Some(Interval::at(Partial::day(date)?)),
            Self::Week | Self::Fortnight => {
                let monday = monday(date)?;
                Interval::days(monday, add_days(monday, 6)?)
            }
            Self::Weekend => {
                let saturday = add_days(monday(date)?, 5)?;
                Interval::days(saturday, add_days(saturday, 1)?)
            }
            Self::Month => Some(Interval::at(Partial::month(date.year(), date.month())?)),
            Self::Year => Some(Interval::at(Partial::year(date.year())?)),
            Self::Decade => {
                let first = date.year().checked_sub(date.year().rem_euclid(10))?;
                Interval::new(Partial::year(first)?, Partial::year(first.checked_add(9)?)?)
            }
        }
    }
}

/// "two", "a few", "several"; a measure in the singular has none.
pub(super) fn count(tokens: &[Token], at: usize) -> (Option<i64>, usize) {
    let few = at + usize::from(tokens.get(at).is_some_and(|t| t.is("a")));
    if tokens.get(few).is_some_and(|t| t.is_any(&["few", "several"])) {
        return (Some(3), few + 1);
    }
    if tokens.get(few).is_some_and(|t| t.is_any(&["couple"])) {
        return (Some(2), few + 1 + usize::from(tokens.get(few + 1).is_some_and(|t| t.is("of"))));
    }
    match cardinal(tokens, at) {
        Some((n, next)) => {
            let dash = usize::from(tokens.get(next).is_some_and(Token::is_dash));
            (i64::try_from(n).ok().filter(|n| *n <= 10_000), next + dash)
        }
        None => (None, at),
    }
}
