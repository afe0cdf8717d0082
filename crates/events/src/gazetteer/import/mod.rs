//! A user's own places on top of a pack: a GeoNames dump, its table of alternate names, or a table of populated places as OCHA
//! country offices publish them.
//!
//! Lines come in one by one; nothing here reads files. What the pack has already is merged: by its GeoNames id, or by its name
//! and a short distance. Formats: GeoNames' readme.txt of the dumps.

mod alternate;
mod divisions;
mod dump;
mod features;
mod known;
mod merge;
mod rows;

use super::country::Country;
use super::lookup::Gazetteer;
use super::pack::{Pack, Packer};
use crate::table::TableError;
use divisions::Divisions;
use features::Features;
use known::Known;
use rows::Columns;

pub use features::town_radius_km;

/// Tables that say what is kept, as text.
#[derive(Clone, Copy, Debug)]
pub struct ImportTables {
    /// `gazetteer/features.tsv`: GeoNames' feature codes.
    pub features: &'static str,
    /// `gazetteer/columns.tsv`: headers of tables of populated places.
    pub columns: &'static str,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A place that was not there.
    Added,
    /// It is a place that was there: its other names were added.
    Merged,
    /// A kind of place that news does not name, a name in another script, or a place that is not in the gazetteer.
    LeftOut,
}

/// Puts lines into a pack.
pub struct Importer<'a> {
    base: &'a Gazetteer,
    packer: Packer<'a>,
    features: Features,
    columns: Columns,
    known: Known,
    divisions: Divisions,
}

/// What a table's header says of its columns.
#[derive(Clone, Debug)]
pub struct Header(rows::Layout);

impl<'a> Importer<'a> {
    /// Begins on top of `base`. An error says which table is broken.
    pub fn over(base: &'a Gazetteer, tables: ImportTables) -> Result<Self, TableError> {
        Ok(Importer {
            base,
            packer: Packer::over(base),
            features: Features::parse(tables.features)?,
            columns: Columns::parse(tables.columns)?,
            known: Known::of(base),
            divisions: Divisions::default(),
        })
    }

    /// Takes a line of a GeoNames dump (allCountries.txt, SY.txt: nineteen cells). An error says what is wrong with it.
    pub fn dump_line(&mut self, line: &str) -> Result<Taken, String> {
        let row = dump::Row::parse(line)?;
        Ok(self.take_dump(&row))
    }

    /// Takes a line of GeoNames' table of alternate names (alternateNamesV2.txt).
    pub fn alternate_line(&mut self, line: &str) -> Result<Taken, String> {
        let name = alternate::Name::parse(line)?;
        Ok(self.take_alternate(&name))
    }

    /// Reads the header of a table; an error says which column it lacks.
    pub fn header(&self, cells: &[&str]) -> Result<Header, String> {
        self.columns.layout(cells).map(Header)
    }

    /// Takes a row of a table whose header is known; `country` is that of all rows, where the user said so.
    pub fn table_row(
        &mut self,
        header: &Header,
        cells: &[&str],
        country: Option<&Country>,
    ) -> Result<Taken, String> {
        let row = header.0.row(cells, country, self.base)?;
        Ok(self.take_row(row))
    }

    /// The pack with everything that was taken; `origin` says in one line what it was made from.
    pub fn finish(mut self, origin: &str) -> Result<Pack, TableError> {
        let divisions = std::mem::take(&mut self.divisions);
        self.packer.rename_divisions(|name| divisions.resolve(name));
        self.packer.add_origin(origin);
        self.packer.finish()
    }
}

/// True where a line has the shape of a GeoNames dump.
pub fn is_dump_line(line: &str) -> bool {
    dump::Row::parse(line).is_ok()
}

/// True where a line has the shape of GeoNames' table of alternate names.
pub fn is_alternate_line(line: &str) -> bool {
    alternate::Name::parse(line).is_ok()
}
