//! The first step: what reports tell of, each by itself.

use super::sheet;
use crate::merge::cluster::Odds;
use crate::merge::graph::WINDOW;
use crate::merge::names::Names;
use crate::merge::reports::Reports;
use crate::merge::sketch::{Number, Reader, small};
use crate::merge::tables::Merging;
use crate::merge::telling::{Order, Telling};
use crate::record::Claim;
use crate::record::part::TellingRow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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
    let keys: Vec<Vec<u64>> = found.iter().map(|telling| reports.keys(telling)).collect();
    let mut beside = beside(&reports, &found, &keys);
    let row = |(telling, keys): (&Telling, Vec<u64>)| {
        let own = || telling.claims.iter().filter_map(|n| claims.get(*n as usize));
        Some(TellingRow {
            order: letters(telling.order),
            keys: keys.into_iter().map(u64::cast_signed).collect(),
            report: own().next()?.report.id.clone(),
            claims: own().map(|claim| claim.id.clone()).collect(),
            told: claims.len(),
            sheet: sheet::write(&reports, telling, beside.remove(&telling.order.2).unwrap_or_default())?,
        })
    };
    found.iter().zip(keys).filter_map(row).collect()
}

/// For each telling of a report, by its number: the later ones of the same report that a block holds near, and how likely both are one
/// event. This looks at all that the report tells, so that it is done here once and for all. In a block no other report stands between
/// two tellings of one: those that are near here are near there.
fn beside(reports: &Reports<'_>, of: &[Telling], keys: &[Vec<u64>]) -> BTreeMap<Number, Vec<(Number, Odds)>> {
    let mut blocks: HashMap<u64, Vec<usize>> = HashMap::new();
    for (n, key) in keys.iter().enumerate().flat_map(|(n, keys)| keys.iter().map(move |key| (n, *key))) {
        blocks.entry(key).or_default().push(n);
    }
    let near = |block: &Vec<usize>| -> Vec<(usize, usize)> {
        let later = |n: usize| block.iter().skip(n + 1).take(WINDOW);
        block.iter().enumerate().flat_map(|(n, a)| later(n).map(|b| (*a, *b))).collect()
    };
    let pairs: BTreeSet<(usize, usize)> = blocks.values().flat_map(near).collect();
    let mut found: BTreeMap<Number, Vec<(Number, Odds)>> = BTreeMap::new();
    for (a, b) in pairs.into_iter().filter_map(|(a, b)| of.get(a).zip(of.get(b))) {
        if let Some(odds) = reports.known(a, b) {
            found.entry(a.order.2).or_default().push((b.order.2, odds));
        }
    }
    found
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
    let mut names = Names::default();
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
