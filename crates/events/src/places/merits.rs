//! The merits of a place of some name: how well known it is, whether the report is about its country and its division,
//! whether it lies in the place that the words name, whether other places of the report are near, whether it is the
//! kind of place that the words call it.
//!
//! The weights were set by hand, with the training split of the claims and the toponyms of LGL in view.

use super::choose::{Anchor, Evidence, contains};
use crate::gazetteer::geometry::distance_km;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Candidate, Gazetteer, Place, PlaceId};

/// People above which a first-order division is known as well as a country.
const GREAT: u64 = 1_000_000;
/// People that a second-order division is taken to have, where their number is not known.
const COUNTY: f64 = 100_000.0;
/// Kilometres within which another place of the report speaks for a candidate.
pub(super) const NEAR: f64 = 150.0;

/// What speaks for a candidate, and how much, among the `towns` of its name.
pub(super) fn merits(
    name: &str,
    candidate: &Candidate,
    evidence: Evidence,
    towns: Towns,
) -> [(&'static str, f64); 9] {
    let place = &candidate.place;
    [
        ("people", (people(place) + 1.0).log10() * 0.9),
        ("customary name", customary(candidate)),
        ("country of the report", 5.0 * evidence.focus.share_apart_from(name, &place.country).sqrt()),
        ("division of the report", division(name, place, evidence)),
        ("kind", of_kind(place, towns, evidence.called)),
        ("no rival", unrivalled(place, towns)),
        ("what holds it", holder(place, evidence)),
        ("other places near", near(name, candidate, evidence)),
        ("what it is called", called(place.kind, evidence)),
    ]
}

/// A name that the supplement was given by hand is meant for that place: "the White House" is not Casablanca.
fn customary(candidate: &Candidate) -> f64 {
    match (candidate.exact, candidate.place.geonames_id) {
        (true, None) => 4.0,
        (true, Some(_)) => 1.0,
        (false, _) => 0.0,
    }
}

/// How many people live there, as far as is known.
pub(super) fn people(place: &Place) -> f64 {
    match (place.kind, place.population) {
        (Kind::Admin2, 0) => COUNTY,
        (_, people) => people as f64,
    }
}

/// True for a state or province of millions: what the news mean by its name, unless the words say otherwise.
pub(super) fn is_great_division(place: &Place) -> bool {
    place.kind == Kind::Admin1 && place.population >= GREAT
}

/// The towns of a name, by their people.
#[derive(Clone, Copy)]
pub(super) struct Towns {
    /// People of the largest.
    largest: u64,
    /// People of the largest in any other division.
    rival: u64,
}

impl Towns {
    /// The towns among the places of those numbers.
    pub fn of(gazetteer: &Gazetteer, ids: &[PlaceId]) -> Self {
        let towns = ids.iter().filter_map(|id| gazetteer.place(*id)).filter(|p| p.kind.is_town());
        let towns: Vec<Place> = towns.collect();
        let largest = towns.iter().max_by_key(|p| p.population);
        let elsewhere =
            |p: &&Place| largest.is_some_and(|l| (&l.country, &l.admin1) != (&p.country, &p.admin1));
        let rival = towns.iter().filter(elsewhere).map(|p| p.population).max();
        Towns { largest: largest.map_or(0, |p| p.population), rival: rival.unwrap_or(0) }
    }
}

/// A city of millions, beside which the other towns of its name are villages: Cairo.
fn unrivalled(place: &Place, towns: Towns) -> f64 {
    let great = place.kind.is_town() && place.population >= GREAT && place.population == towns.largest;
    if great && towns.rival < place.population / 1000 { 2.0 } else { 0.0 }
}

/// How many other names of the report lie in the same first-order division.
fn division(name: &str, place: &Place, evidence: Evidence) -> f64 {
    let names = evidence.divisions.apart_from(name, place);
    5.0 * names / (names + 1.0)
}

/// What is known far away is meant more often than what is not. A state of millions is what its name means, and not the small
/// towns called after it; but a city in proportion to it is meant by the name of both: New York.
fn of_kind(place: &Place, towns: Towns, called: Option<Class>) -> f64 {
    let great = is_great_division(place) && towns.largest < place.population / 10;
    match place.kind {
        Kind::Admin1 if great && matches!(called, Some(Class::City | Class::Town)) => 1.0,
        Kind::Admin1 if great => 7.0,
        Kind::Country => 8.0,
        Kind::Capital => 2.5,
        Kind::Town => 0.5,
        Kind::Admin1 => -2.0,
        Kind::Admin2 => -2.5,
        Kind::Admin3 => -3.5,
        Kind::District | Kind::Site => 2.5,
        Kind::Region | Kind::Island | Kind::Water | Kind::Border => 7.5,
    }
}

fn holder(place: &Place, evidence: Evidence) -> f64 {
    let demonym = if evidence.demonyms.contains(&place.country) { 6.0 } else { 0.0 };
    let inside = match evidence.inside {
        Some(outer) if contains(outer, place) => 8.0,
        Some(_) => -4.0,
        None => 0.0,
    };
    demonym + inside
}

fn near(name: &str, candidate: &Candidate, evidence: Evidence) -> f64 {
    let place = &candidate.place;
    let pull = |anchor: &Anchor| {
        let km = distance_km((anchor.place.lat, anchor.place.lon), (place.lat, place.lon));
        anchor.weight * (-km / NEAR).exp()
    };
    3.0 * evidence.others(name).map(pull).fold(0.0, f64::max)
}

fn called(kind: Kind, evidence: Evidence) -> f64 {
    let fits = match evidence.called {
        Some(Class::City | Class::Town) => kind.is_town() || kind == Kind::District,
        Some(Class::Quarter) => matches!(kind, Kind::District | Kind::Admin2 | Kind::Admin3 | Kind::Town),
        Some(Class::Admin1) => matches!(kind, Kind::Admin1 | Kind::Region),
        Some(Class::Admin2) => matches!(kind, Kind::Admin2 | Kind::Admin3),
        Some(Class::Country) => kind == Kind::Country,
        _ => return 0.0,
    };
    if fits { 4.0 } else { 0.0 }
}
