//! Why the claims of an event are one event, and what kept the nearest other claim out.

use super::apart::bar;
use super::clues::Clue;
use super::cluster::Odds;
use super::merger::Merger;
use super::sketch::Number;
use super::telling::Telling;
use super::verdict::of_tellings;
use crate::parties::choice::Clues;
use crate::record::event::EventRecord;
use std::cmp::Reverse;

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
    /// The events whose ids begin with `id`, with their reasons.
    pub fn explain(&mut self, id: &str) -> Vec<EventWhy> {
        self.order();
        let tellings = self.tellings();
        let groups = self.joined(&tellings);
        let mut near: Vec<(usize, usize)> = Vec::new();
        let numbers: Vec<Vec<Number>> = groups.iter().map(|g| claims_of(&tellings, g)).collect();
        let copies = self.copies(&numbers);
        let mut found = Vec::new();
        for (group, numbers) in groups.iter().zip(&numbers) {
            let event = self.group(numbers, &copies).event(&self.tables.phrases);
            let Some(event) = event.filter(|event| event.id.starts_with(id)) else { continue };
            if near.is_empty() {
                self.candidates(&tellings, |a, b| near.push((a, b)));
            }
            let members = numbers.iter().filter_map(|n| self.member(&tellings, group, *n)).collect();
            found.push(EventWhy { event, members, outsider: self.outsider(&tellings, group, &near) });
        }
        found
    }

    fn member(&self, tellings: &[Telling], group: &[usize], number: Number) -> Option<Member> {
        let claim = self.claims.get(number as usize)?;
        let own = group.iter().filter_map(|n| tellings.get(*n)).find(|t| t.claims.contains(&number))?;
        let beside = own.claims.iter().filter(|n| **n != number);
        let denies = |n: &Number| {
            self.claims.get(*n as usize).is_some_and(|other| other.denied_by(claim) || claim.denied_by(other))
        };
        let denial = beside.clone().any(denies);
        let mut links: Vec<Link> = beside.filter_map(|n| self.link_in_report(number, *n)).collect();
        if links.is_empty() {
            let others = group.iter().filter_map(|n| tellings.get(*n)).filter(|t| t.report != own.report);
            links.extend(others.filter_map(|other| self.link(own, other)));
        }
        let nearest = links.into_iter().max_by(|a, b| a.odds.total_cmp(&b.odds));
        Some(Member { claim: claim.id.to_string(), report: self.report_id(number), nearest, denial })
    }

    fn report_id(&self, number: Number) -> String {
        let claim = self.claims.get(number as usize);
        let report = claim.and_then(|c| self.reports.get(c.report as usize));
        report.map_or_else(String::new, |r| self.names.word(r.id).to_owned())
    }

    fn link_in_report(&self, a: Number, b: Number) -> Option<Link> {
        let (kind, clues) = self.of_two(a.min(b), a.max(b))?;
        Some(self.linked(b, kind, &clues))
    }

    /// How a telling is linked to another, by the other's first claim.
    fn link(&self, a: &Telling, b: &Telling) -> Option<Link> {
        if a.report == b.report {
            return self.link_in_report(*a.claims.first()?, *b.claims.first()?);
        }
        let (kind, clues) = of_tellings((a, b), (self.report(a)?, self.report(b)?));
        Some(self.linked(*b.claims.first()?, kind, &clues))
    }

    fn linked(&self, other: Number, kind: usize, clues: &Clues) -> Link {
        let verdicts = &self.tables.verdicts;
        let weighed = clues.iter().filter_map(|n| Some((*Clue::NAMES.get(n)?, verdicts.weight(kind, n))));
        let mut clues_of: Vec<(&'static str, f32)> = weighed.filter(|(_, w)| w.abs() >= WEIGHTY).collect();
        clues_of.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(b.0)));
        let claim = self.claims.get(other as usize).map_or_else(String::new, |c| c.id.to_string());
        Link { claim, odds: as_odds(verdicts.odds(kind, clues)), clues: clues_of }
    }

    /// The telling outside that is likest on average, of those that share a block with one of the event or stand beside it.
    fn outsider(&self, tellings: &[Telling], group: &[usize], near: &[(usize, usize)]) -> Option<Outsider> {
        let inside = |n: &usize| group.contains(n);
        let across =
            near.iter().filter(|(a, b)| inside(a) != inside(b)).map(|(a, b)| if inside(a) { *b } else { *a });
        let reports: Vec<Number> = group.iter().filter_map(|n| tellings.get(*n)).map(|t| t.report).collect();
        let beside = tellings.iter().enumerate().filter(|(_, t)| reports.contains(&t.report)).map(|(n, _)| n);
        let mut outside: Vec<usize> = across.chain(beside.filter(|n| !inside(n))).collect();
        outside.sort_unstable();
        outside.dedup();
        let of = |n: usize| {
            let telling = tellings.get(n)?;
            let members: Vec<&Telling> = group.iter().filter_map(|m| tellings.get(*m)).collect();
            let odds: Vec<Odds> = members.iter().filter_map(|m| self.across(telling, m)).collect();
            let mean = odds.iter().sum::<Odds>() / i64::try_from(odds.len()).ok().filter(|n| *n > 0)?;
            Some((mean, Reverse(n)))
        };
        let (mean, Reverse(best)) = outside.into_iter().filter_map(of).max()?;
        let telling = tellings.get(best)?;
        let members: Vec<&Telling> = group.iter().filter_map(|m| tellings.get(*m)).collect();
        let links = members.iter().filter_map(|m| self.link(telling, m));
        let first = *telling.claims.first()?;
        Some(Outsider {
            claim: self.claims.get(first as usize)?.id.to_string(),
            report: self.report_id(first),
            bar: members.iter().find_map(|m| bar(telling, m)).map(super::apart::Bar::reason),
            nearest: links.max_by(|a, b| a.odds.total_cmp(&b.odds))?,
            mean: as_odds(mean),
        })
    }
}

#[allow(clippy::cast_precision_loss)]
fn as_odds(odds: Odds) -> f32 {
    odds as f32 / 1000.0
}

fn claims_of(tellings: &[Telling], group: &[usize]) -> Vec<Number> {
    let mut claims: Vec<Number> =
        group.iter().filter_map(|n| tellings.get(*n)).flat_map(|t| t.claims.iter().copied()).collect();
    claims.sort_unstable();
    claims
}
