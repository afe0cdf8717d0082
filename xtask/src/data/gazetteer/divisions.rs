//! First- and second-order divisions: GeoNames gives their names, not their places.
//!
//! A first-order division stands at the mean of its towns, with a radius that holds nine in ten of them. A
//! second-order one is left out where a town of its division has the same name; else it stands where its
//! first-order division does.

use anyhow::{Context, Result};
use dateline_events::gazetteer::fold::fold;
use dateline_events::gazetteer::geometry::distance_km;
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::gazetteer::{Kind, spelling};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// A first-order division.
#[derive(Default)]
pub struct Division {
    /// Customary name.
    pub name: String,
    /// Other names.
    pub names: Vec<String>,
    /// Id in GeoNames.
    pub geonames_id: u32,
    /// Latitude, longitude, radius in kilometres, where a source gives them.
    pub centre: Option<(f64, f64, f64)>,
    /// People, where a source gives them.
    pub population: u64,
}

/// First-order divisions by code ("SY.08").
#[derive(Default)]
pub struct Divisions(pub BTreeMap<String, Division>);

impl Divisions {
    /// The customary name of a division; empty where it has none.
    pub fn name(&self, country: &str, code: &str) -> String {
        self.0.get(&format!("{country}.{code}")).map(|d| d.name.clone()).unwrap_or_default()
    }

    /// The division of that name in a country, whichever of its names it is.
    pub fn find(&mut self, country: &str, name: &str) -> Option<&mut Division> {
        let key = fold(name);
        let prefix = format!("{country}.");
        let named = |d: &Division| std::iter::once(&d.name).chain(&d.names).any(|n| fold(n) == key);
        self.0.iter_mut().find(|(code, d)| code.starts_with(&prefix) && named(d)).map(|(_, d)| d)
    }
}

/// Reads the names of first-order divisions.
pub fn read(shared: &Path) -> Result<Divisions> {
    let text = super::read(&shared.join("admin1CodesASCII.txt"))?;
    let mut divisions = Divisions::default();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, name, ascii, id] = cells[..] else { continue };
        let name = spelling::core(name).unwrap_or_else(|| name.to_string());
        let names = vec![ascii.to_string(), cells[1].to_string()];
        let geonames_id = id.trim().parse().context("admin1CodesASCII.txt: id")?;
        divisions.0.insert(code.to_string(), Division { name, names, geonames_id, ..Default::default() });
    }
    Ok(divisions)
}

/// Puts the divisions on the map by the towns in them.
pub fn place(divisions: &Divisions, towns: &[NewPlace]) -> Vec<NewPlace> {
    let mut members: HashMap<(&str, &str), Vec<&NewPlace>> = HashMap::new();
    for town in towns {
        members.entry((&town.country, &town.division)).or_default().push(town);
    }
    let mut places = Vec::new();
    for (code, division) in &divisions.0 {
        let country = code.split('.').next().unwrap_or_default();
        let towns = members.get(&(country, division.name.as_str())).map(Vec::as_slice).unwrap_or_default();
        let Some((lat, lon, radius_km)) = division.centre.or_else(|| spread(towns)) else { continue };
        places.push(NewPlace {
            geonames_id: division.geonames_id,
            name: division.name.clone(),
            country: country.to_string(),
            division: division.name.clone(),
            lat,
            lon,
            population: division.population.max(towns.iter().map(|t| t.population).sum()),
            kind: Kind::Admin1,
            radius_km,
            names: division.names.clone(),
        });
    }
    places
}

fn spread(towns: &[&NewPlace]) -> Option<(f64, f64, f64)> {
    let count = towns.len() as f64;
    let lat = towns.iter().map(|t| t.lat).sum::<f64>() / count;
    let lon = towns.iter().map(|t| t.lon).sum::<f64>() / count;
    let mut reach: Vec<f64> = towns.iter().map(|t| distance_km((lat, lon), (t.lat, t.lon))).collect();
    reach.sort_by(f64::total_cmp);
    let radius = reach.get(reach.len() * 9 / 10)?;
    Some((lat, lon, radius.max(10.0)))
}

/// People above which a town abroad is what is meant by the name of a division beside it.
const LARGE: u64 = 100_000;

/// Second-order divisions whose name no town of their first-order division has, nor a city across the border: Gaza.
pub fn lower(
    shared: &Path,
    divisions: &Divisions,
    upper: &[NewPlace],
    towns: &[NewPlace],
) -> Result<Vec<NewPlace>> {
    let text = super::read(&shared.join("admin2Codes.txt"))?;
    let taken: HashSet<(&str, &str, String)> =
        towns.iter().chain(upper).map(|t| (t.country.as_str(), t.division.as_str(), fold(&t.name))).collect();
    let homes: HashMap<(&str, &str), &NewPlace> =
        upper.iter().map(|p| ((p.country.as_str(), p.division.as_str()), p)).collect();
    let cities: Vec<(&NewPlace, String)> =
        towns.iter().filter(|t| t.population >= LARGE).map(|t| (t, fold(&t.name))).collect();
    let abroad = |home: &NewPlace, key: &str| {
        let near = |t: &NewPlace| distance_km((home.lat, home.lon), (t.lat, t.lon)) <= home.radius_km;
        cities.iter().any(|(t, name)| name == key && t.country != home.country && near(t))
    };
    let mut places = Vec::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, name, ascii, id] = cells[..] else { continue };
        let mut parts = code.split('.');
        let (country, first) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let division = divisions.name(country, first);
        let core = spelling::core(name).unwrap_or_else(|| name.to_string());
        let Some(home) = homes.get(&(country, division.as_str())) else { continue };
        // OpenSyria has Syria's districts with their own centres.
        if country == "SY"
            || taken.contains(&(country, division.as_str(), fold(&core)))
            || abroad(home, &fold(&core))
            || !spelling::useful(&core)
        {
            continue;
        }
        places.push(NewPlace {
            geonames_id: id.trim().parse().context("admin2Codes.txt: id")?,
            names: vec![core.clone(), ascii.to_string()],
            name: core,
            kind: Kind::Admin2,
            population: 0,
            ..(*home).clone()
        });
    }
    Ok(places)
}
