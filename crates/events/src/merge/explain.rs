//! Why the claims of an event are one event, and what kept the nearest other claim out.

use super::apart::{Bar, bar};
use super::clues::Clue;
use super::cluster::Odds;
use super::graph::Slot;
use super::merger::Merger;
use super::sketch::Number;
use super::telling::Telling;
use super::verdict::of_tellings;
use crate::parties::choice::Clues;
use crate::record::event::EventRecord;
use std::collections::BTreeSet;

/// Clues of less weight than this say next to nothing.
const WEIGHTY: f32 = 0.15;

/// What speaks for or against two claims being one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Id of the other claim.
    pub claim: String,
    /// Log odds that they are one event.
    pub odds: f32,
    /// Clues with their weights, the weightiest first.
    pub clues: Vec<(&'static str, f32)>,
}

/// Why one claim is in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its id.
    pub claim: String,
    /// Its report.
    pub report: String,
    /// The claim of the event that it is likest; none where it is alone.
    pub nearest: Option<Link>,
    /// True where it denies a claim of the event, or is denied by one.
    pub denial: bool,
}

/// What kept the nearest claim out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outsider {
    /// Its id.
    pub claim: String,
    /// Its report.
    pub report: String,
    /// What no clue can outweigh: other days, other towns.
    pub bar: Option<&'static str>,
    /// The claim of the event that it is likest.
    pub nearest: Link,
    /// Mean log odds with all of the event.
    pub mean: f32,
}

/// An event with its reasons.
#[derive(Clone, Debug)]
pub struct EventWhy {
    /// The event.
    pub event: EventRecord,
    /// Its claims, the oldest first.
    pub members: Vec<Member>,
    /// The nearest claim of another event; none where no other is of its type and near.
    pub outsider: Option<Outsider>,
}

impl Merger<'_> {
    /// The events whose ids begin with `id`, or that have a claim of that id, with their reasons.
    pub fn explain(&mut self, id: &str) -> Vec<EventWhy> {
        self.settle();
        let of = |group: &[Slot]| {
            let asked = |event: &EventRecord| {
                event.id.starts_with(id) || event.claims.iter().any(|claim| claim == id)
            };
            let event = self.event(group).filter(asked)?;
            let members = group.iter().flat_map(|slot| self.of_telling(group, *slot)).collect();
            Some(EventWhy { event, members, outsider: self.outsider(group) })
        };
        self.graph.groups().into_iter().filter_map(of).collect()
    }

    fn of_telling(&self, group: &[Slot], slot: Slot) -> Vec<Member> {
        let Some(telling) = self.graph.telling(slot) else { return Vec::new() };
        telling.claims.iter().filter_map(|number| self.member(group, telling, *number)).collect()
    }

    fn member(&self, group: &[Slot], own: &Telling, number: Number) -> Option<Member> {
        let claim = self.reports.claim(own.report, number)?;
        let beside = || own.claims.iter().filter(|n| **n != number);
        let denies = |n: &Number| {
            let other = self.reports.claim(own.report, *n);
            other.is_some_and(|other| other.denied_by(claim) || claim.denied_by(other))
        };
        let mut links: Vec<Link> =
            beside().filter_map(|n| self.link_in_report(own.report, number, *n)).collect();
        if links.is_empty() {
            let others = group.iter().filter_map(|n| self.graph.telling(*n)).filter(|t| t.order != own.order);
            links.extend(others.filter_map(|other| self.link(own, other)));
        }
        let nearest = links.into_iter().max_by(|a, b| a.odds.total_cmp(&b.odds));
        let (claim, report) = (claim.id.to_string(), self.report_id(own));
        Some(Member { claim, report, nearest, denial: beside().any(denies) })
    }

    fn report_id(&self, telling: &Telling) -> String {
        self.reports.head(telling).map_or_else(String::new, |r| self.reports.names.word(r.id).to_owned())
    }

    /// How a claim is linked to another of its report.
    fn link_in_report(&self, report: Number, claim: Number, other: Number) -> Option<Link> {
        let (kind, clues) = self.reports.of_two(report, claim.min(other), claim.max(other))?;
        Some(self.linked(report, other, kind, &clues))
    }

    /// How a telling is linked to another, by the other's first claim.
    fn link(&self, a: &Telling, b: &Telling) -> Option<Link> {
        let (first, second) = (*a.claims.first()?, *b.claims.first()?);
        if a.report == b.report {
            return self.link_in_report(a.report, first, second);
        }
        let (x, y) = if a.order <= b.order { (a, b) } else { (b, a) };
        let (kind, clues) = of_tellings((x, y), (self.reports.head(x)?, self.reports.head(y)?));
        Some(self.linked(b.report, second, kind, &clues))
    }

    fn linked(&self, report: Number, other: Number, kind: usize, clues: &Clues) -> Link {
        let verdicts = &self.reports.tables.verdicts;
        let weighed = clues.iter().filter_map(|n| Some((*Clue::NAMES.get(n)?, verdicts.weight(kind, n))));
        let mut weighty: Vec<(&'static str, f32)> = weighed.filter(|(_, w)| w.abs() >= WEIGHTY).collect();
        weighty.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(b.0)));
        let claim = self.reports.claim(report, other).map_or_else(String::new, |c| c.id.to_string());
        Link { claim, odds: as_odds(verdicts.odds(kind, clues)), clues: weighty }
    }

    /// The telling outside that is likest on average, of those that have an edge to one of the event or stand beside it in a report.
    fn outsider(&self, group: &[Slot]) -> Option<Outsider> {
        let members: Vec<&Telling> = group.iter().filter_map(|slot| self.graph.telling(*slot)).collect();
        let near = group.iter().flat_map(|slot| self.graph.edges(*slot)).map(|edge| edge.to);
        let beside = members.iter().flat_map(|t| self.graph.of_report(t.report).iter().copied());
        let outside: BTreeSet<Slot> = near.chain(beside).filter(|slot| !group.contains(slot)).collect();
        let mean = |slot: Slot| {
            let telling = self.graph.telling(slot)?;
            let odds: Vec<Odds> = members.iter().filter_map(|m| self.reports.across(telling, m)).collect();
            let count = i64::try_from(odds.len()).ok().filter(|n| *n > 0)?;
            Some((odds.iter().sum::<Odds>() / count, std::cmp::Reverse(telling.order), slot))
        };
        let (mean, _, best) = outside.into_iter().filter_map(mean).max()?;
        let telling = self.graph.telling(best)?;
        let links = members.iter().filter_map(|m| self.link(telling, m));
        Some(Outsider {
            claim: self.reports.claim(telling.report, *telling.claims.first()?)?.id.to_string(),
            report: self.report_id(telling),
            bar: members.iter().find_map(|m| bar(telling, m)).map(Bar::reason),
            nearest: links.max_by(|a, b| a.odds.total_cmp(&b.odds))?,
            mean: as_odds(mean),
        })
    }
}

#[allow(clippy::cast_precision_loss)]
fn as_odds(odds: Odds) -> f32 {
    odds as f32 / 1000.0
}
