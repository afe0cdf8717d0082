//! Dates of the Islamic calendar: 12 Rajab 1434, Ramadan 2013, the month of Muharram.

use super::calendar_year::YearHint;
use super::hijri;
use super::moment::Moment;
use super::month_day::{day_at, day_of};
use super::names::Names;
use super::partial::{Interval, Partial};
use super::recurring;
use crate::numbers::tokens::{Kind, Token};
use crate::table::Table;
use std::sync::LazyLock;

/// The text of the table.
pub(super) const TABLE: &str = include_str!("../../../../data/times/hijri_months.tsv");

static MONTHS: LazyLock<Names<i8>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    let month = |row: &Vec<&'static str>| match row[..] {
        [words, month] => Some((words, month.parse().ok()?)),
        _ => None,
    };
    Names::of(table.rows.iter().filter_map(|(_, row)| month(row)))
});

/// A day or a month of the Islamic calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HijriDate {
    /// First and last day; `None` for the whole month.
    pub days: Option<(i8, i8)>,
    month: i8,
    year: Year,
}

/// The year as the words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    /// 1434.
    Hijri(i16),
    /// 2013, last year, or none.
    Common(YearHint),
}

impl HijriDate {
    /// The date that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let the = usize::from(tokens.get(at)?.is("the"));
        let (hint, month_at) = recurring::before(tokens, at + the);
        if let Some((month, next)) = MONTHS.longest(tokens, month_at) {
            let (days, next) = days(tokens, next).map_or((None, next), |(days, next)| (Some(days), next));
            let (year, next) = year(tokens, next, hint);
            return Some((Self { days, month: *month, year }, next));
        }
        let spelled = || day_of(tokens, at + the).map(|(day, next)| ((day, day), next));
        let (days, next) = spelled().or_else(|| days(tokens, at + the))?;
        let of = usize::from(tokens.get(next).is_some_and(|t| t.is("of")));
        let (month, next) = MONTHS.longest(tokens, next + of)?;
        let (year, next) = year(tokens, next, YearHint::None);
        Some((Self { days: Some(days), month: *month, year }, next))
    }

    /// True where the words give a day or a year, so that nobody's name is meant.
    pub fn is_sure(self) -> bool {
        self.days.is_some() || self.year != Year::Common(YearHint::None)
    }

    /// This in the year of `other`, where it has none of its own.
    pub fn with_year_of(self, other: Self) -> Option<Self> {
        let none = Year::Common(YearHint::None);
        (self.year == none && other.year != none).then_some(Self { year: other.year, ..self })
    }

    /// The days that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let interval = match self.year {
            Year::Hijri(year) => self.of(year),
            Year::Common(hint) => recurring::pick(hint, moment, |year| {
                hijri::years_around(year).filter_map(|year| self.of(year)).collect()
            }),
        };
        Some((interval?, "date of the Islamic calendar, as counted"))
    }

    fn of(self, year: i16) -> Option<Interval> {
        let day = |day| hijri::day(year, self.month, day).and_then(Partial::day);
        match self.days {
            Some((first, last)) => Interval::new(day(first)?, day(last)?),
            None => hijri::month(year, self.month),
        }
    }
}

/// "12", "12-14", "12 to 14".
fn days(tokens: &[Token], at: usize) -> Option<((i8, i8), usize)> {
    let (first, next) = day_at(tokens, at)?;
    let joined = tokens.get(next).is_some_and(|t| t.is_any(&["-", "and", "to"]));
    match day_at(tokens, next + 1).filter(|_| joined) {
        Some((last, next)) => Some(((first, last), next)),
        None => Some(((first, first), next)),
    }
}

/// "1434", "1434 AH", "AH 1434", or a year of the common calendar.
fn year(tokens: &[Token], at: usize, before: YearHint) -> (Year, usize) {
    let era = |n: usize| tokens.get(n).is_some_and(|t| t.is_any(&["ah", "a.h.", "a.h", "h", "h."]));
    let comma = at + usize::from(tokens.get(at).is_some_and(|t| t.is_any(&[",", "of"])));
    let number = comma + usize::from(era(comma));
    let stated = tokens.get(number).filter(|t| t.kind == Kind::Number && t.low.len() == 4);
    match stated.and_then(|t| t.low.parse().ok()).filter(|year| hijri::YEARS.contains(year)) {
        Some(year) => (Year::Hijri(year), number + 1 + usize::from(era(number + 1))),
        None => {
            let (hint, next) = recurring::after(tokens, at, before);
            (Year::Common(hint), next)
        }
    }
}
