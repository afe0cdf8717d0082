//! The first step: which claims of one report tell of one happening.

use super::apart::bar;
use super::cluster::{Odds, Pairs, groups};
use super::merger::Merger;
use super::names::Name;
use super::sketch::{Number, Sketch};
use super::telling::Telling;
use super::verdict::of_claims;
use std::collections::BTreeMap;
use std::ops::Range;

/// Claims of one type in one report that are held against each other; it bounds the work on hostile input.
const MOST: usize = 400;

impl Merger<'_> {
    /// The claims of each report, taken together by what they tell of. Sums over time are left out.
    pub(super) fn tellings(&self) -> Vec<Telling> {
        let mut all = Vec::new();
        let mut from = 0;
        while let Some(first) = self.claims.get(from) {
            let rest = self.claims.get(from..).unwrap_or(&[]);
            let count = rest.iter().take_while(|c| c.report == first.report).count();
            self.tellings_of(from..from + count, &mut all);
            from += count;
        }
        all
    }

    fn tellings_of(&self, range: Range<usize>, all: &mut Vec<Telling>) {
        let mut by_type: BTreeMap<Name, Vec<Number>> = BTreeMap::new();
        for n in range {
            if let Some(claim) = self.claims.get(n).filter(|c| !c.cumulative) {
                by_type.entry(claim.kind).or_default().extend(u32::try_from(n).ok());
            }
        }
        let mut found = Vec::new();
        for claims in by_type.values().flat_map(|claims| claims.chunks(MOST)) {
            let of_group =
                |group: Vec<usize>| self.telling(group.iter().filter_map(|n| claims.get(*n).copied()));
            let mut tellings: Vec<Telling> = self.within(claims).into_iter().filter_map(of_group).collect();
            Telling::mark_main(&mut tellings);
            found.extend(tellings);
        }
        found.sort_by(|a, b| a.claims.cmp(&b.claims));
        all.extend(found);
    }

    /// Some claims of one report taken together.
    pub(super) fn telling(&self, numbers: impl Iterator<Item = Number>) -> Option<Telling> {
        Telling::together(numbers.filter_map(|n| Some((n, self.claims.get(n as usize)?))))
    }

    /// Which of some claims of one report and type tell of the same.
    fn within(&self, claims: &[Number]) -> Vec<Vec<usize>> {
        let sketches: Vec<&Sketch> = claims.iter().filter_map(|n| self.claims.get(*n as usize)).collect();
        let alone: Vec<Telling> = sketches.iter().map(|claim| Telling::of(0, claim)).collect();
        let (mut odds, mut joined) = (Vec::new(), Vec::new());
        for (j, (b, second)) in alone.iter().zip(&sketches).enumerate() {
            for (i, (a, first)) in alone.iter().zip(&sketches).enumerate().take(j) {
                let (kind, clues) = of_claims((a, b), (first, second), j - i - 1);
                odds.push((i, j, self.tables.verdicts.odds(kind, &clues)));
                if first.denied_by(second) || second.denied_by(first) {
                    joined.push((i, j));
                }
            }
        }
        let barred =
            |a: usize, b: usize| alone.get(a).zip(alone.get(b)).is_some_and(|(a, b)| bar(a, b).is_some());
        groups(Pairs { size: alone.len(), odds, joined, unknown: 0, barred: &barred }, 0)
    }

    /// Log odds of two tellings of one report: the mean of those of their claims.
    pub(super) fn beside(&self, a: &Telling, b: &Telling) -> Option<Odds> {
        let (mut sum, mut count) = (0, 0);
        for (x, y) in a.claims.iter().flat_map(|x| b.claims.iter().map(move |y| (*x.min(y), *x.max(y)))) {
            let (kind, clues) = self.of_two(x, y)?;
            (sum, count) = (sum + self.tables.verdicts.odds(kind, &clues), count + 1);
        }
        (count > 0).then(|| sum / count)
    }

    /// Kind and clues of two claims of one report.
    pub(super) fn of_two(&self, x: Number, y: Number) -> Option<(usize, crate::parties::choice::Clues)> {
        let (first, second) = (self.claims.get(x as usize)?, self.claims.get(y as usize)?);
        let between = self.claims.get(x as usize + 1..y as usize)?.iter();
        let between = between.filter(|c| c.kind == first.kind && !c.cumulative).count();
        Some(of_claims((&Telling::of(x, first), &Telling::of(y, second)), (first, second), between))
    }
}
