//! Sums over time in parts: they are in no event, and each belongs to one source.

use super::tellings::{by_report, settled};
use crate::merge::reports::Reports;
use crate::merge::tables::Merging;
use crate::record::Claim;
use crate::record::part::Sum;
use crate::record::series::TollSeries;

/// The sums over time of some whole reports: `claims` are all the claims of these.
pub fn sums(tables: &Merging, claims: &[Claim]) -> Vec<Sum> {
    let of_report = |claims| settled(tables, claims).into_iter().filter_map(|claim| sum(tables, claim));
    by_report(claims).into_values().flat_map(of_report).collect()
}

fn sum(tables: &Merging, claim: Claim) -> Option<Sum> {
    let reports = Reports::of(tables, [&claim]);
    let sketch = reports.claim(0, 0).filter(|sketch| sketch.cumulative)?;
    let group = reports.group(vec![sketch]);
    Some(Sum { source: group.name(group.speaker(sketch).name()).to_owned(), claim })
}

/// The series of some sources, by source, kind and country: `claims` are all sums over time of these.
///
/// Those of all, put into the order of source, kind and country (none before any), are [`crate::merge::Merger::series`].
pub fn series(tables: &Merging, claims: &[Claim]) -> Vec<TollSeries> {
    Reports::of(tables, claims).series()
}
