//! The reports that merging has heard, each with its claims.
//!
//! What is kept of a report is the same in whatever order its claims came in: two programs that know the same claims of it number them
//! alike.

use super::compose::Group;
use super::names::{Name, Names};
use super::series::series;
use super::sketch::{Number, Reader, ReportSketch, Sketch};
use super::tables::Merging;
use super::telling::Telling;
use crate::record::event::EventRecord;
use crate::record::series::TollSeries;
use crate::record::{Claim, ReportHead};
use std::collections::{HashMap, HashSet};

/// Reports with their claims.
pub(crate) struct Reports<'t> {
    pub tables: &'t Merging,
    pub names: Names,
    pub heads: Vec<ReportSketch>,
    numbers: HashMap<Name, Number>,
    /// The claims of each report, in its order once it is settled.
    pub told: Vec<Vec<Sketch>>,
}

impl<'t> Reports<'t> {
    /// None yet.
    pub(crate) fn new(tables: &'t Merging) -> Self {
        Self { tables, names: Names::default(), heads: Vec::new(), numbers: HashMap::new(), told: Vec::new() }
    }

    /// Those of some claims, settled.
    pub(crate) fn of<'c>(tables: &'t Merging, claims: impl IntoIterator<Item = &'c Claim>) -> Self {
        let mut reports = Self::new(tables);
        for claim in claims {
            reports.add(claim);
        }
        for report in (0..).take(reports.heads.len()) {
            reports.settle(report);
        }
        reports
    }

    /// Adds a claim; returns the number of its report, and whether it is a sum over time.
    pub(crate) fn add(&mut self, claim: &Claim) -> (Number, bool) {
        let head = Reader { names: &mut self.names, tables: self.tables }.report(&claim.report);
        let report = self.hear(head);
        let sketch = Reader { names: &mut self.names, tables: self.tables }.sketch(claim, report);
        let sum = sketch.cumulative;
        if let Some(told) = self.told.get_mut(report as usize) {
            told.push(sketch);
        }
        (report, sum)
    }

    /// The number of a report, a new one where it is new.
    pub(crate) fn hear(&mut self, head: ReportSketch) -> Number {
        let number = *self.numbers.entry(head.id).or_insert_with(|| {
            self.heads.push(head.clone());
            self.told.push(Vec::new());
            u32::try_from(self.heads.len() - 1).unwrap_or(u32::MAX)
        });
        // Claims that say different things of their report: whichever comes first, the same of them is believed.
        let names = &self.names;
        let earlier = |known: &&mut ReportSketch| head.belief(names) < known.belief(names);
        if let Some(known) = self.heads.get_mut(number as usize).filter(earlier) {
            *known = head;
        }
        number
    }

    /// The number of a report, by its id.
    pub(crate) fn number(&self, report: &str) -> Option<Number> {
        self.numbers.get(&self.names.known(report)?).copied()
    }

    /// Takes away what a report told, and returns it; from now on it is as `head` has it.
    pub(crate) fn clear(&mut self, report: Number, head: Option<&ReportHead>) -> Vec<Sketch> {
        let head = head.map(|head| Reader { names: &mut self.names, tables: self.tables }.report(head));
        if let Some((head, place)) = head.zip(self.heads.get_mut(report as usize)) {
            *place = head;
        }
        self.told.get_mut(report as usize).map(std::mem::take).unwrap_or_default()
    }

    /// Puts the claims of a report into their order, each once; returns how many went because they stood there already.
    pub(crate) fn settle(&mut self, report: Number) -> usize {
        let Some(told) = self.told.get_mut(report as usize) else { return 0 };
        let before = told.len();
        told.sort_by(|a, b| (a.sentence, a.start, &a.id).cmp(&(b.sentence, b.start, &b.id)));
        let mut seen = HashSet::new();
        told.retain(|claim| seen.insert(claim.id.clone()));
        before - told.len()
    }

    /// A claim by its report and its number there.
    pub(crate) fn claim(&self, report: Number, number: Number) -> Option<&Sketch> {
        self.told.get(report as usize)?.get(number as usize)
    }

    /// The report of a telling.
    pub(crate) fn head(&self, telling: &Telling) -> Option<&ReportSketch> {
        self.heads.get(telling.report as usize)
    }

    /// The claims of some tellings, the oldest first.
    pub(crate) fn members<'a>(&'a self, tellings: impl Iterator<Item = &'a Telling>) -> Vec<&'a Sketch> {
        let claims = tellings.flat_map(|t| t.claims.iter().filter_map(|n| self.claim(t.report, *n)));
        self.by_age(claims.collect())
    }

    /// Some claims, the oldest first.
    pub(crate) fn by_age<'a>(&self, mut claims: Vec<&'a Sketch>) -> Vec<&'a Sketch> {
        claims.sort_by_key(|claim| self.age(claim));
        claims
    }

    /// Where a claim stands among all: by the day of publication, the report, and its place there.
    fn age<'a>(&self, claim: &'a Sketch) -> (i32, u128, u32, u32, &'a str) {
        let report = self.heads.get(claim.report as usize);
        let day = report.and_then(|r| r.published).unwrap_or(i32::MAX);
        (day, report.map_or(0, |r| r.rank), claim.sentence, claim.start, &claim.id)
    }

    /// Claims, the oldest first, with all that their reports tell.
    pub(crate) fn group<'a>(&'a self, claims: Vec<&'a Sketch>) -> Group<'a> {
        Group::new(&self.names, &self.heads, &self.told, claims)
    }

    /// The event of some claims, the oldest first; none where nothing but denials is left.
    pub(crate) fn event(&self, claims: Vec<&Sketch>) -> Option<EventRecord> {
        self.group(claims).event(&self.tables.phrases)
    }

    /// Sums over time, by source.
    pub(crate) fn series(&self) -> Vec<TollSeries> {
        let sums = self.told.iter().flatten().filter(|claim| claim.cumulative).collect();
        series(&self.group(self.by_age(sums)))
    }
}
