//! Choosing between places of one name.
//!
//! Each candidate's merits are added up. The best is taken, if it is beyond doubt or if something besides the name speaks for it.

use super::division::Divisions;
use super::focus::Focus;
use super::merits::{NEAR, Towns, merits};
use crate::gazetteer::geometry::distance_km;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Candidate, Gazetteer, Place, PlaceId};

/// A place already found in the report.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The name as published.
    pub name: String,
    /// The place.
    pub place: Place,
    /// How sure it is, 0 to 1.
    pub weight: f64,
}

/// What speaks for one candidate rather than another.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    /// The report's countries.
    pub focus: &'a Focus,
    /// The report's first-order divisions.
    pub divisions: &'a Divisions,
    /// All places of the report, those of the same name among them.
    pub anchors: &'a [Anchor],
    /// The place that holds it or lies by it, by the words.
    pub inside: Option<&'a Place>,
    /// Alpha-2 codes of countries whose demonym stands with it.
    pub demonyms: &'a [String],
    /// What the words call it.
    pub called: Option<Class>,
}

impl<'a> Evidence<'a> {
    /// The places that speak for one called `name`. What the same name was taken for elsewhere counts only where the words
    /// there said so.
    pub fn others(&self, name: &'a str) -> impl Iterator<Item = &'a Anchor> {
        self.anchors.iter().filter(move |a| a.weight >= 1.0 || a.name != name)
    }
}

/// The place chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The place.
    pub place: Place,
    /// How many places of that name there are.
    pub candidates: usize,
    /// True where the words themselves say what holds it.
    pub stated: bool,
}

/// People above which a place may be meant although nothing else in the report speaks for its country.
const FAMOUS: u64 = 400_000;
/// People above which a town may be meant if no other country has a place of its name worth the name.
const UNIQUE: u64 = 10_000;
/// People above which a smaller lead will do.
const LARGE: u64 = 150_000;
/// What must speak for the country of a place that is not famous; a demonym, or two towns of it.
const SPOKEN_FOR: f64 = 0.3;
/// People below which a town is a village, which is meant only in a report on its country.
const VILLAGE: u64 = 15_000;
/// Share of what speaks for the country that most speaks for, from which on a report is on that country too.
const MAIN: f64 = 0.5;

/// The best of the places of a name; none where nothing but a rare name speaks for any of them.
pub(super) fn choose(
    gazetteer: &Gazetteer,
    name: &str,
    ids: &[PlaceId],
    evidence: Evidence,
) -> Option<Choice> {
    let towns = Towns::of(gazetteer, ids);
    let candidates = gazetteer.among(ids, name);
    let scored = candidates.map(|c| (score(name, &c, evidence, towns), c.place)).collect::<Vec<_>>();
    let fits = |place: &Place| {
        evidence.inside.is_none_or(|outer| outer.kind == Kind::Region || contains(outer, place))
    };
    // Where the words say what holds it and that does not, it is another place of that name.
    let is_sure = |place: &Place| is_unmistakable(place, &scored) || is_supported(name, place, evidence);
    let (mut known, doubtful): (Vec<&(f64, Place)>, Vec<_>) =
        scored.iter().filter(|(_, place)| fits(place)).partition(|(_, place)| is_sure(place));
    // A town and the district around it have one name: what is sure of one is sure of the other.
    let beside = |place: &Place| known.iter().any(|(_, s)| s.country == place.country && contains(s, place));
    let beside: Vec<_> = doubtful.into_iter().filter(|(_, place)| beside(place)).collect();
    known.extend(beside);
    let as_called = known.iter().filter(|(_, place)| suits(name, place, &known, evidence));
    let best = as_called.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.id.cmp(&a.1.id)))?;
    let stated = stated(&best.1, evidence);
    Some(Choice { place: best.1.clone(), candidates: ids.len(), stated })
}

/// Where the words say "county" or "province", a division wins over any town. A town may stand for a division that the
/// gazetteer lacks, but only in the country that the words or the report are about.
fn suits(name: &str, place: &Place, all: &[&(f64, Place)], evidence: Evidence) -> bool {
    let division = |p: &Place| matches!(p.kind, Kind::Admin1 | Kind::Admin2 | Kind::Admin3 | Kind::Region);
    if !matches!(evidence.called, Some(Class::Admin1 | Class::Admin2)) || division(place) {
        return true;
    }
    let home = stated(place, evidence) || evidence.focus.share_apart_from(name, &place.country) >= MAIN;
    home && !all.iter().any(|(_, other)| division(other))
}

fn score(name: &str, candidate: &Candidate, evidence: Evidence, towns: Towns) -> f64 {
    merits(name, candidate, evidence, towns).iter().map(|(_, merit)| merit).sum()
}

/// True where `outer` holds `place`, or lies close by.
pub(super) fn contains(outer: &Place, place: &Place) -> bool {
    match outer.kind {
        Kind::Country => place.country == outer.country,
        Kind::Admin1 if place.country == outer.country && place.admin1 == outer.admin1 => true,
        _ => {
            let km = distance_km((outer.lat, outer.lon), (place.lat, place.lon));
            km <= (outer.radius_km * 1.5).max(50.0)
        }
    }
}

fn stated(place: &Place, evidence: Evidence) -> bool {
    evidence.inside.is_some_and(|outer| contains(outer, place)) || evidence.demonyms.contains(&place.country)
}

/// True for a town of some size whose name no other place rivals, in its country or in another; and for one that was written
/// into the supplement because news names it, where no other place has its name.
fn is_unmistakable(place: &Place, all: &[(f64, Place)]) -> bool {
    let elsewhere = |p: &Place| distance_km((p.lat, p.lon), (place.lat, place.lon)) > NEAR;
    if place.geonames_id.is_none() && matches!(place.kind, Kind::Town | Kind::District) {
        return !all.iter().any(|(_, p)| elsewhere(p));
    }
    let (size, factor) = if place.population >= LARGE { (LARGE, 5) } else { (UNIQUE, 20) };
    let rivals = |p: &Place| p.population >= place.population / factor && elsewhere(p);
    place.population >= size && !all.iter().any(|(_, p)| rivals(p))
}

/// True where the report speaks of its country: for a village, as much as of any. Great powers are named in reports on wars
/// everywhere, and have villages of every name.
fn is_spoken_for(name: &str, place: &Place, evidence: Evidence) -> bool {
    let village = place.kind == Kind::Town && place.population < VILLAGE;
    evidence.focus.apart_from(name, &place.country) > SPOKEN_FOR
        && (!village
            || (evidence.focus.share_apart_from(name, &place.country) >= MAIN
                && evidence.focus.is_scene(name, &place.country)))
}

/// True where something besides the name speaks for the place.
fn is_supported(name: &str, place: &Place, evidence: Evidence) -> bool {
    let great = match place.kind {
        Kind::Town => place.population >= FAMOUS,
        Kind::Admin1 => place.population >= 5 * FAMOUS,
        Kind::Admin2 | Kind::Admin3 | Kind::District => false,
        Kind::Country
        | Kind::Capital
        | Kind::Site
        | Kind::Region
        | Kind::Island
        | Kind::Water
        | Kind::Border => true,
    };
    let close = |anchor: &Anchor| {
        anchor.weight > 0.5
            && distance_km((anchor.place.lat, anchor.place.lon), (place.lat, place.lon)) < 2.0 * NEAR
    };
    great
        || stated(place, evidence)
        || is_spoken_for(name, place, evidence)
        || evidence.divisions.apart_from(name, place) > SPOKEN_FOR
        || evidence.others(name).any(close)
}
