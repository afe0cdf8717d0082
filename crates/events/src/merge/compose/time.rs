//! When it happened: the days of the claims that say it most precisely.

use super::Group;
use crate::merge::days::Days;

/// Spans up to this many days are as precise as single days: "overnight", a siege from one day to the next.
const PRECISE: i32 = 3;

/// From the first to the last day that the most precise claims give; the earliest day of publication where none gives any.
pub(super) fn days(group: &Group<'_>) -> Option<Days> {
    let all: Vec<Days> = group.asserting().filter_map(|c| c.days).collect();
    let Some(shortest) = all.iter().map(|d| d.length()).min() else {
        let mut published =
            group.asserting().filter(|c| !c.historical).filter_map(|c| group.report(c)?.published);
        let first = published.next()?;
        let first = published.fold(first, i32::min);
        return Some(Days { first, last: first });
    };
    let precise = all.iter().filter(|d| d.length() <= shortest.max(PRECISE));
    precise.copied().reduce(|a, b| Days { first: a.first.min(b.first), last: a.last.max(b.last) })
}
