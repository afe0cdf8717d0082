//! From a group of claims to an event: every field with the claims that it rests on, nothing averaged.

pub(crate) mod casualties;
pub(crate) mod copies;
pub(crate) mod grade;
pub(crate) mod ids;
mod parties;
mod place;
mod sources;
mod summary;
mod time;
mod toll;
pub(crate) mod voice;

pub(crate) use summary::Phrases;
pub use toll::range_in_words;

use super::names::{Name, Names};
use super::sketch::{Number, ReportSketch, Sketch, Status};
use crate::record::VERSION;
use crate::record::event::EventRecord;
use copies::Copies;

/// What an event is made from.
pub(crate) struct Group<'a> {
    names: &'a Names,
    reports: &'a [ReportSketch],
    /// Its claims, the oldest first.
    claims: Vec<&'a Sketch>,
    copies: Copies,
}

impl<'a> Group<'a> {
    /// Some claims, the oldest first, with all reports and all that these tell.
    pub(crate) fn new(
        names: &'a Names,
        reports: &'a [ReportSketch],
        told: &[Vec<Sketch>],
        claims: Vec<&'a Sketch>,
    ) -> Self {
        let mut telling: Vec<Number> = claims.iter().map(|c| c.report).collect();
        telling.dedup();
        let copies = Copies::among(&telling, told);
        Self { names, reports, claims, copies }
    }

    /// Its claims, the oldest first.
    pub(crate) fn claims(&self) -> &[&'a Sketch] {
        &self.claims
    }

    /// The word of a number.
    pub(crate) fn name(&self, name: Name) -> &'a str {
        self.names.word(name)
    }

    pub(super) fn word(&self, name: Name) -> String {
        self.names.word(name).to_owned()
    }

    pub(super) fn report(&self, claim: &Sketch) -> Option<&'a ReportSketch> {
        self.reports.get(claim.report as usize)
    }

    /// Claims that say that it happened, may have or will.
    pub(super) fn asserting(&self) -> impl Iterator<Item = &'a Sketch> + '_ {
        self.claims.iter().filter(|c| c.status != Status::Denied).copied()
    }

    /// How many different values there are among the reports of its claims.
    fn count<T: Ord>(&self, of: impl Fn(&ReportSketch) -> Option<T>) -> usize {
        let mut all: Vec<T> = self.claims.iter().filter_map(|c| self.report(c)).filter_map(of).collect();
        all.sort();
        all.dedup();
        all.len()
    }

    /// The event; none where nothing but denials is left.
    pub(crate) fn event(&self, phrases: &Phrases) -> Option<EventRecord> {
        let oldest = self.claims.first()?;
        self.asserting().next()?;
        let days = time::days(self);
        let mut event = EventRecord {
            v: VERSION,
            id: ids::of_claim(self.report(oldest).map_or("", |r| self.names.word(r.id)), oldest),
            kind: self.word(oldest.kind),
            modes: self.frequent(|c| c.modes.to_vec()),
            first: days.map(|d| super::days::text(d.first)),
            last: days.map(|d| super::days::text(d.last)),
            place: place::place(self),
            actors: parties::actors(self),
            recipients: parties::recipients(self),
            casualties: casualties::casualties(self),
            instruments: self.frequent(|c| c.instrument.into_iter().collect()),
            sources: sources::sources(self),
            claims: self.claims.iter().map(|c| c.id.to_string()).collect(),
            reports: self.count(|r| Some(r.id)),
            publishers: self.count(|r| r.publisher),
            independent_sources: sources::independent(self, &self.claims).len(),
            history: grade::history(self),
            ..EventRecord::default()
        };
        event.grade = event.history.last().map(|g| g.grade.clone()).unwrap_or_default();
        let claims: Vec<(&str, Status)> = self.claims.iter().map(|c| (c.id.as_ref(), c.status)).collect();
        event.summary = phrases.summary(&event, &claims);
        Some(event)
    }

    /// Words of asserting claims, the most frequent first.
    fn frequent(&self, of: impl Fn(&Sketch) -> Vec<Name>) -> Vec<String> {
        let mut counts: Vec<(Name, usize)> = Vec::new();
        for name in self.asserting().flat_map(of) {
            match counts.iter_mut().find(|(n, _)| *n == name) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.names.word(a.0).cmp(self.names.word(b.0))));
        counts.into_iter().map(|(name, _)| self.word(name)).collect()
    }
}
