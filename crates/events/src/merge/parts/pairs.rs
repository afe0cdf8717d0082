//! The second step: how likely the tellings of one block are one event, pair by pair.

use super::sheet;
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
    let mut of: Vec<(usize, &Sheet, Telling)> =
        block.iter().enumerate().map(|(n, sheet)| (n, sheet, sheet::read(&mut reports, sheet))).collect();
    of.sort_by_key(|(.., telling)| telling.order);
    let mut found = Vec::new();
    for (at, (n, sheet, a)) in of.iter().enumerate().take(own) {
        for (m, other, b) in of.iter().skip(at + 1).take(WINDOW) {
            let beside = || sheet.beside.iter().find(|(number, _)| *number == other.number);
            let odds =
                if a.report == b.report { beside().map(|(_, odds)| *odds) } else { reports.known(a, b) };
            found.extend(odds.map(|odds| (*n, *m, odds)));
        }
    }
    found
}
