//! Holidays, from `data/times/holidays.tsv`: Christmas Eve, Good Friday, Eid al-Fitr.

use super::calendar::Calendar;
use super::calendar_year::YearHint;
use super::easter::Feast;
use super::hijri;
use super::moment::Moment;
use super::names::Names;
use super::partial::{Interval, Partial, add_days};
use super::recurring;
use crate::numbers::tokens::Token;
use crate::table::Table;
use jiff::civil::Date;
use std::sync::LazyLock;

/// The text of the table.
pub(super) const TABLE: &str = include_str!("../../../../data/times/holidays.tsv");

static DAYS: LazyLock<Names<Day>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    Names::of(table.rows.iter().filter_map(|(_, row)| Day::of_row(row)))
});

/// A holiday and its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday {
    day: Day,
    year: YearHint,
}

/// Which day of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// Month and day.
    Fixed(i8, i8),
    /// Month and day of the Islamic calendar.
    Hijri(i8, i8),
    /// So many days after a feast that is counted.
    Counted(Feast, i64),
}

impl Day {
    fn of_row(row: &[&'static str]) -> Option<(&'static str, Self)> {
        let [words, calendar, month, day] = row[..] else { return None };
        let after = || day.parse().ok();
        let day = match calendar {
            "common" => Self::Fixed(month.parse().ok()?, day.parse().ok()?),
            "hijri" => Self::Hijri(month.parse().ok()?, day.parse().ok()?),
            "easter" => Self::Counted(Feast::Easter, after()?),
            "orthodox easter" => Self::Counted(Feast::Orthodox, after()?),
            "nowruz" => Self::Counted(Feast::Nowruz, after()?),
            _ => return None,
        };
        Some((words, day))
    }

    /// Those that lie in and around `year`, in order.
    fn around(self, year: i16) -> Vec<Interval> {
        let days: Vec<Option<Date>> = match self {
            Self::Fixed(..) => Vec::new(),
            Self::Hijri(month, day) => hijri::years_around(year).map(|y| hijri::day(y, month, day)).collect(),
            Self::Counted(feast, after) => (year.saturating_sub(1)..=year.saturating_add(1))
                .map(|y| add_days(feast.day(y)?, after))
                .collect(),
        };
        days.into_iter().flatten().filter_map(Partial::day).map(Interval::at).collect()
    }
}

impl Holiday {
    /// The holiday that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let (hint, at) = recurring::before(tokens, at);
        let (day, next) = DAYS.longest(tokens, at).filter(|_| tokens.get(at).is_some_and(|t| t.capital))?;
        let (year, next) = recurring::after(tokens, next, hint);
        Some((Self { day: *day, year }, next))
    }

    /// The day that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let interval = match self.day {
            Day::Fixed(month, day) => {
                Calendar { days: Some((day, day)), month: Some(month), year: self.year }.place(moment)?.0
            }
            movable => recurring::pick(self.year, moment, |year| movable.around(year))?,
        };
        Some((interval, "holiday"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::tokens::tokens;

    #[test]
    fn the_table_parses() {
        let table = Table::parse(TABLE).unwrap_or_default();
        assert!(table.rows.len() > 10);
        for (line, row) in &table.rows {
            assert!(Day::of_row(row).is_some(), "line {line}");
        }
    }

    #[test]
    fn the_longest_name_counts() {
        let end = |text: &str| Holiday::read(&tokens(text), 0).map(|(_, end)| end);
        assert_eq!((end("Christmas Eve"), end("Christmas"), end("christmas")), (Some(2), Some(1), None));
    }
}
