//! The whole way from claims to events.

use super::compose::copies::{Copies, sentences};
use super::compose::{Group, members};
use super::names::{Name, Names};
use super::series::series;
use super::sketch::{Number, Reader, ReportSketch, Sketch};
use super::tables::Merging;
use crate::record::Claim;
use crate::record::event::EventRecord;
use crate::record::series::TollSeries;
use std::collections::{BTreeSet, HashMap};

/// What comes of merging.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The events, by their first days.
    pub events: Vec<EventRecord>,
    /// Sums over time, by source.
    pub series: Vec<TollSeries>,
}

/// Claims on their way to events.
pub struct Merger<'t> {
    pub(super) tables: &'t Merging,
    pub(super) names: Names,
    pub(super) reports: Vec<ReportSketch>,
    numbers: HashMap<Name, Number>,
    pub(super) claims: Vec<Sketch>,
}

impl<'t> Merger<'t> {
    /// Nothing yet.
    pub fn new(tables: &'t Merging) -> Self {
        let (names, reports, numbers, claims) = (Names::default(), Vec::new(), HashMap::new(), Vec::new());
        Self { tables, names, reports, numbers, claims }
    }

    /// Adds a claim.
    pub fn add(&mut self, claim: &Claim) {
        let tables = self.tables;
        let mut reader = Reader { names: &mut self.names, tables };
        let report = reader.report(claim);
        let number = *self.numbers.entry(report.id).or_insert_with(|| {
            self.reports.push(report);
            u32::try_from(self.reports.len() - 1).unwrap_or(u32::MAX)
        });
        self.claims.push(reader.sketch(claim, number));
    }

    /// How many claims were added.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// True before the first claim.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// Brings the claims into the one order that days, reports and places in them give, each once.
    pub(super) fn order(&mut self) {
        let (reports, names) = (&self.reports, &self.names);
        let of = |claim: &Sketch| {
            let report = reports.get(claim.report as usize);
            let day = report.and_then(|r| r.published).unwrap_or(i32::MAX);
            (day, report.map_or("", |r| names.word(r.id)))
        };
        let place = |claim: &Sketch| (claim.sentence, claim.start);
        let order = |a: &Sketch, b: &Sketch| {
            of(a).cmp(&of(b)).then_with(|| place(a).cmp(&place(b))).then_with(|| a.id.cmp(&b.id))
        };
        self.claims.sort_by(order);
        self.claims.dedup_by(|a, b| a.id == b.id && a.report == b.report);
    }

    /// All events of the claims, and the series of their sums over time.
    pub fn merge(&mut self) -> Merged {
        self.order();
        let groups = self.together(&self.tellings());
        let copies = self.copies(&groups);
        let event = |numbers: &Vec<Number>| self.group(numbers, &copies).event(&self.tables.phrases);
        let mut events: Vec<EventRecord> = groups.iter().filter_map(event).collect();
        events.sort_by(|a, b| a.first.cmp(&b.first).then_with(|| a.id.cmp(&b.id)));
        let sums: Vec<Number> =
            (0..).zip(&self.claims).filter(|(_, c)| c.cumulative).map(|(n, _)| n).collect();
        Merged { events, series: series(&self.group(&sums, &copies)) }
    }

    /// The events of given groups of claims, by their ids, however likely they are; none for a group of nothing but denials.
    pub fn compose(&mut self, groups: &[Vec<String>]) -> Vec<Option<EventRecord>> {
        self.order();
        let numbers: HashMap<&str, Number> = self.claims.iter().map(|c| &*c.id).zip(0..).collect();
        let number = |group: &Vec<String>| {
            let mut found: Vec<Number> =
                group.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect();
            found.sort_unstable();
            found
        };
        let groups: Vec<Vec<Number>> = groups.iter().map(number).collect();
        let copies = self.copies(&groups);
        groups.iter().map(|numbers| self.group(numbers, &copies).event(&self.tables.phrases)).collect()
    }

    pub(super) fn group<'a>(&'a self, numbers: &[Number], copies: &'a Copies) -> Group<'a> {
        let claims = members(&self.claims, numbers);
        Group { names: &self.names, reports: &self.reports, claims, copies }
    }

    /// Which reports repeat the text of others, among those that tell of one event.
    pub(super) fn copies(&self, groups: &[Vec<Number>]) -> Copies {
        let report = |n: &Number| self.claims.get(*n as usize).map(|c| c.report);
        let told = groups.iter().map(|g| g.iter().filter_map(report).collect::<BTreeSet<_>>());
        let told: Vec<_> = told.filter(|g| g.len() > 1).collect();
        Copies::among(&told, &sentences(&self.claims), &self.reports)
    }
}
