//! The whole way from claims to events.
//!
//! Nothing here depends on when a claim came in: what is kept of a set of claims is the same however it was added. A report that is new, or
//! has new claims, touches its neighbourhood and nothing else, so that a live record stays fast.

use super::compose::ids::{Claimed, of_claim};
use super::graph::{Graph, Slot};
use super::reports::Reports;
use super::sketch::{Number, Sketch, Status};
use super::tables::Merging;
use crate::record::Claim;
use crate::record::event::EventRecord;
use crate::record::series::TollSeries;
use std::collections::{BTreeSet, HashMap};

/// What settling made anew.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// Groups, by their numbers.
    groups: Vec<u32>,
    /// Claims that were taken away before it, by their ids.
    gone: Vec<Box<str>>,
    sums: bool,
}

impl Settled {
    /// The ids of claims that were taken away: the events that they were in are other ones now, or none.
    pub fn gone(&self) -> impl Iterator<Item = &str> {
        self.gone.iter().map(|id| &**id)
    }

    /// True where sums over time came or went: the series are other ones now.
    pub fn sums(&self) -> bool {
        self.sums
    }
}

/// Claims on their way to events.
pub struct Merger<'t> {
    pub(super) reports: Reports<'t>,
    /// Reports that have claims which are in no telling yet.
    changed: BTreeSet<Number>,
    pub(super) graph: Graph,
    claims: usize,
    /// What was taken away since it was last settled, and whether sums over time came or went.
    gone: Vec<Box<str>>,
    sums: bool,
}

impl<'t> Merger<'t> {
    /// Nothing yet.
    pub fn new(tables: &'t Merging) -> Self {
        Self {
            reports: Reports::new(tables),
            changed: BTreeSet::new(),
            graph: Graph::default(),
            claims: 0,
            gone: Vec::new(),
            sums: false,
        }
    }

    /// Adds a claim.
    pub fn add(&mut self, claim: &Claim) {
        let (report, sum) = self.reports.add(claim);
        self.sums |= sum;
        self.changed.insert(report);
        self.claims += 1;
    }

    /// Puts claims in the place of all that a report told: another coder's, those of a newer version, or none.
    ///
    /// All of `claims` are of that report. What was told before leaves no trace.
    pub fn replace(&mut self, report: &str, claims: &[Claim]) {
        if let Some(number) = self.reports.number(report) {
            let gone = self.reports.clear(number, claims.first().map(|claim| &claim.report));
            self.claims -= gone.len();
            self.sums |= gone.iter().any(|claim| claim.cumulative);
            self.gone.extend(gone.into_iter().map(|claim| claim.id));
            self.changed.insert(number);
        }
        claims.iter().for_each(|claim| self.add(claim));
    }

    /// How many claims were added.
    pub fn len(&self) -> usize {
        self.claims
    }

    /// True before the first claim.
    pub fn is_empty(&self) -> bool {
        self.claims == 0
    }

    /// Brings the events up to date with all claims that were added or taken away; returns what that touched.
    pub fn settle(&mut self) -> Settled {
        for report in std::mem::take(&mut self.changed) {
            self.claims -= self.reports.settle(report);
            self.retell(report);
        }
        self.regroup();
        Settled {
            groups: self.graph.take_made(),
            gone: std::mem::take(&mut self.gone),
            sums: std::mem::take(&mut self.sums),
        }
    }

    /// The events, the oldest first; call [`Merger::settle`] before.
    pub fn events(&self) -> impl Iterator<Item = EventRecord> + '_ {
        self.graph.groups().into_iter().filter_map(|group| self.event(group))
    }

    /// Those of the events that settling made anew, in the same order.
    pub fn events_of(&self, settled: &Settled) -> impl Iterator<Item = EventRecord> + '_ {
        self.graph.groups_of(&settled.groups).into_iter().filter_map(|group| self.event(group))
    }

    /// The ids of all events with those of their claims, in the order of [`Self::events`]; of those alone that settling made anew where
    /// that is given. Costs much less than the events themselves.
    pub fn claimed(&self, settled: Option<&Settled>) -> Vec<Claimed> {
        let groups = match settled {
            Some(settled) => self.graph.groups_of(&settled.groups),
            None => self.graph.groups(),
        };
        groups.into_iter().filter_map(|group| self.claimed_by(group)).collect()
    }

    fn claimed_by(&self, group: &[Slot]) -> Option<Claimed> {
        let claims = self.members(group);
        let oldest = claims.first()?;
        claims.iter().find(|claim| claim.status != Status::Denied)?;
        let report = self.reports.heads.get(oldest.report as usize);
        let report = report.map_or("", |report| self.reports.names.word(report.id));
        Some((of_claim(report, oldest), claims.iter().map(|claim| claim.id.to_string()).collect()))
    }

    /// The claims of a group, the oldest first.
    fn members(&self, group: &[Slot]) -> Vec<&Sketch> {
        self.reports.members(group.iter().filter_map(|slot| self.graph.telling(*slot)))
    }

    /// The event of a group; none where nothing but denials is left.
    pub(super) fn event(&self, group: &[Slot]) -> Option<EventRecord> {
        self.reports.event(self.members(group))
    }

    /// The events of given groups of claims, by their ids, however likely they are; none for a group of nothing but denials.
    pub fn compose(&mut self, groups: &[Vec<String>]) -> Vec<Option<EventRecord>> {
        self.settle();
        let all: HashMap<&str, &Sketch> = self.reports.told.iter().flatten().map(|c| (&*c.id, c)).collect();
        let claims = |group: &Vec<String>| {
            let found = group.iter().filter_map(|id| all.get(id.as_str()).copied()).collect();
            self.reports.by_age(found)
        };
        groups.iter().map(|group| self.reports.event(claims(group))).collect()
    }

    /// Sums over time, by source.
    pub fn series(&self) -> Vec<TollSeries> {
        self.reports.series()
    }
}
