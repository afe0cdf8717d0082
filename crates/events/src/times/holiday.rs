//! Holidays with a fixed day, from `data/times/holidays.tsv`: Christmas Eve, New Year's Day.

use super::calendar::{Calendar, year_at};
use super::calendar_year::YearHint;
use super::moment::Moment;
use super::partial::Interval;
use crate::numbers::tokens::Token;
use crate::table::Table;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../data/times/holidays.tsv");

/// A holiday and its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday(Calendar);

/// Words, month and day.
type Day = (Vec<&'static str>, i8, i8);

static DAYS: LazyLock<Vec<Day>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    let day = |row: &Vec<&'static str>| match row[..] {
        [words, month, day] => Some((words.split(' ').collect(), month.parse().ok()?, day.parse().ok()?)),
        _ => None,
    };
    table.rows.iter().filter_map(|(_, row)| day(row)).collect()
});

impl Holiday {
    /// The holiday that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let fits = |(words, ..): &&Day| {
            tokens.get(at).is_some_and(|t| t.capital)
                && words.iter().enumerate().all(|(n, w)| tokens.get(at + n).is_some_and(|t| t.is(w)))
        };
        let (words, month, day) = DAYS.iter().filter(fits).max_by_key(|(words, ..)| words.len())?;
        let next = at + words.len();
        let year = year_at(tokens, next);
        let hint = year.map_or(YearHint::None, YearHint::Stated);
        let calendar = Calendar { days: Some((*day, *day)), month: Some(*month), year: hint };
        Some((Self(calendar), next + usize::from(year.is_some())))
    }

    /// The day that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        self.0.place(moment).map(|(interval, _)| (interval, "holiday"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::tokens::tokens;

    #[test]
    fn the_table_parses() {
        let rows = Table::parse(TABLE).map_or(0, |t| t.rows.len());
        assert!(
            rows > 0
                && DAYS.len() == rows
                && DAYS.iter().all(|(_, m, d)| (1..=12).contains(m) && (1..=31).contains(d))
        );
    }

    #[test]
    fn the_longest_name_counts() {
        let end = |text: &str| Holiday::read(&tokens(text), 0).map(|(_, end)| end);
        assert_eq!((end("Christmas Eve"), end("Christmas"), end("christmas")), (Some(2), Some(1), None));
    }
}
