//! Claims that others wrote, or that people wrote by hand, name places and parties and leave out what the tables know of them.

use crate::gazetteer::Gazetteer;
use crate::parties::Actors;
use crate::places::rank;
use crate::record::{Claim, Party, Place};
use jiff::civil::Date;

/// Fills in where the places of a claim lie and which ids its parties have, where it has only their names.
pub fn complete(claim: &mut Claim, gazetteer: &Gazetteer, actors: &Actors) {
    let day = claim.report.published.as_deref().and_then(|day| day.parse::<Date>().ok());
    claim.places.iter_mut().filter(|place| place.lat.is_none()).for_each(|place| locate(place, gazetteer));
    claim.actors.iter_mut().chain(&mut claim.recipients).for_each(|party| identify(party, actors, day));
}

fn locate(place: &mut Place, gazetteer: &Gazetteer) {
    let Some(name) = place.name.as_deref() else { return };
    let country = name.rsplit(',').next().unwrap_or("").trim().to_owned();
    let Some(found) = rank(gazetteer, name, &country, "").answer.place else { return };
    (place.lat, place.lon, place.radius_km) = (found.lat, found.lon, found.radius_km);
    (place.geonames_id, place.precision) = (found.geonames_id, found.precision.map(str::to_owned));
    place.country = place.country.take().or(found.country);
    place.admin1 = place.admin1.take().or(found.admin1);
}

fn identify(party: &mut Party, actors: &Actors, day: Option<Date>) {
    if let Some(who) = party.who.as_deref().filter(|_| party.id.is_none()) {
        party.id = actors.identify(who, party.country.as_deref(), day);
    }
}
