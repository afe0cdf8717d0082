//! Towns: GeoNames' cities500.

use super::Rule;
use super::divisions::Divisions;
use anyhow::{Context, Result};
use dateline_events::gazetteer::fold::fold;
use dateline_events::gazetteer::import::town_radius_km;
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::gazetteer::{Kind, spelling};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// From this size on a town keeps its other spellings whatever its country.
const LARGE: u64 = 15_000;

/// Reads all towns, with the spellings that the rules of their country keep.
pub fn read(geonames: &Path, rules: &HashMap<String, Rule>, divisions: &Divisions) -> Result<Vec<NewPlace>> {
    let path = geonames.join("cities500.json");
    let file = std::fs::File::open(&path).with_context(|| format!("opening {}", path.display()))?;
    let cities: BTreeMap<String, City> = serde_json::from_reader(std::io::BufReader::new(file))?;
    let mut places: Vec<NewPlace> = cities.into_values().map(|c| town(c, rules, divisions)).collect();
    mark_capitals(&mut places, rules);
    Ok(places)
}

fn town(city: City, rules: &HashMap<String, Rule>, divisions: &Divisions) -> NewPlace {
    let every = rules.get(&city.countrycode).is_some_and(|r| r.every_spelling) || city.population >= LARGE;
    let names = if every { city.alternatenames } else { Vec::new() };
    NewPlace {
        geonames_id: city.geonameid,
        division: divisions.name(&city.countrycode, &city.admin1code),
        country: city.countrycode,
        name: city.name,
        lat: city.latitude,
        lon: city.longitude,
        population: city.population,
        kind: Kind::Town,
        radius_km: town_radius_km(city.population),
        names: names.into_iter().filter(|n| spelling::useful(n)).collect(),
    }
}

fn mark_capitals(places: &mut [NewPlace], rules: &HashMap<String, Rule>) {
    let mut best: HashMap<String, (u64, usize)> = HashMap::new();
    for (number, place) in places.iter().enumerate() {
        let Some(rule) = rules.get(&place.country) else { continue };
        let capital = fold(&rule.capital);
        let named = fold(&place.name).starts_with(&capital) || place.names.iter().any(|n| fold(n) == capital);
        let slot = best.entry(place.country.clone()).or_default();
        if !capital.is_empty() && named && place.population >= slot.0 {
            *slot = (place.population.max(1), number);
        }
    }
    for (_, (population, number)) in best {
        if population > 0 {
            places[number].kind = Kind::Capital;
        }
    }
}
