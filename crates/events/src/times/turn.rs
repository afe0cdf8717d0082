//! Stretches whose ends were read on the wrong side of each other: "from Wednesday to Friday" in a report of Thursday.

use super::calendar_year::YearHint;
use super::form::Form;
use super::moment::Moment;
use super::partial::{Interval, Partial, add_days};

/// From `first` to `last`, which run backwards, with one of them moved by a week or a year: the end of what is past holds,
/// so does the beginning of what is to come. `None` where the words leave nothing to move.
pub(super) fn forwards(
    a: &Form,
    b: &Form,
    first: Interval,
    last: Interval,
    moment: &Moment,
) -> Option<Interval> {
    let is_past = moment.published.is_some() && !moment.is_future();
    let (first, last) = (first.begin()?, last.end()?);
    match (a, b) {
        (Form::Weekday(_), Form::Weekday(_)) => {
            let week = |point: Partial, days| Partial::day(add_days(point.first_day(), days)?);
            if is_past { Interval::new(week(first, -7)?, last) } else { Interval::new(first, week(last, 7)?) }
        }
        // "28 December to 3 January".
        (Form::Calendar(a), Form::Calendar(b))
            if (a.year, b.year) == (YearHint::None, YearHint::None) && a.month > b.month =>
        {
            if is_past {
                Interval::new(year(first, -1)?, last)
            } else {
                Interval::new(first, year(last, 1)?)
            }
        }
        _ => None,
    }
}

/// The same day or month so many years on.
fn year(point: Partial, years: i16) -> Option<Partial> {
    let year = point.year_of().checked_add(years)?;
    match point {
        Partial::Day(day) => Partial::day_of(year, day.month(), day.day()),
        Partial::Month { month, .. } => Partial::month(year, month),
        Partial::Year(_) => None,
    }
}
