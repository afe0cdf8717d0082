//! The Islamic calendar, counted: months of 30 and 29 days in turn, and eleven leap years in every thirty.
//!
//! Months begin where the moon is seen, or where an authority says so; what is counted (the tabular calendar, civil epoch)
//! can be a day off, seldom two.

use super::partial::{Interval, add_days};
use jiff::civil::{Date, date};

/// Years of the Islamic calendar that lie within 1900 to 2100.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1317..=1524;

/// Days from the day before 1 Muharram of the year 1 to 1 January 1970.
const TO_1970: i64 = 492_149;

/// A day of the Islamic calendar; `None` where its month has no such day.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=length(year, month)).contains(&day) {
        return None;
    }
    let (years, months) = (i64::from(year), i64::from(month));
    // Of the months before, every other one has 30 days.
    let before = (years - 1) * 354 + (11 * years + 3) / 30 + (months - 1) * 29 + months / 2;
    add_days(date(1970, 1, 1), before + i64::from(day) - TO_1970)
}

/// All days of a month.
pub(super) fn month(year: i16, month: i8) -> Option<Interval> {
    Interval::days(day(year, month, 1)?, day(year, month, length(year, month))?)
}

/// The years of the Islamic calendar that reach into `year`, those before and after it or next to them, in order.
pub(super) fn years_around(year: i16) -> impl DoubleEndedIterator<Item = i16> {
    let near = i16::try_from((i32::from(year) - 622) * 33 / 32).unwrap_or(0);
    near.saturating_sub(2)..=near.saturating_add(3)
}

const fn length(year: i16, month: i8) -> i8 {
    let leap = (11 * year as i64 + 14) % 30 < 11;
    if month % 2 == 1 || month == 12 && leap { 30 } else { 29 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_known() {
        // The 1st of Ramadan 1433 and 1434, Eid al-Adha 1433, the new years 1400 and 1420.
        for (hijri, known) in [
            ((1433, 9, 1), date(2012, 7, 20)),
            ((1434, 9, 1), date(2013, 7, 9)),
            ((1433, 12, 10), date(2012, 10, 26)),
            ((1400, 1, 1), date(1979, 11, 21)),
            ((1420, 1, 1), date(1999, 4, 17)),
        ] {
            assert_eq!(day(hijri.0, hijri.1, hijri.2), Some(known), "{hijri:?}");
        }
        assert_eq!((day(1434, 7, 31), day(1434, 2, 30), day(1700, 1, 1)), (None, None, None));
    }

    #[test]
    fn each_month_begins_when_the_last_is_over() {
        let months = YEARS.flat_map(|y| (1..=12).map(move |m| (y, m)));
        let mut before: Option<Date> = None;
        for (year, month) in months {
            let (first, last) = (day(year, month, 1), day(year, month, length(year, month)));
            assert!(before.is_none_or(|b| add_days(b, 1) == first), "{year} {month}");
            before = last;
        }
    }
}
