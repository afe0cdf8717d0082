//! Claims that others wrote, or that people wrote by hand, name places and parties and leave out what the tables know of them.

use crate::gazetteer::Gazetteer;
use crate::gazetteer::geometry::distance_km;
use crate::parties::Actors;
use crate::places::{ResolvedPlace, rank};
use crate::record::{Claim, Party, Place};
use jiff::civil::Date;

/// A place may lie so far beyond the radius of what holds it.
const BESIDE_KM: f64 = 40.0;

/// Fills in where the places of a claim lie and which ids its parties have, where it has only their names.
pub fn complete(claim: &mut Claim, gazetteer: &Gazetteer, actors: &Actors) {
    let day = claim.report.published.as_deref().and_then(|day| day.parse::<Date>().ok());
    claim.places.iter_mut().filter(|place| place.lat.is_none()).for_each(|place| locate(place, gazetteer));
    claim.actors.iter_mut().chain(&mut claim.recipients).for_each(|party| identify(party, actors, day));
}

fn locate(place: &mut Place, gazetteer: &Gazetteer) {
    let Some(name) = place.name.as_deref() else { return };
    let country = name.rsplit(',').next().unwrap_or("").trim().to_owned();
    let find = |name: &str| rank(gazetteer, name, &country, "").answer.place;
    let Some(mut found) = find(name) else { return };
    // "Ataturk airport, Istanbul, Turkey" lies in Istanbul, whatever else bears its name.
    let holder =
        name.split_once(',').map(|(_, rest)| rest.trim()).filter(|rest| rest.contains(',')).and_then(find);
    if let Some(holder) = holder.filter(|holder| !within(&found, holder)) {
        found = holder;
    }
    (place.lat, place.lon, place.radius_km) = (found.lat, found.lon, found.radius_km);
    (place.geonames_id, place.precision) = (found.geonames_id, found.precision.map(str::to_owned));
    place.country = place.country.take().or(found.country);
    place.admin1 = place.admin1.take().or(found.admin1);
}

/// True where a place lies about where its holder does, or where one of them is not on the map.
fn within(place: &ResolvedPlace, holder: &ResolvedPlace) -> bool {
    let at = |p: &ResolvedPlace| p.lat.zip(p.lon);
    let Some((a, b)) = at(place).zip(at(holder)) else { return true };
    distance_km(a, b) <= holder.radius_km.unwrap_or(0.0) + BESIDE_KM
}

fn identify(party: &mut Party, actors: &Actors, day: Option<Date>) {
    if let Some(who) = party.who.as_deref().filter(|_| party.id.is_none()) {
        party.id = actors.identify(who, party.country.as_deref(), day);
    }
}
