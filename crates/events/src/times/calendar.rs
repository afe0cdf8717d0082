//! Dates of the calendar: 13 December 2012, Dec. 13, 2012-12-13, 3-5 May, March last year.

use super::calendar_words;
use super::calendar_year::YearHint;
use super::moment::Moment;
use super::partial::{Interval, Partial, add_months};
use crate::numbers::tokens::Token;

/// A day, days of one month, or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    /// First and last day of the month; `None` for the whole month.
    pub days: Option<(i8, i8)>,
    /// 1 to 12; `None` for "the 13th".
    pub month: Option<i8>,
    /// Its year.
    pub year: YearHint,
}

impl Calendar {
    /// The date that begins at `at`, and where it ends. It need not exist: 30 February is read, and has no place.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        calendar_words::read(tokens, at)
    }

    /// The stretch that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let Some(month) = self.month else { return self.place_ordinal(moment) };
        let day = self.days.map(|(first, _)| first);
        let year = self.year.of(month, day, moment)?;
        let interval = match self.days {
            None => Interval::at(Partial::month(year, month)?),
            Some((first, last)) => {
                Interval::new(Partial::day_of(year, month, first)?, Partial::day_of(year, month, last)?)?
            }
        };
        Some((interval, self.rule(moment)))
    }

    fn rule(self, moment: &Moment) -> &'static str {
        match self.year {
            YearHint::Stated(_) => "date as stated",
            YearHint::Which(_) | YearHint::Nearest(_) => "date in a year named from the report",
            YearHint::None if moment.published.is_some() => "date next to publication",
            YearHint::None => "date in the year stated earlier",
        }
    }

    /// "the 13th": in the anchor's month, or the last 13th before the report.
    fn place_ordinal(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let (day, _) = self.days?;
        let base = moment.this_day()?;
        let in_month = |months| {
            add_months(base.first_of_month(), months).and_then(|d| Partial::day_of(d.year(), d.month(), day))
        };
        let fits = |point: &Partial| moment.is_future() || point.first_day() <= base;
        // Of any two months that follow each other one has 31 days.
        let point = [0, -1, -2].into_iter().filter_map(in_month).find(fits)?;
        Some((Interval::at(point), "day of the month"))
    }
}
