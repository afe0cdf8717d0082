//! Where it happened: the most precise place that its claims agree on.

use super::Group;
use crate::merge::spot::{Apart, Precision, Spot};
use crate::record::event::EventPlace;

/// The place that most claims give or lie within; of those with as many, the most precise.
pub(super) fn place(group: &Group<'_>) -> Option<EventPlace> {
    let all: Vec<&Spot> = group.asserting().flat_map(|c| c.spots.iter()).collect();
    let votes = |spot: &Spot| all.iter().filter(|other| supports(other, spot)).count();
    let mut candidates: Vec<&Spot> = Vec::new();
    for spot in &all {
        if !candidates.iter().any(|c| c.name == spot.name) {
            candidates.push(spot);
        }
    }
    let best = candidates.into_iter().max_by(|a, b| {
        let key = |s: &Spot| {
            (s.precision <= Precision::Admin2 || s.parts.len() > 2, votes(s), std::cmp::Reverse(s.precision))
        };
        key(a).cmp(&key(b)).then_with(|| group.names.word(b.name).cmp(group.names.word(a.name)))
    })?;
    Some(EventPlace {
        name: group.word(best.name),
        country: best.country.map(|code| group.word(code)),
        lat: best.at.map(|(lat, _)| degrees(lat)),
        lon: best.at.map(|(_, lon)| degrees(lon)),
        precision: best.precision.name().map(str::to_owned),
    })
}

/// True for a place that is the other, or that holds it.
fn supports(other: &Spot, spot: &Spot) -> bool {
    match other.apart(spot) {
        Apart::Same => true,
        Apart::Inside => other.precision >= spot.precision,
        _ => false,
    }
}

/// To four decimals, about ten metres.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 1e4).round() / 1e4
}
