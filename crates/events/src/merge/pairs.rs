//! The pairs that merging judges, with their clues: what the weights are learnt from.

use super::clues::Clue;
use super::merger::Merger;
use super::telling::Telling;
use super::verdict::{KINDS, of_claims, of_tellings};
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
        self.order();
        let mut rows = Vec::new();
        let mut tellings: Vec<Telling> = Vec::new();
        let mut from = 0;
        while let Some(first) = self.claims.get(from) {
            let count = self.claims.iter().skip(from).take_while(|c| c.report == first.report).count();
            let mut told: Vec<Vec<u32>> = Vec::new();
            for (j, b) in self.claims.iter().enumerate().skip(from).take(count).filter(|(_, c)| !c.cumulative)
            {
                let mut between = 0;
                for a in self.claims.get(from..j).unwrap_or(&[]).iter().rev() {
                    if a.kind != b.kind || a.cumulative {
                        continue;
                    }
                    let pair = (Telling::of(0, a), Telling::of(0, b));
                    let (kind, clues) = of_claims((&pair.0, &pair.1), (a, b), between);
                    between += 1;
                    rows.push(row(kind, [vec![a.id.to_string()], vec![b.id.to_string()]], &clues));
                }
                let Ok(number) = u32::try_from(j) else { continue };
                let member = |group: &&mut Vec<u32>| {
                    group.iter().any(|n| {
                        self.claims.get(*n as usize).is_some_and(|a| a.kind == b.kind && same(&a.id, &b.id))
                    })
                };
                match told.iter_mut().find(member) {
                    Some(group) => group.push(number),
                    None => told.push(vec![number]),
                }
            }
            let mut of_report: Vec<Telling> = told
                .iter()
                .filter_map(|group| {
                    Telling::together(group.iter().filter_map(|n| Some((*n, self.claims.get(*n as usize)?))))
                })
                .collect();
            of_report.sort_by_key(|t| t.kind);
            of_report.chunk_by_mut(|a, b| a.kind == b.kind).for_each(Telling::mark_main);
            tellings.extend(of_report);
            from += count;
        }
        tellings.sort_by(|a, b| a.claims.cmp(&b.claims));
        let ids = |t: &Telling| {
            t.claims.iter().filter_map(|n| self.claims.get(*n as usize)).map(|c| c.id.to_string()).collect()
        };
        self.candidates(&tellings, |a, b| {
            let pair = tellings.get(a).zip(tellings.get(b)).filter(|(a, b)| a.report != b.report);
            let Some((a, b)) = pair else { return };
            let Some(reports) = self.report(a).zip(self.report(b)) else { return };
            let (kind, clues) = of_tellings((a, b), reports);
            rows.push(row(kind, [ids(a), ids(b)], &clues));
        });
        rows
    }
}

fn row(kind: usize, claims: [Vec<String>; 2], clues: &Clues) -> PairRow {
    let clues = clues.iter().filter_map(|n| Clue::NAMES.get(n).copied()).collect();
    PairRow { kind: KINDS.get(kind).copied().unwrap_or(""), claims, clues }
}
