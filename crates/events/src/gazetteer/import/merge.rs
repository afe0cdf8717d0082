//! Whether a place that comes in is one that is there.

use super::alternate::Name;
use super::divisions;
use super::dump::Row as DumpRow;
use super::features::town_radius_km;
use super::rows::Row;
use super::{Importer, Taken};
use crate::gazetteer::geometry::distance_km;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::lookup::{Place, PlaceId};
use crate::gazetteer::pack::NewPlace;
use crate::gazetteer::spelling::{core, useful};

/// Kilometres within which a place of the same name and sort is the same place.
const SAME_PLACE: f64 = 5.0;
/// From this size on a town keeps its other spellings whatever its country.
const LARGE: u64 = 15_000;

impl Importer<'_> {
    pub(super) fn take_dump(&mut self, row: &DumpRow) -> Taken {
        let Some(feature) = self.features.get(row.class, row.code) else { return Taken::LeftOut };
        if self.base.country(row.country).is_none() && !row.country.is_empty() {
            return Taken::LeftOut;
        }
        let code = divisions::code(row.country, row.admin1);
        let names = self.spellings(row, feature.kind);
        let Some(name) = names.first().cloned() else { return Taken::LeftOut };
        if let Some(id) = self.known.get(row.id) {
            if let Some(place) = self.base.place(id) {
                self.divisions.vote(&code, &place.admin1);
            }
            return self.name_more(id, &names);
        }
        if feature.kind == Kind::Admin1 {
            self.divisions.call(&code, &core(&name).unwrap_or_else(|| name.clone()));
        }
        let new = NewPlace {
            geonames_id: row.id,
            name,
            country: row.country.to_owned(),
            division: code,
            lat: row.lat,
            lon: row.lon,
            population: row.population,
            kind: feature.kind,
            radius_km: feature.radius_km(row.population),
            names,
        };
        self.take_place(new)
    }

    pub(super) fn take_row(&mut self, row: Row) -> Taken {
        let names: Vec<String> = row.names.iter().filter(|n| useful(n)).cloned().collect();
        let Some(name) = names.first().cloned() else { return Taken::LeftOut };
        if let Some(id) = self.known.get(row.geonames_id) {
            return self.name_more(id, &names);
        }
        let division = self.division_called(&row.admin1, &row.country);
        let new = NewPlace {
            geonames_id: row.geonames_id,
            name,
            country: row.country,
            division,
            lat: row.lat,
            lon: row.lon,
            population: row.population,
            kind: Kind::Town,
            radius_km: town_radius_km(row.population),
            names,
        };
        self.take_place(new)
    }

    pub(super) fn take_alternate(&mut self, name: &Name) -> Taken {
        if !useful(name.name) {
            return Taken::LeftOut;
        }
        let Some(place) = self.known.get(name.place).and_then(|id| self.base.place(id)) else {
            return Taken::LeftOut;
        };
        if !self.keeps_spellings(&place.country, place.population) {
            return Taken::LeftOut;
        }
        self.name_more(place.id, &[name.name.to_owned()])
    }

    /// A place without an id of its own is looked for by name and distance, among those that have none where it has one.
    fn take_place(&mut self, new: NewPlace) -> Taken {
        match self.same(&new) {
            Some(id) => self.name_more(id, &new.names),
            None => {
                self.packer.add(&new);
                Taken::Added
            }
        }
    }

    fn same(&self, new: &NewPlace) -> Option<PlaceId> {
        let is_same = |place: &Place| {
            let km = distance_km((place.lat, place.lon), (new.lat, new.lon));
            place.country == new.country
                && alike(place.kind, new.kind)
                && km <= SAME_PLACE.max(if place.geonames_id.is_none() { place.radius_km } else { 0.0 })
                && (new.geonames_id == 0 || place.geonames_id.is_none())
        };
        let named = new.names.iter().flat_map(|name| self.base.find(name));
        named.filter_map(|id| self.base.place(id)).find(is_same).map(|place| place.id)
    }

    fn name_more(&mut self, id: PlaceId, names: &[String]) -> Taken {
        for name in names {
            if !self.base.find(name).contains(&id) {
                self.packer.add_name(id, name);
            }
        }
        Taken::Merged
    }

    /// The spellings of a row that an English report may use, its customary name first.
    fn spellings(&self, row: &DumpRow, kind: Kind) -> Vec<String> {
        let every = kind != Kind::Town || self.keeps_spellings(row.country, row.population);
        let others = row.alternates.split(',').filter(|_| every);
        let mut names: Vec<String> = Vec::new();
        for name in [row.name, row.ascii].into_iter().chain(others).map(str::trim).filter(|n| useful(n)) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Local spellings of small towns are of no use where reports in English have them as they are.
    fn keeps_spellings(&self, country: &str, population: u64) -> bool {
        population >= LARGE || self.base.country(country).is_some_and(|c| c.romanised)
    }

    /// The customary name of the division of that name.
    fn division_called(&self, words: &str, country: &str) -> String {
        let named = [words.to_owned(), core(words).unwrap_or_default()];
        let all = named.iter().filter(|n| !n.is_empty()).flat_map(|name| self.base.find(name));
        let here = |p: &Place| p.kind == Kind::Admin1 && p.country == country;
        all.filter_map(|id| self.base.place(id)).find(here).map_or_else(|| words.to_owned(), |p| p.admin1)
    }
}

/// True for two kinds that one place may be called in two tables.
fn alike(a: Kind, b: Kind) -> bool {
    let town = |kind: Kind| kind.is_town() || kind == Kind::District;
    a == b || town(a) && town(b)
}
