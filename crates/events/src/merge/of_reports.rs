//! The second step: which tellings of different reports are one event.

use super::apart::bar;
use super::blocks::{Blocks, keys};
use super::cluster::{Odds, Pairs, groups};
use super::merger::Merger;
use super::sketch::{Number, ReportSketch};
use super::telling::Telling;
use super::verdict::of_tellings;
use std::collections::BTreeMap;

/// Log odds of two tellings that share no block, in thousandths. Pairs that are less likely are as good as unknown, and not kept.
const UNKNOWN: Odds = -2000;

/// Components up to this size are judged whole: also pairs that share no block.
const WHOLE: usize = 200;

/// Two tellings by their numbers, the smaller first, and their log odds.
type Edge = (usize, usize, Odds);

impl Merger<'_> {
    pub(super) fn report(&self, telling: &Telling) -> Option<&ReportSketch> {
        self.reports.get(telling.report as usize)
    }

    /// Log odds of two tellings; none where they are of different types.
    pub(super) fn across(&self, a: &Telling, b: &Telling) -> Option<Odds> {
        if a.kind != b.kind {
            return None;
        }
        if a.report == b.report {
            return self.beside(a, b);
        }
        let (kind, clues) = of_tellings((a, b), (self.report(a)?, self.report(b)?));
        Some(self.tables.verdicts.odds(kind, &clues))
    }

    /// Calls `found` for each pair of tellings that share a block, the earlier one first.
    pub(super) fn candidates(&self, tellings: &[Telling], mut found: impl FnMut(usize, usize)) {
        let mut blocks = Blocks::default();
        for (number, telling) in (0..).zip(tellings) {
            let keys = keys(telling, self.report(telling).and_then(|r| r.published));
            blocks.before(number, &keys).into_iter().for_each(|other| found(other as usize, number as usize));
            blocks.add(number, &keys);
        }
    }

    /// Tellings joined to events: the numbers of their claims.
    pub(super) fn together(&self, tellings: &[Telling]) -> Vec<Vec<Number>> {
        let claims = |group: &Vec<usize>| {
            let mut claims: Vec<Number> = group
                .iter()
                .filter_map(|n| tellings.get(*n))
                .flat_map(|t| t.claims.iter().copied())
                .collect();
            claims.sort_unstable();
            claims
        };
        let mut found: Vec<Vec<Number>> = self.joined(tellings).iter().map(claims).collect();
        found.sort();
        found
    }

    /// Tellings joined to events: their numbers.
    pub(super) fn joined(&self, tellings: &[Telling]) -> Vec<Vec<usize>> {
        let mut edges: Vec<Edge> = Vec::new();
        self.candidates(tellings, |a, b| {
            let odds = tellings.get(a).zip(tellings.get(b)).and_then(|(x, y)| self.across(x, y));
            edges.extend(odds.filter(|odds| *odds > UNKNOWN).map(|odds| (a, b, odds)));
        });
        let components = components(tellings.len(), edges);
        components
            .into_iter()
            .flat_map(|(members, edges)| self.component(tellings, &members, &edges))
            .collect()
    }

    /// The events of one component.
    fn component(&self, tellings: &[Telling], members: &[usize], edges: &[Edge]) -> Vec<Vec<usize>> {
        if members.len() == 1 {
            return vec![members.to_vec()];
        }
        let of: Vec<&Telling> = members.iter().filter_map(|n| tellings.get(*n)).collect();
        let mut odds = Vec::new();
        if of.len() <= WHOLE {
            for (j, b) in of.iter().enumerate() {
                for (i, a) in of.iter().enumerate().take(j) {
                    odds.extend(self.across(a, b).map(|odds| (i, j, odds)));
                }
            }
        } else {
            let place = |n: usize| members.binary_search(&n).ok();
            odds.extend(edges.iter().filter_map(|(a, b, odds)| Some((place(*a)?, place(*b)?, *odds))));
        }
        let barred = |a: usize, b: usize| of.get(a).zip(of.get(b)).is_some_and(|(a, b)| bar(a, b).is_some());
        let pairs = Pairs { size: of.len(), odds, joined: Vec::new(), unknown: UNKNOWN, barred: &barred };
        let numbers = |group: Vec<usize>| group.iter().filter_map(|n| members.get(*n).copied()).collect();
        groups(pairs, 0).into_iter().map(numbers).collect()
    }
}

/// Sets of tellings that likely pairs hold together, each in order, with all the pairs among them.
fn components(size: usize, edges: Vec<Edge>) -> Vec<(Vec<usize>, Vec<Edge>)> {
    let mut parent: Vec<usize> = (0..size).collect();
    for (a, b, _) in edges.iter().filter(|(_, _, odds)| *odds > 0) {
        let (x, y) = (root(&mut parent, *a), root(&mut parent, *b));
        if let Some(place) = parent.get_mut(x.max(y)) {
            *place = x.min(y);
        }
    }
    let mut found: BTreeMap<usize, (Vec<usize>, Vec<Edge>)> = BTreeMap::new();
    for n in 0..size {
        let top = root(&mut parent, n);
        found.entry(top).or_default().0.push(n);
    }
    for edge in edges {
        let top = root(&mut parent, edge.0);
        if top == root(&mut parent, edge.1)
            && let Some((_, edges)) = found.get_mut(&top)
        {
            edges.push(edge);
        }
    }
    found.into_values().collect()
}

/// The first telling of the set that `n` is in (union-find with path halving).
fn root(parent: &mut [usize], mut n: usize) -> usize {
    while let Some(up) = parent.get(n).copied().filter(|up| *up != n) {
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(place) = parent.get_mut(n) {
            *place = above;
        }
        n = above;
    }
    n
}
