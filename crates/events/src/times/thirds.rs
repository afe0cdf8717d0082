//! Early, mid, late, halves and quarters of a stretch, by the measure that it is named in.

use super::partial::{Interval, Partial, add_days, add_months};
use super::section::Section;

/// Thirds, ends, halves or quarters of `whole`.
pub(super) fn of(section: Section, whole: Interval) -> Option<Interval> {
    let (begin, end) = (whole.begin()?, whole.end()?);
    let (first, last) = (begin.first_day(), end.last_day());
    match (begin, end) {
        (Partial::Year(from), Partial::Year(to)) if from < to => {
            let (a, b) = cut(section, i64::from(to) - i64::from(from) + 1, Measure::Decade)?;
            let year = |n: i64| Partial::year(from.checked_add(i16::try_from(n).ok()?)?);
            Interval::new(year(a)?, year(b)?)
        }
        (Partial::Month { year, month }, Partial::Month { year: to, month: same })
            if (year, month) == (to, same) =>
        {
            days(section, whole)
        }
        (Partial::Day(_), _) | (_, Partial::Day(_)) => days(section, whole),
        _ => {
            let between = |from: i16, to: i16| i64::from(to) - i64::from(from);
            let length = between(first.year(), last.year()) * 12 + i64::from(last.month())
                - i64::from(first.month())
                + 1;
            let (a, b) = cut(section, length, Measure::Year)?;
            let month = |n: i64| add_months(first, n).and_then(|d| Partial::month(d.year(), d.month()));
            Interval::new(month(a)?, month(b)?)
        }
    }
}

/// Of a month, a week, a weekend or days counted up to the report.
fn days(section: Section, whole: Interval) -> Option<Interval> {
    let (first, last) = (whole.begin()?.first_day(), whole.end()?.last_day());
    let length = i64::from(first.until(last).ok()?.get_days()) + 1;
    let (a, b) = cut(section, length, if length > 14 { Measure::Month } else { Measure::Week })?;
    Interval::days(add_days(first, a)?, add_days(first, b)?)
}

/// What a stretch is counted in.
#[derive(Clone, Copy)]
enum Measure {
    /// A week or less: early and late overlap in its middle.
    Week,
    /// The days of a month.
    Month,
    /// The months of a year, a season, a quarter.
    Year,
    /// The years of a decade.
    Decade,
}

/// The first and last of `n` units, from 0, that `section` takes.
fn cut(section: Section, n: i64, measure: Measure) -> Option<(i64, i64)> {
    use Section::{Early, EarlyToMid, End, Late, Mid, MidToLate, Part, Start};
    match section {
        EarlyToMid => return Some((cut(Early, n, measure)?.0, cut(Mid, n, measure)?.1)),
        MidToLate => return Some((cut(Mid, n, measure)?.0, cut(Late, n, measure)?.1)),
        _ => {}
    }
    let third = (n / 3).max(1);
    let (a, b) = match (section, measure) {
        (Part(nth, of), _) => ((nth - 1) * n / of, nth * n / of - 1),
        (Early | Start, Measure::Week) => (0, 2),
        (Mid, Measure::Week) => (1, 3),
        (Early | Start, Measure::Month) => (0, 9),
        (Mid, Measure::Month) => (10, 19),
        (Late, Measure::Month) => (20, n),
        (End, Measure::Month) => (n - 7, n),
        (Early, Measure::Year) => (0, third - 1),
        (Mid, Measure::Year) => (third, n - third - 1),
        (Late, Measure::Year) => (n - third, n),
        (Start, Measure::Year) => (0, 0),
        (End, Measure::Year) => (n - 1, n),
        (Early | Start, Measure::Decade) => (0, 3),
        (Mid, Measure::Decade) => (4, 6),
        (Late | End, Measure::Week | Measure::Decade) => (n - 4, n),
        _ => return None,
    };
    let (a, b) = (a.max(0), b.min(n - 1));
    (a <= b).then_some((a, b))
}
