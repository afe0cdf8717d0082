//! The first step: which claims of one report tell of one happening.

use super::apart::bar;
use super::cluster::{Odds, Pairs, groups};
use super::names::Name;
use super::reports::Reports;
use super::sketch::{Number, Sketch};
use super::telling::Telling;
use super::verdict::of_claims;
use super::wording::Stems;
use crate::parties::choice::Clues;
use std::collections::BTreeMap;

/// Claims of one type in one report that are held against each other; it bounds the work on hostile input.
const MOST: usize = 400;

impl Reports<'_> {
    /// What a report tells of: its claims taken together by what they tell of. Sums over time are left out.
    pub(super) fn tellings_of(&self, report: Number) -> Vec<Telling> {
        let mut by_type: BTreeMap<Name, Vec<Number>> = BTreeMap::new();
        for (n, claim) in (0..).zip(self.told.get(report as usize).into_iter().flatten()) {
            if !claim.cumulative {
                by_type.entry(claim.kind).or_default().push(n);
            }
        }
        let mut found = Vec::new();
        for claims in by_type.values().flat_map(|claims| claims.chunks(MOST)) {
            let of_group = |group: Vec<usize>| {
                self.telling(report, group.iter().filter_map(|n| claims.get(*n).copied()))
            };
            let mut tellings: Vec<Telling> =
                self.within(report, claims).into_iter().filter_map(of_group).collect();
            Telling::mark_main(&mut tellings);
            found.extend(tellings);
        }
        found
    }

    /// Some claims of one report taken together.
    pub(super) fn telling(&self, report: Number, numbers: impl Iterator<Item = Number>) -> Option<Telling> {
        let mut telling = Telling::together(numbers.filter_map(|n| Some((n, self.claim(report, n)?))))?;
        let sketch = self.heads.get(report as usize)?;
        telling.order = (sketch.published.unwrap_or(i32::MAX), sketch.rank, *telling.claims.first()?);
        Some(telling)
    }

    /// Which of some claims of one report and type tell of the same.
    fn within(&self, report: Number, claims: &[Number]) -> Vec<Vec<usize>> {
        let sketches: Vec<&Sketch> = claims.iter().filter_map(|n| self.claim(report, *n)).collect();
        let alone: Vec<Telling> = sketches.iter().map(|claim| Telling::of(0, claim)).collect();
        let (mut odds, mut joined) = (Vec::new(), Vec::new());
        let title = self.title(report);
        for (j, (b, second)) in alone.iter().zip(&sketches).enumerate() {
            for (i, (a, first)) in alone.iter().zip(&sketches).enumerate().take(j) {
                let (kind, clues) = of_claims((a, b), (first, second), j - i - 1, &title);
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
            let (kind, clues) = self.of_two(a.report, x, y)?;
            (sum, count) = (sum + self.tables.verdicts.odds(kind, &clues), count + 1);
        }
        (count > 0).then(|| sum / count)
    }

    fn title(&self, report: Number) -> Stems {
        self.heads.get(report as usize).map(|r| r.title.clone()).unwrap_or_default()
    }

    /// Kind and clues of two claims of one report.
    pub(super) fn of_two(&self, report: Number, x: Number, y: Number) -> Option<(usize, Clues)> {
        let (first, second) = (self.claim(report, x)?, self.claim(report, y)?);
        let between = self.told.get(report as usize)?.get(x as usize + 1..y as usize)?.iter();
        let between = between.filter(|c| c.kind == first.kind && !c.cumulative).count();
        let alone = (&Telling::of(x, first), &Telling::of(y, second));
        Some(of_claims(alone, (first, second), between, &self.title(report)))
    }
}
