//! Syria's divisions, from OpenSyria: governorates refine GeoNames' divisions, districts and subdistricts are places.

use super::divisions::Divisions;
use anyhow::{Context, Result};
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::gazetteer::{Kind, spelling};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Unit {
    id: String,
    governorate_id: Option<String>,
    name: HashMap<String, String>,
    #[serde(default)]
    aliases: Vec<Alias>,
    centroid: Option<Centroid>,
    area: Option<Figure>,
    population: Option<Figure>,
    external_ids: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Alias {
    value: String,
    language: String,
}

#[derive(Deserialize)]
struct Centroid {
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
struct Figure {
    value: f64,
}

impl Unit {
    fn english(&self) -> String {
        self.name.get("en").cloned().unwrap_or_default()
    }

    fn geonames(&self) -> u32 {
        self.external_ids.get("geonames").and_then(|id| id.parse().ok()).unwrap_or(0)
    }

    fn spellings(&self) -> Vec<String> {
        let latin = self.aliases.iter().filter(|a| a.language == "en" && spelling::useful(&a.value));
        let names: Vec<String> = latin.map(|a| a.value.clone()).collect();
        let cores: Vec<String> = names.iter().filter_map(|n| spelling::core(n)).collect();
        [names, cores].concat()
    }

    /// Latitude, longitude, and the radius of a circle of the unit's area.
    fn centre(&self) -> Option<(f64, f64, f64)> {
        let centroid = self.centroid.as_ref()?;
        let area = self.area.as_ref().map_or(300.0, |a| a.value);
        Some((centroid.latitude, centroid.longitude, (area / std::f64::consts::PI).sqrt().max(5.0)))
    }

    fn people(&self) -> u64 {
        self.population.as_ref().map_or(0, |p| p.value as u64)
    }
}

fn units(shared: &Path, file: &str) -> Result<Vec<Unit>> {
    let text = super::read(&shared.join("open_syria").join(file))?;
    serde_json::from_str(&text).with_context(|| file.to_string())
}

/// Refines the governorates in `divisions`; returns districts and subdistricts.
pub fn read(shared: &Path, divisions: &mut Divisions) -> Result<Vec<NewPlace>> {
    let mut governorates = HashMap::new();
    for unit in units(shared, "governorates.json")? {
        governorates.insert(unit.id.clone(), unit.english());
        let id = unit.geonames();
        let Some(division) = divisions.0.values_mut().find(|d| d.geonames_id == id) else { continue };
        let before = std::mem::replace(&mut division.name, unit.english());
        division.names.push(before);
        division.names.extend(unit.spellings());
        (division.centre, division.population) = (unit.centre(), unit.people());
    }
    let mut places = Vec::new();
    for (file, kind) in [("districts.json", Kind::Admin2), ("subdistricts.json", Kind::Admin3)] {
        for unit in units(shared, file)? {
            let governorate = unit.governorate_id.as_ref().and_then(|id| governorates.get(id));
            let (Some(division), Some((lat, lon, radius_km))) = (governorate, unit.centre()) else {
                continue;
            };
            places.push(NewPlace {
                geonames_id: unit.geonames(),
                name: unit.english(),
                country: "SY".into(),
                division: division.clone(),
                lat,
                lon,
                population: unit.people(),
                kind,
                radius_km,
                names: unit.spellings(),
            });
        }
    }
    Ok(places)
}
