//! Places on their way into a pack, kept small: a country's villages are a hundred thousand, the world's twelve million.

use super::bytes::put_number;
use super::format::{RECORD, degrees_to_steps, population_to_byte, radius_to_byte};
use super::kind::Kind;
use super::lookup::Place;
use super::pack::NewPlace;
use std::collections::HashMap;

/// One place.
pub(super) struct Row {
    geonames_id: u32,
    lat: u32,
    lon: u32,
    /// Number of its country and division among the [`Texts`].
    division: u32,
    /// Where its name as published begins in [`Rows::names`].
    name: u32,
    country: u16,
    kind: Kind,
    population: u8,
    radius: u8,
}

/// Places, and the texts that they share.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    countries: Texts,
    divisions: Texts,
    /// Names as published, one after the other, each with its length in front.
    names: Vec<u8>,
}

impl Rows {
    /// Adds a place; gives its number.
    pub fn push(&mut self, place: &NewPlace) -> u32 {
        let name = self.names.len() as u32;
        let end =
            (0..=place.name.len().min(255)).rev().find(|n| place.name.is_char_boundary(*n)).unwrap_or(0);
        self.names.push(end as u8);
        self.names.extend(place.name.as_bytes().iter().take(end));
        self.rows.push(Row {
            geonames_id: place.geonames_id,
            lat: degrees_to_steps(place.lat),
            lon: degrees_to_steps(place.lon),
            division: self.divisions.number(&place.division),
            name,
            country: self.countries.number(&place.country) as u16,
            kind: place.kind,
            population: population_to_byte(place.population),
            radius: radius_to_byte(place.radius_km),
        });
        self.rows.len() as u32 - 1
    }

    /// Gives divisions other names.
    pub fn rename_divisions(&mut self, rename: impl Fn(&str) -> Option<String>) {
        for name in &mut self.divisions.all {
            if let Some(new) = rename(name) {
                *name = new;
            }
        }
    }

    /// Their numbers in the order of a pack: by country, division (its own record first), kind, id, name and latitude.
    pub fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.rows.len() as u32).collect();
        let key = |n: &u32| {
            self.get(*n).map(|row| {
                let (country, division) =
                    (self.countries.get(row.country.into()), self.divisions.get(row.division));
                (country, division, row.kind, row.geonames_id, self.name(row), row.lat, row.lon)
            })
        };
        order.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then(a.cmp(b)));
        order
    }

    pub fn get(&self, number: u32) -> Option<&Row> {
        self.rows.get(number as usize)
    }

    /// Its name as published.
    pub fn name(&self, row: &Row) -> &str {
        let at = row.name as usize;
        let length = self.names.get(at).map_or(0, |n| usize::from(*n));
        self.names
            .get(at + 1..at + 1 + length)
            .and_then(|name| std::str::from_utf8(name).ok())
            .unwrap_or_default()
    }

    /// Alpha-2 code of its country.
    pub fn country(&self, row: &Row) -> &str {
        self.countries.get(row.country.into())
    }

    /// Its first-order division.
    pub fn division(&self, row: &Row) -> &str {
        self.divisions.get(row.division)
    }
}

impl Row {
    /// Writes the record of a pack; `name` refers to a key or to the spellings.
    pub fn write(&self, name: u32, out: &mut Vec<u8>) {
        let before = out.len();
        put_number(out, self.geonames_id, 4);
        put_number(out, self.lat, 3);
        put_number(out, self.lon, 3);
        put_number(out, name, 4);
        out.extend([self.population, self.kind.code(), self.radius]);
        debug_assert_eq!(out.len() - before, RECORD);
    }
}

impl From<Place> for NewPlace {
    fn from(place: Place) -> Self {
        NewPlace {
            geonames_id: place.geonames_id.unwrap_or_default() as u32,
            name: place.name,
            country: place.country,
            division: place.admin1,
            lat: place.lat,
            lon: place.lon,
            population: place.population,
            kind: place.kind,
            radius_km: place.radius_km,
            names: Vec::new(),
        }
    }
}

/// Different texts, each kept once.
#[derive(Default)]
struct Texts {
    all: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Texts {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.all.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn get(&self, number: u32) -> &str {
        self.all.get(number as usize).map_or("", String::as_str)
    }
}
