//! The first step: what reports tell of, each by itself.

use crate::merge::reports::Reports;
use crate::merge::sketch::{Reader, small};
use crate::merge::tables::Merging;
use crate::merge::telling::{Order, Telling};
use crate::record::part::{Sheet, TellingRow};
use crate::record::{Claim, Coder, Denial, Party, ReportHead, Time, Words};
use std::collections::{BTreeMap, HashSet};

/// The tellings of some whole reports: report by report, and of each in the order of their first claims.
///
/// `claims` are all the claims of these reports, in any order and as often as they come. Sums over time are in no telling.
pub fn tellings(tables: &Merging, claims: &[Claim]) -> Vec<TellingRow> {
    by_report(claims).into_values().flat_map(|claims| of_report(tables, claims)).collect()
}

fn of_report(tables: &Merging, claims: Vec<&Claim>) -> Vec<TellingRow> {
    let claims = settled(tables, claims);
    let reports = Reports::of(tables, &claims);
    let mut found = reports.tellings_of(0);
    found.sort_by_key(|telling| telling.order);
    found.iter().filter_map(|telling| row(&reports, &claims, telling)).collect()
}

fn row(reports: &Reports<'_>, claims: &[Claim], telling: &Telling) -> Option<TellingRow> {
    let own = || telling.claims.iter().filter_map(|n| claims.get(*n as usize));
    let first = own().next()?;
    let nth = telling.claims.iter().filter_map(|n| reports.claim(telling.report, *n)).map(|claim| claim.nth);
    Some(TellingRow {
        order: letters(telling.order),
        keys: reports.keys(telling).into_iter().map(u64::cast_signed).collect(),
        report: first.report.id.clone(),
        claims: own().map(|claim| claim.id.clone()).collect(),
        told: claims.len(),
        sheet: Sheet {
            head: ReportHead { dateline: None, url: None, ..first.report.clone() },
            number: telling.order.2,
            main: telling.main,
            nth: nth.collect(),
            claims: own().map(weighed).collect(),
        },
    })
}

/// An order as letters that sort as it does.
pub(super) fn letters((day, report, claim): Order) -> String {
    // Days before 1970 are below zero: with the first bit turned they sort before the others.
    let day = day.cast_unsigned() ^ (1 << 31);
    format!("{day:08x}{report:032x}{claim:08x}")
}

pub(super) fn by_report(claims: &[Claim]) -> BTreeMap<&str, Vec<&Claim>> {
    let mut found: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    claims.iter().for_each(|claim| found.entry(&claim.report.id).or_default().push(claim));
    found
}

/// The claims of one report in its order, each once, all with the same word on their report: what [`Reports`] makes of them.
pub(super) fn settled(tables: &Merging, mut claims: Vec<&Claim>) -> Vec<Claim> {
    let mut names = crate::merge::names::Names::default();
    let heads = claims.iter().map(|claim| {
        let head = Reader { names: &mut names, tables }.report(&claim.report);
        (head, &claim.report)
    });
    let heads: Vec<_> = heads.collect();
    let believed = heads.iter().min_by(|a, b| a.0.belief(&names).cmp(&b.0.belief(&names)));
    let Some(head) = believed.map(|(_, head)| (*head).clone()) else { return Vec::new() };
    claims.sort_by(|a, b| place(a).cmp(&place(b)));
    let mut seen = HashSet::new();
    claims.retain(|claim| seen.insert(claim.id.as_str()));
    claims.into_iter().map(|claim| Claim { report: head.clone(), ..claim.clone() }).collect()
}

fn place(claim: &Claim) -> (u32, u32, &str) {
    (small(claim.evidence.sentence), small(claim.evidence.trigger.start), &claim.id)
}

/// A claim without what weighing does not look at: most of what is carried from machine to machine is this.
fn weighed(claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    let start = |words: &mut Words| (words.start, words.end) = (0, 0);
    let party = |party: &mut Party| {
        start(&mut party.words);
        if party.who.as_deref().is_some_and(|who| !who.is_empty()) {
            party.words.text.clear();
        }
    };
    claim.actors.iter_mut().chain(&mut claim.recipients).for_each(party);
    for place in &mut claim.places {
        start(&mut place.words);
        if place.name.is_some() {
            place.words.text.clear();
        }
        (place.admin1, place.geonames_id, place.candidates) = (None, None, None);
    }
    if let Some(time) = &mut claim.time {
        *time = Time {
            first: time.first.take(),
            last: time.last.take(),
            basis: time.basis.take(),
            ..Time::default()
        };
    }
    for figure in &mut claim.casualties {
        (figure.words, figure.qualifier) = (Words::default(), None);
    }
    claim.sources.truncate(1);
    claim.sources.iter_mut().for_each(|source| (source.kind, source.cue) = (None, None));
    (claim.report, claim.id, claim.coder) = (ReportHead::default(), String::new(), Coder::default());
    (claim.counts, claim.denies) = (Vec::new(), None::<Denial>);
    claim
}
