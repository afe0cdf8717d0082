//! The pairs that merging judges, with their clues: what the weights are learnt from.

use super::clues::Clue;
use super::merger::Merger;
use super::sketch::Number;
use super::telling::Telling;
use super::verdict::{KINDS, of_tellings};
use crate::parties::choice::Clues;

/// A pair of tellings, or of claims of one report.
#[derive(Clone, Debug)]
pub struct PairRow {
    /// The kind of pair: a column of the table of weights.
    pub kind: &'static str,
    /// Ids of the claims of each.
    pub claims: [Vec<String>; 2],
    /// The names of the clues.
    pub clues: Vec<&'static str>,
}

impl Merger<'_> {
    /// All pairs of claims of one report and type, then all pairs of tellings that share a block, where `same` says which claims of
    /// one report tell of the same.
    pub fn pairs(&mut self, same: &dyn Fn(&str, &str) -> bool) -> Vec<PairRow> {
        self.settle();
        let reports = 0..u32::try_from(self.reports.told.len()).unwrap_or(u32::MAX);
        let mut rows: Vec<PairRow> = reports.clone().flat_map(|report| self.pairs_within(report)).collect();
        for report in reports {
            let tellings = self.gold_tellings(report, same);
            self.forget(report);
            tellings.into_iter().for_each(|telling| self.place(telling));
        }
        self.pairs_across(&mut rows);
        rows
    }

    fn pairs_within(&self, report: Number) -> Vec<PairRow> {
        let mut rows = Vec::new();
        let told = self.reports.told.get(report as usize).map_or(&[][..], Vec::as_slice);
        for (j, b) in (0..).zip(told) {
            for (i, a) in (0..).zip(told).take(j as usize) {
                if a.kind == b.kind
                    && !(a.cumulative || b.cumulative)
                    && let Some((kind, clues)) = self.reports.of_two(report, i, j)
                {
                    rows.push(row(kind, [vec![a.id.to_string()], vec![b.id.to_string()]], &clues));
                }
            }
        }
        rows
    }

    /// The tellings of a report as `same` has them.
    fn gold_tellings(&self, report: Number, same: &dyn Fn(&str, &str) -> bool) -> Vec<Telling> {
        let mut groups: Vec<Vec<Number>> = Vec::new();
        for (n, claim) in (0..).zip(self.reports.told.get(report as usize).into_iter().flatten()) {
            if claim.cumulative {
                continue;
            }
            let like = |m: &Number| {
                self.reports.claim(report, *m).is_some_and(|a| a.kind == claim.kind && same(&a.id, &claim.id))
            };
            match groups.iter_mut().find(|group| group.iter().any(like)) {
                Some(group) => group.push(n),
                None => groups.push(vec![n]),
            }
        }
        let mut found: Vec<Telling> =
            groups.into_iter().filter_map(|group| self.reports.telling(report, group.into_iter())).collect();
        found.sort_by_key(|t| t.kind);
        found.chunk_by_mut(|a, b| a.kind == b.kind).for_each(Telling::mark_main);
        found
    }

    fn pairs_across(&self, rows: &mut Vec<PairRow>) {
        let ids = |t: &Telling| {
            t.claims
                .iter()
                .filter_map(|n| self.reports.claim(t.report, *n))
                .map(|c| c.id.to_string())
                .collect()
        };
        self.graph.each_met(|a, b| {
            let Some((a, b)) = self.graph.telling(a).zip(self.graph.telling(b)) else { return };
            let (a, b) = if a.order <= b.order { (a, b) } else { (b, a) };
            if a.report == b.report || a.kind != b.kind {
                return;
            }
            if let Some(reports) = self.reports.head(a).zip(self.reports.head(b)) {
                let (kind, clues) = of_tellings((a, b), reports);
                rows.push(row(kind, [ids(a), ids(b)], &clues));
            }
        });
    }
}

fn row(kind: usize, claims: [Vec<String>; 2], clues: &Clues) -> PairRow {
    let clues = clues.iter().filter_map(|n| Clue::NAMES.get(n).copied()).collect();
    PairRow { kind: KINDS.get(kind).copied().unwrap_or(""), claims, clues }
}
