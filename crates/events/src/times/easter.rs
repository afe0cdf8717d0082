//! Feasts whose day is counted anew each year: Easter of the Western and of the Eastern churches, Nowruz.

use super::partial::add_days;
use jiff::civil::{Date, date};

/// A feast that others are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// Easter Sunday of the Western churches.
    Easter,
    /// Easter Sunday of the Eastern churches.
    Orthodox,
    /// The first day of the Iranian year.
    Nowruz,
}

impl Feast {
    /// Its day in `year`.
    pub fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Easter => western(year),
            Self::Orthodox => orthodox(year),
            Self::Nowruz => nowruz(year),
        }
    }
}

/// Easter Sunday of the Western churches (the anonymous Gregorian rule).
fn western(year: i16) -> Option<Date> {
    let year = i64::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    march(year, moon + sunday - 7 * late + 22)
}

/// Easter Sunday of the Eastern churches: that of the Julian calendar, which is 13 days behind from 1900 to 2100.
fn orthodox(year: i16) -> Option<Date> {
    let year = i64::from(year);
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    march(year, moon + sunday + 22 + 13)
}

/// The first day of the Iranian year, by the cycle of 33 years: 20, 21 or 22 March.
fn nowruz(year: i16) -> Option<Date> {
    let iranian = i64::from(year) - 621;
    add_days(date(1970, 1, 1), 365 * (iranian - 1) + (8 * iranian + 21) / 33 - 492_268)
}

/// A day of March, counted on into April and May.
fn march(year: i64, day: i64) -> Option<Date> {
    add_days(Date::new(i16::try_from(year).ok()?, 3, 1).ok()?, day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_known() {
        let all = |year| (western(year), orthodox(year), nowruz(year));
        let days = |w, o, n| (Some(w), Some(o), Some(n));
        assert_eq!(all(2012), days(date(2012, 4, 8), date(2012, 4, 15), date(2012, 3, 20)));
        assert_eq!(all(2013), days(date(2013, 3, 31), date(2013, 5, 5), date(2013, 3, 21)));
        assert_eq!(all(2019), days(date(2019, 4, 21), date(2019, 4, 28), date(2019, 3, 21)));
        assert_eq!(all(2024), days(date(2024, 3, 31), date(2024, 5, 5), date(2024, 3, 20)));
    }
}
