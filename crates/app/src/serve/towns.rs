//! Names of towns for the map: the largest of what is looked at, no two of them in each other's way.

use crate::record::overview::Area;
use dateline_events::gazetteer::Kind;
use dateline_shared::built_in;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Inhabitants below which a town is never named.
const LEAST: u64 = 1_000;

/// Towns that are named at a time.
const MOST: usize = 60;

/// Zoom of a map of tiles of 512 pixels below which there is room for countries only.
pub const FIRST_ZOOM: u32 = 4;

/// A town.
#[derive(Clone, Debug)]
pub struct Town {
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    /// Seat of a country's government.
    pub capital: bool,
}

/// The towns of the built-in gazetteer: capitals first, then the largest. Read when the first map asks.
fn all() -> &'static [Town] {
    static ALL: OnceLock<Vec<Town>> = OnceLock::new();
    ALL.get_or_init(|| {
        // It is part of the program, and the coder's tests open it: without it the map has no towns, and nothing else is amiss.
        let Ok(gazetteer) = built_in::gazetteer() else { return Vec::new() };
        let named = |kind: Kind| matches!(kind, Kind::Town | Kind::Capital);
        let mut towns: Vec<_> =
            gazetteer.places().filter(|place| named(place.kind) && place.population >= LEAST).collect();
        towns.sort_by_key(|place| std::cmp::Reverse((place.kind == Kind::Capital, place.population)));
        let town = |place: dateline_events::gazetteer::Place| Town {
            name: place.name,
            lat: place.lat,
            lon: place.lon,
            capital: place.kind == Kind::Capital,
        };
        towns.into_iter().map(town).collect()
    })
}

/// The towns to name in an area at a zoom.
pub fn towns(area: Area, zoom: u32) -> Vec<&'static Town> {
    if zoom < FIRST_ZOOM {
        return Vec::new();
    }
    // A name is some 100 pixels wide and 20 high: one for each cell of a sixth and a twentieth of a tile.
    let tiles = f64::from(1_u32 << zoom.min(22)) / 360.0;
    #[allow(clippy::cast_possible_truncation)]
    let cell =
        |town: &Town| ((town.lon * tiles * 5.0).floor() as i64, (town.lat * tiles * 12.0).floor() as i64);
    let mut taken = HashSet::new();
    let within = all().iter().filter(|town| crate::record::overview::within(area, (town.lat, town.lon)));
    within.filter(|town| taken.insert(cell(town))).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_towns_of_what_is_looked_at_are_named() {
        let names =
            |area, zoom| towns(area, zoom).into_iter().map(|town| town.name.as_str()).collect::<Vec<_>>();
        let syria = [32.0, 37.5, 35.5, 42.5];
        let near = names(syria, 6);
        let at = |name: &str| near.iter().position(|town| *town == name);
        assert!(at("Damascus") < at("Aleppo") && at("Damascus").is_some(), "capitals first: {near:?}");
        assert!(near.len() > 5, "{near:?}");
        assert!(names(syria, 3).is_empty());
        let across = names([-20.0, 60.0, 170.0, -170.0], 5);
        assert!(!across.is_empty() && across.len() <= MOST, "{across:?}");
    }
}
