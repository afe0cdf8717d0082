//! Weeks, months and years named from the report: last week, this year, the past two weeks, the following month.

use super::moment::Moment;
use super::partial::{Interval, Partial};
use super::unit::Unit;
use super::which::Which;
use jiff::civil::Date;

/// A stretch named by a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// last week, this year, the following month.
    Named(Which, Unit),
    /// the past two weeks: so many up to the report.
    Trailing(i64, Unit, Which),
    /// the next two weeks: so many from the report on, or from what was told.
    Coming(i64, Unit, Which),
    /// the weekend.
    Weekend,
    /// the coming weeks: from the report on, nobody says how long.
    Open,
    /// the week before last, the month after next: so many from the report's.
    Beyond(i64, Unit),
}

impl Stretch {
    /// True where it is counted from what the report told before: "the next day".
    pub fn is_anchored(self) -> bool {
        matches!(self, Self::Named(which, _) if which.is_anchored())
    }

    /// The stretch that it means; all of it, where `whole`, and not only up to the report: "the end of this year".
    pub fn place(self, moment: &Moment, whole: bool) -> Option<(Interval, &'static str)> {
        match self {
            Self::Named(Which::This, unit) if whole => {
                Some((unit.around(moment.published?)?, "the report's own week, month or year"))
            }
            Self::Named(which, unit) => named(which, unit, moment),
            Self::Trailing(n, unit, which) => trailing(n, unit, which, moment),
            Self::Coming(n, unit, which) => {
                let report = moment.published.filter(|_| !which.is_anchored());
                let from = report.or_else(|| moment.anchor_day())?;
                let last = near(unit, n, unit.shift(from, n)?)?;
                Some((Interval::new(Partial::day(from)?, last)?, "days after publication"))
            }
            Self::Open => {
                let first = Partial::day(moment.published?)?;
                Some((Interval { first: Some(first), last: None }, "from publication on"))
            }
            Self::Beyond(n, unit) => {
                let date = unit.shift(start(unit, moment.published?), n)?;
                Some((unit.around(date)?, "week, month or year named from the report"))
            }
            Self::Weekend => {
                let which = if moment.is_future() { Which::Next } else { Which::Last };
                named(which, Unit::Weekend, moment)
            }
        }
    }
}

fn trailing(n: i64, unit: Unit, which: Which, moment: &Moment) -> Option<(Interval, &'static str)> {
    let anchored = if which.is_anchored() { moment.anchor_day() } else { None };
    let last = anchored.or(moment.published)?;
    let first = unit.shift(last, n.checked_neg()?)?;
    Some((Interval::new(near(unit, n, first)?, Partial::day(last)?)?, "stretch up to publication"))
}

/// The end of `n` units that lies at `date`: years are too coarse to name a day by.
fn near(unit: Unit, n: i64, date: Date) -> Option<Partial> {
    match unit {
        Unit::Year | Unit::Decade if n > 1 || unit == Unit::Decade => Partial::year(date.year()),
        _ => Partial::day(date),
    }
}

fn named(which: Which, unit: Unit, moment: &Moment) -> Option<(Interval, &'static str)> {
    if which.is_anchored() {
        return anchored(which, unit, moment);
    }
    let published = moment.published?;
    if which == Which::This && !matches!(unit, Unit::Weekend | Unit::Day | Unit::Hour) {
        let (whole, today) = (unit.around(published)?, Partial::day(published)?);
        let (first, last) = (whole.begin()?.first_day(), whole.end()?.last_day());
        let days = if moment.is_future() {
            Interval::new(today, Partial::day(last)?)
        } else {
            Interval::new(Partial::day(first)?, today)
        };
        return Some((days?, "the report's own week, month or year"));
    }
    let weekend = published.weekday().to_monday_zero_offset() >= 5;
    let step = match (unit, which) {
        (Unit::Day | Unit::Hour, Which::Last) => return None,
        // On a Saturday "the weekend" has begun; before that it is the one that is over, unless it is to come.
        (Unit::Weekend, Which::Last) if weekend => 0,
        (Unit::Weekend, Which::Next) if !weekend => 0,
        (Unit::Weekend, Which::This) => i64::from(weekend || moment.is_future()) - 1,
        _ => which.step(),
    };
    Some((
        unit.around(unit.shift(start(unit, published), step)?)?,
        "week, month or year named from the report",
    ))
}

/// The day from which whole units are counted, so that a month less does not fall off a short month's end.
fn start(unit: Unit, date: Date) -> Date {
    match unit {
        Unit::Month | Unit::Year | Unit::Decade => date.first_of_month(),
        _ => date,
    }
}

/// "the following month", "that week", "the same day": counted from the day stated before.
fn anchored(which: Which, unit: Unit, moment: &Moment) -> Option<(Interval, &'static str)> {
    let told = || moment.published.and_then(Partial::day).map(Interval::at).filter(|_| which == Which::Same);
    let day = matches!(unit, Unit::Day | Unit::Hour);
    let coarse = matches!(unit, Unit::Month | Unit::Year | Unit::Decade);
    let anchor = if coarse { moment.coarse_anchor() } else { moment.anchor }.or_else(told)?;
    if day && which == Which::Same {
        return anchor.is_days().then_some((anchor, "the day stated before"));
    }
    if day && !anchor.is_days() {
        return None;
    }
    let from = if which == Which::Before { anchor.begin()?.first_day() } else { anchor.end()?.last_day() };
    Some((unit.around(unit.shift(start(unit, from), which.step())?)?, "counted from the day stated before"))
}
