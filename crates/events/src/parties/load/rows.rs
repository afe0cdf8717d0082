//! A table of actors row by row, and what its cells may hold.

use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Country, Entry};
use crate::parties::tables::ActorsError;
use crate::table::{Table, TableError};
use jiff::civil::{Date, date};

/// A table with its path, whose cells are read by the names of their columns.
pub(super) struct Rows<'a> {
    pub file: &'static str,
    table: Table<'a>,
}

impl<'a> Rows<'a> {
    pub fn open(file: &'static str, text: &'a str) -> Result<Self, ActorsError> {
        let table = Table::parse(text).map_err(|error| ActorsError { file, error })?;
        Ok(Self { file, table })
    }

    /// The rows cut down to `columns`, with their line numbers.
    pub fn cells<const N: usize>(
        &self,
        columns: [&str; N],
    ) -> Result<Vec<(usize, [&'a str; N])>, ActorsError> {
        let mut at = [0; N];
        for (place, name) in at.iter_mut().zip(columns) {
            *place = self.table.column(name).map_err(|error| ActorsError { file: self.file, error })?;
        }
        let row = |cells: &[&'a str]| at.map(|n| cells.get(n).copied().unwrap_or(""));
        Ok(self.table.rows.iter().map(|(line, cells)| (*line, row(cells))).collect())
    }

    pub fn wrong(&self, line: usize, reason: String) -> ActorsError {
        ActorsError { file: self.file, error: TableError { line, reason } }
    }
}

/// The parts of a cell that lists several names.
pub(super) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|s| !s.is_empty())
}

/// An entry without id and dates.
pub(super) fn entry(class: Class, name: &str, country: Option<Country>, sector: &str, kind: &str) -> Entry {
    let (name, sector, kind) = (name.into(), sector.into(), kind.into());
    Entry {
        class,
        name,
        id: "".into(),
        country,
        sector,
        kind,
        party: "".into(),
        from: None,
        to: None,
        own: None,
    }
}

/// The number of a country by its code; none for an empty cell.
pub(super) fn country(
    actors: &Actors,
    rows: &Rows<'_>,
    line: usize,
    iso3: &str,
) -> Result<Option<Country>, ActorsError> {
    match iso3 {
        "" => Ok(None),
        _ => match actors.codes.get(iso3) {
            Some(number) => Ok(Some(*number)),
            None => Err(rows.wrong(line, format!("no country '{iso3}'"))),
        },
    }
}

/// First and last day of two cells: days, or years taken from their first and to their last day.
pub(super) fn term(
    rows: &Rows<'_>,
    line: usize,
    from: &str,
    to: &str,
) -> Result<(Option<Date>, Option<Date>), ActorsError> {
    let term = (day(rows, line, from, date(1, 1, 1))?, day(rows, line, to, date(1, 12, 31))?);
    match term {
        (Some(from), Some(to)) if to < from => {
            Err(rows.wrong(line, format!("ends on {to}, before it begins on {from}")))
        }
        term => Ok(term),
    }
}

/// A day, or a year whose missing month and day are those of `filler`.
fn day(rows: &Rows<'_>, line: usize, cell: &str, filler: Date) -> Result<Option<Date>, ActorsError> {
    if cell.is_empty() {
        return Ok(None);
    }
    let year = cell.parse::<i16>().ok().and_then(|y| Date::new(y, filler.month(), filler.day()).ok());
    let day = year.or_else(|| cell.parse::<Date>().ok());
    day.map(Some).ok_or_else(|| rows.wrong(line, format!("'{cell}' is no day and no year")))
}
