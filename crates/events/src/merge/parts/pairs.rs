//! The second step: how likely the tellings of one block are one event, pair by pair.

use crate::merge::graph::WINDOW;
use crate::merge::reports::Reports;
use crate::merge::tables::Merging;
use crate::merge::telling::Telling;
use crate::record::part::Sheet;

/// Pairs of tellings that share a block, with their log odds in thousandths: each pair by its places in `block`, the telling that comes
/// before the other in the order of all first; pairs that are as good as unknown are left out.
///
/// `block` has the tellings of one block, each once: all of them, or of a crowded block some that follow each other in its order, with the
/// [`WINDOW`] that come after them. The first `own` of them in that order are held against those behind them; those after `own` are only
/// there to be met. Where several blocks hold a pair together, each gives it, with the same odds.
pub fn weigh(tables: &Merging, block: &[Sheet], own: usize) -> Vec<(usize, usize, i64)> {
    let mut reports = Reports::new(tables);
    let mut of: Vec<(usize, Telling)> =
        block.iter().enumerate().filter_map(|(n, sheet)| Some((n, telling(&mut reports, sheet)?))).collect();
    of.sort_by_key(|(_, telling)| telling.order);
    let mut found = Vec::new();
    for (at, (n, a)) in of.iter().enumerate().take(own) {
        for (m, b) in of.iter().skip(at + 1).take(WINDOW) {
            found.extend(reports.known(a, b).map(|odds| (*n, *m, odds)));
        }
    }
    found
}

/// A telling made again of its sheet; its claims get numbers of their own here.
fn telling(reports: &mut Reports<'_>, sheet: &Sheet) -> Option<Telling> {
    let report = reports.hear(&sheet.head);
    let from = reports.told.get(report as usize).map_or(0, Vec::len);
    for claim in &sheet.claims {
        reports.tell(report, claim);
    }
    let told = reports.told.get_mut(report as usize)?;
    for (claim, nth) in told.iter_mut().skip(from).zip(&sheet.nth) {
        claim.nth = *nth;
    }
    let numbers = from..told.len();
    let mut telling = reports.telling(report, numbers.filter_map(|n| u32::try_from(n).ok()))?;
    (telling.order.2, telling.main) = (sheet.number, sheet.main);
    Some(telling)
}
