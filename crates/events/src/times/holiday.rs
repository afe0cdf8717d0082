//! Holidays with a fixed day: Christmas Eve, New Year's Day.

use super::calendar::{Calendar, year_at};
use super::calendar_year::YearHint;
use super::moment::Moment;
use super::partial::Interval;
use crate::numbers::tokens::Token;

/// A holiday and its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday(Calendar);

/// Words, month and day; longer names first.
const DAYS: [(&[&str], i8, i8); 11] = [
    (&["christmas", "eve"], 12, 24),
    (&["christmas", "day"], 12, 25),
    (&["boxing", "day"], 12, 26),
    (&["new", "year", "'s", "eve"], 12, 31),
    (&["new", "year", "'s", "day"], 1, 1),
    (&["new", "year", "'s"], 1, 1),
    (&["may", "day"], 5, 1),
    (&["valentine", "'s", "day"], 2, 14),
    (&["halloween"], 10, 31),
    (&["christmas"], 12, 25),
    (&["bastille", "day"], 7, 14),
];

impl Holiday {
    /// The holiday that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let fits = |words: &[&str]| {
            tokens.get(at).is_some_and(|t| t.capital)
                && words.iter().enumerate().all(|(n, w)| tokens.get(at + n).is_some_and(|t| t.is(w)))
        };
        let (words, month, day) = DAYS.into_iter().find(|(words, ..)| fits(words))?;
        let next = at + words.len();
        let year = year_at(tokens, next);
        let hint = year.map_or(YearHint::None, YearHint::Stated);
        let calendar = Calendar { days: Some((day, day)), month: Some(month), year: hint };
        Some((Self(calendar), next + usize::from(year.is_some())))
    }

    /// The day that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        self.0.place(moment).map(|(interval, _)| (interval, "holiday"))
    }
}
