//! Sums over time are not events of a day: they become series, one for each source.

use super::compose::Group;
use super::compose::ids::hash;
use super::days;
use super::names::Name;
use super::sketch::{Figure, Sketch, Status};
use crate::record::VERSION;
use crate::record::series::{TollFigure, TollSeries};
use std::collections::BTreeMap;

/// The series of the cumulative claims of a group of all claims, by source, kind and country.
pub(super) fn series(group: &Group<'_>) -> Vec<TollSeries> {
    let mut found: BTreeMap<(String, String, Option<String>), TollSeries> = BTreeMap::new();
    let cumulative = group.claims().iter().filter(|c| c.cumulative && c.status != Status::Denied);
    for claim in cumulative {
        for figure in claim.figures.iter().filter(|f| !f.part) {
            let source = group.name(group.speaker(claim).name()).to_owned();
            let kind = group.name(figure.kind).to_owned();
            let country = country(claim).map(|code| group.name(code).to_owned());
            let series =
                found.entry((source.clone(), kind.clone(), country.clone())).or_insert_with(|| TollSeries {
                    v: VERSION,
                    id: hash(
                        "t_",
                        &format!("{source}\u{1f}{kind}\u{1f}{}", country.as_deref().unwrap_or("")),
                    ),
                    source,
                    source_kind: claim.voices.first().and_then(|v| v.kind).map(|k| group.name(k).to_owned()),
                    kind,
                    country,
                    figures: Vec::new(),
                });
            series.figures.push(toll(group, claim, figure));
        }
    }
    let mut all: Vec<TollSeries> = found.into_values().collect();
    all.iter_mut().for_each(|series| series.figures.sort_by(|a, b| a.as_of.cmp(&b.as_of)));
    all
}

/// Where it happened, else where those hurt are from.
fn country(claim: &Sketch) -> Option<Name> {
    let places = claim.spots.iter().filter_map(|spot| spot.country);
    places.chain(claim.recipients.iter().filter_map(|who| who.country)).next()
}

fn toll(group: &Group<'_>, claim: &Sketch, figure: &Figure) -> TollFigure {
    let published = group.report(claim).and_then(|r| r.published);
    let until = claim.days.map(|d| published.map_or(d.last, |day| d.last.min(day)));
    TollFigure {
        since: claim.days.filter(|d| d.length() > 1).map(|d| days::text(d.first)),
        as_of: until.or(published).map(days::text),
        low: figure.low,
        high: figure.high,
        whose: figure.whose.map(|whose| group.name(whose).to_owned()),
        claim: claim.id.to_string(),
    }
}
