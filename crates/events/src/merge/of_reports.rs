//! The second step: which tellings of different reports are one event.

use super::apart::bar;
use super::cluster::{Odds, Pairs, groups};
use super::graph::{Edge, Slot};
use super::merger::Merger;
use super::reports::Reports;
use super::sketch::Number;
use super::telling::Telling;
use super::verdict::of_tellings;

/// Log odds of two tellings that share no block, in thousandths. Pairs that are less likely are as good as unknown, and not kept.
const UNKNOWN: Odds = -2000;

impl Reports<'_> {
    /// Log odds of two tellings; none where they are of different types.
    pub(super) fn across(&self, a: &Telling, b: &Telling) -> Option<Odds> {
        if a.kind != b.kind {
            return None;
        }
        let (a, b) = if a.order <= b.order { (a, b) } else { (b, a) };
        if a.report == b.report {
            return self.beside(a, b);
        }
        let (kind, clues) = of_tellings((a, b), (self.head(a)?, self.head(b)?));
        Some(self.tables.verdicts.odds(kind, &clues))
    }

    /// The same, where it is worth keeping.
    pub(super) fn known(&self, a: &Telling, b: &Telling) -> Option<Odds> {
        self.across(a, b).filter(|odds| *odds > UNKNOWN)
    }
}

/// Which of some tellings are one event each, by their places: `of` stand in their order, `odds` has the pairs of which something is known,
/// the earlier first.
pub(super) fn events_among(of: &[&Telling], odds: Vec<(usize, usize, Odds)>) -> Vec<Vec<usize>> {
    let barred = |a: usize, b: usize| of.get(a).zip(of.get(b)).is_some_and(|(a, b)| bar(a, b).is_some());
    groups(Pairs { size: of.len(), odds, joined: Vec::new(), unknown: UNKNOWN, barred: &barred }, 0)
}

impl Merger<'_> {
    /// What a report tells of, anew.
    pub(super) fn retell(&mut self, report: Number) {
        self.forget(report);
        self.reports.tellings_of(report).into_iter().for_each(|telling| self.place(telling));
    }

    /// Puts a telling into its blocks, and weighs it against those that it meets there.
    pub(super) fn place(&mut self, telling: Telling) {
        let keys = self.reports.keys(&telling);
        let (slot, met) = self.graph.add(telling, keys);
        let new = self.graph.telling(slot);
        let weigh = |(other, blocks): (Slot, u32)| {
            let (a, b) = new.zip(self.graph.telling(other))?;
            Some((other, self.reports.known(a, b)?, blocks))
        };
        let edges: Vec<(Slot, Odds, u32)> = met.into_iter().filter_map(weigh).collect();
        self.graph.link(slot, edges);
    }

    /// Takes away what a report told.
    pub(super) fn forget(&mut self, report: Number) {
        for (a, b) in self.graph.forget(report) {
            if self.graph.meet_again(a, b) {
                continue;
            }
            let pair = self.graph.telling(a).zip(self.graph.telling(b));
            if let Some(odds) = pair.and_then(|(x, y)| self.reports.known(x, y)) {
                self.graph.tie(a, b, odds);
            }
        }
    }

    /// Groups anew whatever has changed.
    pub(super) fn regroup(&mut self) {
        while let Some(component) = self.graph.changed_component() {
            let groups = self.component(&component);
            self.graph.set_groups(&component, groups);
        }
    }

    /// The events of one component, whose members stand in their order.
    fn component(&self, members: &[Slot]) -> Vec<Vec<Slot>> {
        if members.len() == 1 {
            return vec![members.to_vec()];
        }
        let of: Vec<&Telling> = members.iter().filter_map(|slot| self.graph.telling(*slot)).collect();
        let slots = |group: Vec<usize>| group.iter().filter_map(|n| members.get(*n).copied()).collect();
        events_among(&of, self.edges_among(members)).into_iter().map(slots).collect()
    }

    fn edges_among(&self, members: &[Slot]) -> Vec<(usize, usize, Odds)> {
        let place: std::collections::HashMap<Slot, usize> =
            members.iter().enumerate().map(|(n, slot)| (*slot, n)).collect();
        let mut found = Vec::new();
        for (n, slot) in members.iter().enumerate() {
            let later =
                |edge: &Edge| place.get(&edge.to).copied().filter(|m| *m > n).map(|m| (n, m, edge.odds));
            found.extend(self.graph.edges(*slot).iter().filter_map(later));
        }
        found.sort_unstable();
        found
    }
}
