//! Which year a date of the calendar belongs to.

use super::moment::Moment;
use super::partial::{Interval, Partial, add_months};
use super::which::Which;
use jiff::civil::Date;

/// The year of a date as the words give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum YearHint {
    /// Not given.
    #[default]
    None,
    /// 2012.
    Stated(i16),
    /// last year, that year; or "last October".
    Which(Which),
    /// "last October": the last one that is over.
    Nearest(Which),
}

impl YearHint {
    /// The year of a date of `month` and `day`.
    pub fn of(self, month: i8, day: Option<i8>, moment: &Moment) -> Option<i16> {
        match self {
            Self::Stated(year) => Some(year),
            Self::Which(which) => {
                let anchored = moment.coarse_anchor().and_then(Interval::end).map(Partial::year_of);
                let base = if which.is_anchored() {
                    anchored.or(moment.year)
                } else {
                    moment.published.map(Date::year)
                };
                base?.checked_add(i16::try_from(which.step()).ok()?)
            }
            Self::Nearest(which) => nearest(month, which, moment.published?),
            Self::None => bare_year(month, day, moment),
        }
    }
}

/// "last October": the last one over when the report was published; "next March": the first one not yet begun.
fn nearest(month: i8, which: Which, published: Date) -> Option<i16> {
    let year = published.year();
    match which {
        Which::Last if month < published.month() => Some(year),
        Which::Last => year.checked_sub(1),
        Which::Next if month > published.month() => Some(year),
        Which::Next => year.checked_add(1),
        _ => Some(year),
    }
}

/// The year of a date that gives none: the nearest to publication that fits the tense; without a publication date the
/// year stated earlier in the report, never today's.
fn bare_year(month: i8, day: Option<i8>, moment: &Moment) -> Option<i16> {
    let Some(published) = moment.published else { return carried_year(month, moment) };
    if let Some(year) = inside(month, day, moment.beside) {
        return Some(year);
    }
    let ahead = moment.days_ahead();
    let candidate = |years: i16| {
        let year = published.year().checked_add(years)?;
        let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
        let days = published.until(date).ok()?.get_days();
        (days <= ahead && days > ahead - 366).then_some(year)
    };
    [0, -1, 1].into_iter().find_map(candidate)
}

/// The year in which a bare date lies inside the stretch just stated, where that ends before publication's year.
fn inside(month: i8, day: Option<i8>, beside: Option<Interval>) -> Option<i16> {
    let (begin, end) = (beside?.first?.first_day(), beside?.last?.last_day());
    let of = |year| Date::new(year, month, day.unwrap_or(1)).ok().filter(|d| (begin..=end).contains(d));
    // A stretch of more than a year says nothing of the year.
    let short = add_months(begin, 12).is_some_and(|limit| end < limit);
    [begin.year(), end.year()].into_iter().filter(|_| short).find(|year| of(*year).is_some())
}

fn carried_year(month: i8, moment: &Moment) -> Option<i16> {
    let year = moment.year?;
    if let Some(next) = moment.next_year {
        return Some(if month <= 6 { next } else { year });
    }
    // A story told in order that passes the turn of the year.
    let before = moment.anchor_day().filter(|d| d.year() == year).map(Date::month);
    match before {
        Some(11..) if month <= 2 => year.checked_add(1),
        _ => Some(year),
    }
}
