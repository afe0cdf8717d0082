//! A day, a month or a year, and stretches of them.

use jiff::Span as Length;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// The years that a date may lie in; what falls outside is taken for a misreading.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A point of time as exact as the words are; prints as ISO 8601: `2012-12-13`, `2012-12`, `2012`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Partial {
    /// A day.
    Day(Date),
    /// A month.
    Month {
        /// 1900 to 2100.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A year, 1900 to 2100.
    Year(i16),
}

impl Partial {
    /// A day of the years that count.
    pub fn day(date: Date) -> Option<Self> {
        YEARS.contains(&date.year()).then_some(Self::Day(date))
    }

    /// A day by its numbers; `None` for 31 February.
    pub fn day_of(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().and_then(Self::day)
    }

    /// A month; `None` outside of 1 to 12 and of the years that count.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self::Month { year, month })
    }

    /// A year of those that count.
    pub fn year(year: i16) -> Option<Self> {
        YEARS.contains(&year).then_some(Self::Year(year))
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { year, month } => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { .. } => self.first_day().last_of_month(),
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
        }
    }

    /// The year that it lies in.
    pub fn year_of(self) -> i16 {
        self.first_day().year()
    }

    /// True for a day.
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }
}

/// Reads what [`Partial`] prints.
impl FromStr for Partial {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut cells = text.splitn(3, '-');
        let year = cells.next().and_then(|cell| cell.parse().ok()).ok_or(NotADate)?;
        let mut number = || cells.next().map(|cell| cell.parse().map_err(|_| NotADate)).transpose();
        match (number()?, number()?) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, month),
            (Some(month), Some(day)) => Self::day_of(year, month, day),
        }
        .ok_or(NotADate)
    }
}

/// Not a day, a month or a year between 1900 and 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// A stretch of time; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interval {
    /// When it begins.
    pub first: Option<Partial>,
    /// When it ends.
    pub last: Option<Partial>,
}

impl Interval {
    /// From one point to another; `None` where they are in the wrong order.
    pub fn new(first: Partial, last: Partial) -> Option<Self> {
        (first.first_day() <= last.last_day()).then_some(Self { first: Some(first), last: Some(last) })
    }

    /// One day, month or year.
    pub const fn at(point: Partial) -> Self {
        Self { first: Some(point), last: Some(point) }
    }

    /// The days between two days.
    pub fn days(first: Date, last: Date) -> Option<Self> {
        Self::new(Partial::day(first)?, Partial::day(last)?)
    }

    /// The last day or month that is known of it.
    pub fn end(self) -> Option<Partial> {
        self.last.or(self.first)
    }

    /// The first that is known of it.
    pub fn begin(self) -> Option<Partial> {
        self.first.or(self.last)
    }

    /// True where it is known to the day.
    pub fn is_days(self) -> bool {
        self.end().is_some_and(Partial::is_day)
    }
}

/// `date` and so many days, back where negative.
pub(super) fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Length::new().try_days(days).ok()?).ok()
}

/// `date` and so many months; the day is clipped to the month's length.
pub(super) fn add_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Length::new().try_months(months).ok()?).ok()
}

/// The Monday of the week of `date`.
pub(super) fn monday(date: Date) -> Option<Date> {
    add_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read() {
        for text in ["2012-12-13", "2012-12", "2012"] {
            assert_eq!(text.parse::<Partial>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "2012-13", "2012-02-30", "1066", "2012-12-13-1", "x"] {
            assert_eq!(text.parse::<Partial>(), Err(NotADate), "{text}");
        }
    }
}
