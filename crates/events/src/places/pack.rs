//! Writing a packed gazetteer. [`super::Gazetteer`] reads it.
//!
//! Head: eight bytes of magic, then offset and length (four bytes each) of every section, in this order: countries
//! (table), words (table), divisions (lines of country, name, first place), places (records of fifteen bytes), spellings
//! (display names that the key does not give), blocks and entries of the table of names.

use super::bytes::put_number;
use super::fold::fold;
use super::kind::Kind;
use super::names;
use std::collections::{BTreeMap, BTreeSet};

/// First bytes of a pack; the digits are the version of the format.
pub const MAGIC: &[u8; 8] = b"DLPLAC01";
/// Number of sections.
pub const SECTIONS: usize = 7;
/// Bytes of one place: id 3, latitude 3, longitude 3, name 3, population 1, kind 1, radius 1.
pub(super) const RECORD: usize = 15;
/// Set in a record's name where it is an offset in the spellings and not the number of a key.
pub(super) const SPELT: u32 = 1 << 23;
const LONGEST_KEY: usize = 64;

/// A place on its way into a pack.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// Id in GeoNames; 0 where it has none. Less than 2^24.
    pub geonames_id: u32,
    /// Customary name.
    pub name: String,
    /// ISO 3166 alpha-2; empty for seas and regions of several countries.
    pub country: String,
    /// Customary name of the first-order division; empty where unknown.
    pub division: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// People; kept to about 4%.
    pub population: u64,
    /// What it is.
    pub kind: Kind,
    /// Radius in kilometres; kept to about 4%.
    pub radius_km: f64,
    /// Other names; folded here.
    pub names: Vec<String>,
}

/// The bytes of a pack. The same places in any order, and the same tables, give the same bytes.
pub fn write(countries: &str, words: &str, mut places: Vec<NewPlace>) -> Vec<u8> {
    places.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    let names = names_of(&places);
    let keys: BTreeMap<&str, u32> = names.keys().zip(0..).map(|(k, n)| (k.as_str(), n)).collect();
    let (mut records, mut spellings) = (Vec::new(), Vec::new());
    for place in &places {
        let name = name_reference(&place.name, &keys, &mut spellings);
        push_record(&mut records, place, name);
    }
    let (blocks, entries) = names::write(&names);
    let divisions = divisions_of(&places);
    join([
        countries.as_bytes(),
        words.as_bytes(),
        divisions.as_bytes(),
        &records,
        &spellings,
        &blocks,
        &entries,
    ])
}

fn sort_key(place: &NewPlace) -> (&str, &str, Kind, u32, &str, u64) {
    (&place.country, &place.division, place.kind, place.geonames_id, &place.name, place.lat.to_bits())
}

fn names_of(places: &[NewPlace]) -> BTreeMap<String, Vec<u32>> {
    let mut names: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (place, number) in places.iter().zip(0..) {
        for name in std::iter::once(&place.name).chain(&place.names) {
            let key = fold(name);
            if !key.is_empty() && key.len() <= LONGEST_KEY {
                names.entry(key).or_default().insert(number);
            }
        }
    }
    names.into_iter().map(|(name, places)| (name, places.into_iter().collect())).collect()
}

/// A key with every word's first letter in upper case: what most display names are.
pub(super) fn titled(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for word in key.split_inclusive(' ') {
        let mut letters = word.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
    }
    out
}

fn name_reference(name: &str, keys: &BTreeMap<&str, u32>, spellings: &mut Vec<u8>) -> u32 {
    let key = fold(name);
    if let Some(number) = keys.get(key.as_str())
        && titled(&key) == name
    {
        return *number;
    }
    let end = (0..=name.len().min(255)).rev().find(|n| name.is_char_boundary(*n)).unwrap_or(0);
    let offset = spellings.len() as u32;
    spellings.push(end as u8);
    spellings.extend(name.as_bytes().iter().take(end));
    offset | SPELT
}

fn push_record(out: &mut Vec<u8>, place: &NewPlace, name: u32) {
    put_number(out, place.geonames_id, 3);
    put_number(out, degrees_to_steps(place.lat), 3);
    put_number(out, degrees_to_steps(place.lon), 3);
    put_number(out, name, 3);
    let people = ((place.population as f64 + 1.0).log2() * 8.0).round();
    let radius = place.radius_km.max(1.0).ln() / RADIUS_STEP.ln();
    out.extend([people.min(255.0) as u8, place.kind.code(), radius.round().min(255.0) as u8]);
}

/// Factor between two neighbouring radii.
pub(super) const RADIUS_STEP: f64 = 1.08;
const STEPS: f64 = (1 << 24) as f64;

fn degrees_to_steps(degrees: f64) -> u32 {
    ((degrees + 180.0) / 360.0 * STEPS).round().clamp(0.0, STEPS - 1.0) as u32
}

/// Degrees to five places, from a record's steps (2.4 m each).
pub(super) fn steps_to_degrees(steps: u32) -> f64 {
    let degrees = f64::from(steps) / STEPS * 360.0 - 180.0;
    (degrees * 1e5).round() / 1e5
}

fn divisions_of(places: &[NewPlace]) -> String {
    let mut lines = String::new();
    let mut last = None;
    for (number, place) in places.iter().enumerate() {
        let division = (&place.country, &place.division);
        if last != Some(division) {
            lines.push_str(&format!("{}\t{}\t{number}\n", place.country, place.division));
            last = Some(division);
        }
    }
    lines
}

fn join(sections: [&[u8]; SECTIONS]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    let mut offset = MAGIC.len() + SECTIONS * 8;
    for section in sections {
        put_number(&mut out, offset as u32, 4);
        put_number(&mut out, section.len() as u32, 4);
        offset += section.len();
    }
    for section in sections {
        out.extend(section);
    }
    out
}
