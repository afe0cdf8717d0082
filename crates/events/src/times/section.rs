//! Sections of a stretch: early March, mid-2014, the first week of October, the second quarter of 2013, later this year.

use super::form::Form;
use super::moment::Moment;
use super::partial::{Interval, Partial, add_days, add_months};
use super::thirds;
use super::unit::Unit;
use super::year::YearForm;
use jiff::civil::Date;

/// Which section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
    /// The first two thirds: early to mid.
    EarlyToMid,
    /// The last two thirds: mid to late.
    MidToLate,
    /// The first days.
    Start,
    /// The last days.
    End,
    /// What lies before the report.
    Earlier,
    /// What lies after the report, or after the day stated.
    Later,
    /// So many units from the beginning: the first two weeks.
    First(i64, Unit),
    /// So many units up to the end.
    Last(i64, Unit),
    /// The unit of that number: the second week.
    Nth(i64, Unit),
    /// The part of that number, of so many equal ones: the second of two halves, the last of four quarters.
    Part(i64, i64),
    /// The unit that a day lies in: the week of 5 March.
    Around(Unit),
    /// The weekday of that number, 0 for Monday: the first Friday; the last one where there is no number.
    Weekday(Option<i64>, i8),
}

impl Section {
    /// True where it makes sense of `form`: early of a day says nothing of the date.
    pub fn fits(self, form: &Form) -> bool {
        if let Self::Around(_) = self {
            return matches!(form, Form::Calendar(calendar) if calendar.days.is_some());
        }
        match form {
            // A feast is named by its first day.
            Form::Holiday(_) => matches!(self, Self::First(1, Unit::Day) | Self::Nth(_, Unit::Day)),
            Form::Calendar(calendar) => calendar.days.is_none(),
            Form::Hijri(hijri) => hijri.days.is_none(),
            Form::Stretch(_) => true,
            Form::Year(year) => !matches!(year, YearForm::Years(..)),
            _ => false,
        }
    }

    /// The section of `whole`; `None` where it has none.
    pub fn of(self, whole: Interval, moment: &Moment) -> Option<Interval> {
        let (begin, end) = (whole.begin()?, whole.end()?);
        if let Self::Around(unit) = self {
            return unit.around(begin.first_day());
        }
        if whole.first == whole.last && whole.is_days() {
            let on = if let Self::Nth(n, Unit::Day) = self { n.checked_sub(1)? } else { 0 };
            return Some(Interval::at(Partial::day(add_days(begin.first_day(), on)?)?));
        }
        match self {
            Self::Earlier => Some(earlier(begin, end, moment)),
            Self::Later => Some(later(begin, end, moment)),
            Self::First(n, unit) => within(whole, units(begin.first_day(), 0, n, unit)?),
            Self::Nth(n, unit) => within(whole, units(begin.first_day(), n.checked_sub(1)?, 1, unit)?),
            Self::Last(n, unit) => {
                let after = add_days(end.last_day(), 1)?;
                within(whole, units(unit.shift(after, n.checked_neg()?)?, 0, n, unit)?)
            }
            Self::Weekday(nth, day) => within(whole, weekday(nth, day, whole)?),
            _ => thirds::of(self, whole),
        }
    }
}

/// The `nth` weekday of `whole`, or the last.
fn weekday(nth: Option<i64>, day: i8, whole: Interval) -> Option<Interval> {
    let days_from = |from: i8, to: i8| i64::from((to - from).rem_euclid(7));
    let (first, last) = (whole.begin()?.first_day(), whole.end()?.last_day());
    let date = match nth {
        Some(nth) => {
            let weeks = nth.checked_sub(1)?.checked_mul(7)?;
            add_days(first, days_from(first.weekday().to_monday_zero_offset(), day) + weeks)?
        }
        None => add_days(last, -days_from(day, last.weekday().to_monday_zero_offset()))?,
    };
    Some(Interval::at(Partial::day(date)?))
}

/// `n` units that begin `after` units behind `from`; months are as exact as their name.
fn units(from: Date, after: i64, n: i64, unit: Unit) -> Option<Interval> {
    let first = unit.shift(from, after)?;
    if unit == Unit::Month {
        let last = add_months(first, n.checked_sub(1)?)?;
        return Interval::new(
            Partial::month(first.year(), first.month())?,
            Partial::month(last.year(), last.month())?,
        );
    }
    Interval::days(first, add_days(unit.shift(first, n)?, -1)?)
}

/// `part`, as far as it lies in `whole`.
fn within(whole: Interval, part: Interval) -> Option<Interval> {
    let (begin, end) = (whole.begin()?, whole.end()?);
    let first = part.first?;
    let last = part.last?;
    let first = if first.first_day() < begin.first_day() { begin } else { first };
    let last = if last.last_day() > end.last_day() { Partial::day(end.last_day())? } else { last };
    Interval::new(first, last)
}

/// Up to the report, where that lies inside.
fn earlier(begin: Partial, end: Partial, moment: &Moment) -> Interval {
    let whole = Interval { first: Some(begin), last: Some(end) };
    let Some(today) = moment.published.filter(|p| *p >= begin.first_day() && *p < end.last_day()) else {
        return whole;
    };
    Interval::days(begin.first_day(), today).unwrap_or(whole)
}

/// From the day stated before, or from the report, where that lies inside.
fn later(begin: Partial, end: Partial, moment: &Moment) -> Interval {
    let whole = Interval { first: Some(begin), last: Some(end) };
    let inside = |d: &Date| *d >= begin.first_day() && *d < end.last_day();
    let next = moment.anchor_day().filter(inside).and_then(|d| add_days(d, 1));
    // "this year" as read from the report ends with the report; what comes later runs to the year's end.
    let today = moment.published.filter(|p| Some(*p) == Some(end.last_day()));
    match (next, today) {
        (_, Some(today)) => rest_of(begin, today).unwrap_or(whole),
        (Some(next), None) => Interval::days(next, end.last_day()).unwrap_or(whole),
        _ => whole,
    }
}

fn rest_of(begin: Partial, today: Date) -> Option<Interval> {
    let first = begin.first_day();
    let unit = match (first.month(), first.day()) {
        (1, 1) if today.month() > 1 || today.day() > 7 => Unit::Year,
        (_, 1) => Unit::Month,
        _ => Unit::Week,
    };
    Interval::days(today, unit.around(today)?.end()?.last_day())
}
