//! Writing a pack: from tables, or on top of another pack. [`super::Gazetteer`] reads it.

use super::bytes::put_number;
use super::country::Countries;
use super::fold::fold;
use super::format::{MAGIC, SECTIONS, SPELT, Section, titled};
use super::keys::Keys;
use super::kind::Kind;
use super::lookup::{Gazetteer, PlaceId};
use super::names::{Names, NamesWriter};
use super::rows::Rows;
use super::sound::skeletons;
use super::sounds::SoundsWriter;
use crate::table::TableError;
use std::collections::BTreeSet;

/// A place on its way into a pack.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// Id in GeoNames; 0 where it has none.
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

/// Gathers places and writes the pack. The same places in any order, and the same tables, give the same bytes.
pub struct Packer<'a> {
    countries: &'a str,
    words: &'a str,
    origins: String,
    base: Option<&'a Gazetteer>,
    rows: Rows,
    keys: Keys,
}

/// A pack: its head, then each section.
pub struct Pack(Vec<Vec<u8>>);

impl<'a> Packer<'a> {
    /// Begins an empty pack with the tables of countries and of common words, and what to say of the sources: a line each of
    /// what it is, licence and date.
    pub fn new(countries: &'a str, words: &'a str, origins: &str) -> Self {
        let (rows, keys) = (Rows::default(), Keys::default());
        Packer { countries, words, origins: origins.to_owned(), base: None, rows, keys }
    }

    /// Begins a pack that has all of `base` in it.
    pub fn over(base: &'a Gazetteer) -> Self {
        let mut packer =
            Packer::new(base.table(Section::Countries), base.table(Section::Words), base.origins());
        packer.base = Some(base);
        for place in base.places() {
            packer.rows.push(&place.into());
        }
        packer
    }

    /// Says of one more source what it is, its licence and date, in one line.
    pub fn add_origin(&mut self, line: &str) {
        self.origins.extend([line, "\n"]);
    }

    /// Adds a place with all its names.
    pub fn add(&mut self, place: &NewPlace) {
        let row = self.rows.push(place);
        for name in std::iter::once(&place.name).chain(&place.names) {
            self.keys.push(name, row);
        }
        self.keys.close();
    }

    /// Gives a place of the base another name.
    pub fn add_name(&mut self, place: PlaceId, name: &str) {
        self.keys.push(name, place.0);
        self.keys.close();
    }

    /// Gives divisions other names, where `rename` has one.
    pub fn rename_divisions(&mut self, rename: impl Fn(&str) -> Option<String>) {
        self.rows.rename_divisions(rename);
    }

    /// Puts the pack together. An error says what is wrong with the table of countries.
    pub fn finish(mut self) -> Result<Pack, TableError> {
        let countries = Countries::parse(self.countries)?;
        let order = self.rows.order();
        self.keys.sort();
        let (names, sounds) = self.names(&order, &countries);
        drop(std::mem::take(&mut self.keys));
        let mut spellings = Vec::new();
        let mut records = Vec::new();
        for number in &order {
            let Some(row) = self.rows.get(*number) else { continue };
            row.write(name_reference(self.rows.name(row), &names.view(), &mut spellings), &mut records);
        }
        let divisions = self.divisions(&order);
        // In the order of `Section`.
        let sections: [Vec<u8>; SECTIONS] = [
            self.countries.into(),
            self.words.into(),
            self.origins.into(),
            divisions.into(),
            records,
            spellings,
            names.blocks,
            names.entries,
            sounds,
        ];
        Ok(Pack::of(sections))
    }

    /// The table of names, those of the base among them, and the table of sounds.
    fn names(&self, order: &[u32], countries: &Countries) -> (NamesWriter, Vec<u8>) {
        let mut numbers = vec![0u32; order.len()];
        for (number, row) in order.iter().enumerate() {
            if let Some(place) = numbers.get_mut(*row as usize) {
                *place = number as u32;
            }
        }
        let (mut names, mut sounds) = (NamesWriter::default(), SoundsWriter::default());
        let mut old = self.base.into_iter().flat_map(|base| base.names().iter()).peekable();
        let mut new = self.keys.groups().peekable();
        loop {
            let take_old = match (old.peek(), new.peek()) {
                (None, None) => break,
                (Some((a, _)), Some((b, _))) => a.as_slice().cmp(b),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
            };
            let from_old = old.next_if(|_| take_old.is_le());
            let from_new = new.next_if(|_| take_old.is_ge());
            let key = from_old.as_ref().map(|(key, _)| key.clone());
            let key = key.or_else(|| from_new.as_ref().map(|(key, _)| key.to_vec())).unwrap_or_default();
            let rows = [from_old.map(|(_, rows)| rows), from_new.map(|(_, rows)| rows)];
            let rows: Vec<u32> = rows.into_iter().flatten().flatten().collect();
            let mut places: Vec<u32> =
                rows.iter().filter_map(|row| numbers.get(*row as usize).copied()).collect();
            places.sort_unstable();
            places.dedup();
            let number = names.push(&key, &places);
            self.add_sounds(&key, number, &rows, countries, &mut sounds);
        }
        (names, sounds.finish())
    }

    fn add_sounds(
        &self,
        key: &[u8],
        number: u32,
        rows: &[u32],
        countries: &Countries,
        out: &mut SoundsWriter,
    ) {
        let all = rows.iter().filter_map(|row| Some(self.rows.country(self.rows.get(*row)?)));
        let romanised = |code: &&str| countries.get(code).is_some_and(|c| c.romanised);
        let in_countries: BTreeSet<&str> = all.filter(romanised).collect();
        if in_countries.is_empty() {
            return;
        }
        for skeleton in skeletons(std::str::from_utf8(key).unwrap_or_default()) {
            in_countries.iter().for_each(|country| out.push(country, &skeleton, number));
        }
    }

    fn divisions(&self, order: &[u32]) -> String {
        let mut lines = String::new();
        let mut last = None;
        for (number, row) in order.iter().enumerate() {
            let Some(row) = self.rows.get(*row) else { continue };
            let division = (self.rows.country(row), self.rows.division(row));
            if last != Some(division) {
                lines.push_str(&format!("{}\t{}\t{number}\n", division.0, division.1));
                last = Some(division);
            }
        }
        lines
    }
}

impl Pack {
    fn of(sections: [Vec<u8>; SECTIONS]) -> Self {
        let mut head = MAGIC.to_vec();
        let mut offset = MAGIC.len() + SECTIONS * 8;
        for section in &sections {
            put_number(&mut head, offset as u32, 4);
            put_number(&mut head, section.len() as u32, 4);
            offset += section.len();
        }
        Pack(std::iter::once(head).chain(sections).collect())
    }

    /// The bytes in pieces, to be written one after the other: a second copy of a pack of the world would not fit.
    pub fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// All of it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.concat()
    }
}

/// How a record refers to its name: by the number of its key where that gives it, by its place in the spellings elsewhere.
fn name_reference(name: &str, keys: &Names, spellings: &mut Vec<u8>) -> u32 {
    let key = fold(name);
    if titled(&key) == name
        && let Some(number) = keys.number(&key)
    {
        return number;
    }
    let offset = spellings.len() as u32;
    spellings.push(name.len() as u8);
    spellings.extend(name.as_bytes());
    offset | SPELT
}
