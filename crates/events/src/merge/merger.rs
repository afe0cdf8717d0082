//! The whole way from claims to events.
//!
//! Nothing here depends on when a claim came in: what is kept of a set of claims is the same however it was added. A report that is new, or
//! has new claims, touches its neighbourhood and nothing else, so that a live record stays fast.

use super::compose::Group;
use super::compose::ids::{Claimed, of_claim};
use super::graph::{Graph, Slot};
use super::names::{Name, Names};
use super::series::series;
use super::sketch::{Number, Reader, ReportSketch, Sketch, Status};
use super::tables::Merging;
use crate::record::Claim;
use crate::record::event::EventRecord;
use crate::record::series::TollSeries;
use std::collections::{BTreeSet, HashMap, HashSet};

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
    pub(super) tables: &'t Merging,
    pub(super) names: Names,
    pub(super) reports: Vec<ReportSketch>,
    numbers: HashMap<Name, Number>,
    /// The claims of each report, in its order.
    pub(super) told: Vec<Vec<Sketch>>,
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
            tables,
            names: Names::default(),
            reports: Vec::new(),
            numbers: HashMap::new(),
            told: Vec::new(),
            changed: BTreeSet::new(),
            graph: Graph::default(),
            claims: 0,
            gone: Vec::new(),
            sums: false,
        }
    }

    /// Adds a claim.
    pub fn add(&mut self, claim: &Claim) {
        let tables = self.tables;
        let mut reader = Reader { names: &mut self.names, tables };
        let report = reader.report(claim);
        let number = *self.numbers.entry(report.id).or_insert_with(|| {
            self.reports.push(report.clone());
            self.told.push(Vec::new());
            u32::try_from(self.reports.len() - 1).unwrap_or(u32::MAX)
        });
        // Claims that say different things of their report: whichever comes first, the same of them is believed.
        let word = |r: &ReportSketch| r.publisher.map(|p| reader.names.word(p).to_owned());
        let key = |r: &ReportSketch| (r.published, word(r), r.title.0.clone());
        if let Some(known) = self.reports.get_mut(number as usize).filter(|known| key(&report) < key(known)) {
            *known = report;
        }
        let sketch = reader.sketch(claim, number);
        if let Some(told) = self.told.get_mut(number as usize) {
            self.sums |= sketch.cumulative;
            told.push(sketch);
            self.changed.insert(number);
            self.claims += 1;
        }
    }

    /// Puts claims in the place of all that a report told: another coder's, those of a newer version, or none.
    ///
    /// All of `claims` are of that report. What was told before leaves no trace.
    pub fn replace(&mut self, report: &str, claims: &[Claim]) {
        let known = self.numbers.get(&self.names.number(report)).copied();
        if let Some(number) = known
            && let Some(told) = self.told.get_mut(number as usize)
        {
            self.claims -= told.len();
            self.sums |= told.iter().any(|claim| claim.cumulative);
            self.gone.extend(told.drain(..).map(|claim| claim.id));
            self.changed.insert(number);
            let head = claims
                .first()
                .map(|claim| Reader { names: &mut self.names, tables: self.tables }.report(claim));
            if let (Some(head), Some(place)) = (head, self.reports.get_mut(number as usize)) {
                *place = head;
            }
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
            if let Some(told) = self.told.get_mut(report as usize) {
                let before = told.len();
                told.sort_by(|a, b| (a.sentence, a.start, &a.id).cmp(&(b.sentence, b.start, &b.id)));
                let mut seen = HashSet::new();
                told.retain(|claim| seen.insert(claim.id.clone()));
                self.claims -= before - told.len();
            }
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
        let report = self.reports.get(oldest.report as usize).map_or("", |report| self.names.word(report.id));
        Some((of_claim(report, oldest), claims.iter().map(|claim| claim.id.to_string()).collect()))
    }

    /// The event of a group; none where nothing but denials is left.
    pub(super) fn event(&self, group: &[Slot]) -> Option<EventRecord> {
        self.group(self.members(group)).event(&self.tables.phrases)
    }

    /// The events of given groups of claims, by their ids, however likely they are; none for a group of nothing but denials.
    pub fn compose(&mut self, groups: &[Vec<String>]) -> Vec<Option<EventRecord>> {
        self.settle();
        let all: HashMap<&str, &Sketch> = self.told.iter().flatten().map(|c| (&*c.id, c)).collect();
        let claims = |group: &Vec<String>| {
            let mut found: Vec<&Sketch> =
                group.iter().filter_map(|id| all.get(id.as_str()).copied()).collect();
            found.sort_by_key(|claim| self.age(claim));
            found
        };
        groups.iter().map(|group| self.group(claims(group)).event(&self.tables.phrases)).collect()
    }

    /// Sums over time, by source.
    pub fn series(&self) -> Vec<TollSeries> {
        let mut sums: Vec<&Sketch> = self.told.iter().flatten().filter(|c| c.cumulative).collect();
        sums.sort_by_key(|claim| self.age(claim));
        series(&self.group(sums))
    }

    fn group<'a>(&'a self, claims: Vec<&'a Sketch>) -> Group<'a> {
        Group::new(&self.names, &self.reports, &self.told, claims)
    }

    /// The claims of a group, the oldest first.
    fn members(&self, group: &[Slot]) -> Vec<&Sketch> {
        let tellings = group.iter().filter_map(|slot| self.graph.telling(*slot));
        let claims = tellings.flat_map(|t| t.claims.iter().filter_map(|n| self.claim(t.report, *n)));
        let mut found: Vec<&Sketch> = claims.collect();
        found.sort_by_key(|claim| self.age(claim));
        found
    }

    /// A claim by its report and its number there.
    pub(super) fn claim(&self, report: Number, number: Number) -> Option<&Sketch> {
        self.told.get(report as usize)?.get(number as usize)
    }

    /// Where a claim stands among all: by the day of publication, the report, and its place there.
    fn age<'a>(&self, claim: &'a Sketch) -> (i32, u128, u32, u32, &'a str) {
        let report = self.reports.get(claim.report as usize);
        let day = report.and_then(|r| r.published).unwrap_or(i32::MAX);
        (day, report.map_or(0, |r| r.rank), claim.sentence, claim.start, &claim.id)
    }
}
