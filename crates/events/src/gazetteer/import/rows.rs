//! Rows of a table of populated places, whatever its columns are called.

use super::dump::degrees;
use crate::gazetteer::country::Country;
use crate::gazetteer::lookup::Gazetteer;
use crate::table::{Table, TableError};

/// Which headers stand for which field, by `gazetteer/columns.tsv`.
pub(super) struct Columns(Vec<(String, Vec<String>)>);

/// Where the fields of a table stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    latitude: usize,
    longitude: usize,
    name: usize,
    names: Vec<usize>,
    admin1: Option<usize>,
    country: Option<usize>,
    population: Option<usize>,
    geonames: Option<usize>,
}

/// One place of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub geonames_id: u32,
    pub names: Vec<String>,
    pub country: String,
    pub admin1: String,
    pub lat: f64,
    pub lon: f64,
    pub population: u64,
}

impl Columns {
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let (field, headers) = (table.column("field")?, table.column("headers")?);
        let row = |(_, row): &(usize, Vec<&str>)| {
            let cell = |n: usize| row.get(n).copied().unwrap_or_default();
            (cell(field).to_owned(), cell(headers).split_whitespace().map(String::from).collect())
        };
        Ok(Columns(table.rows.iter().map(row).collect()))
    }

    /// Where the fields of a table with those headers stand; an error names one that is missing.
    pub fn layout(&self, cells: &[&str]) -> Result<Layout, String> {
        let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        let all = |field: &str| -> Vec<usize> {
            let headers =
                self.0.iter().find(|(name, _)| name == field).map(|(_, headers)| headers.as_slice());
            let at = |header: &String| plain.iter().position(|cell| cell == header);
            headers.unwrap_or_default().iter().filter_map(at).collect()
        };
        let first = |field: &str| all(field).first().copied();
        let needed = |field: &str| first(field).ok_or_else(|| format!("no column for the {field}"));
        Ok(Layout {
            latitude: needed("latitude")?,
            longitude: needed("longitude")?,
            name: needed("name")?,
            names: all("names"),
            admin1: first("admin1"),
            country: first("country"),
            population: first("population"),
            geonames: first("geonames"),
        })
    }
}

fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

impl Layout {
    /// Reads a row; `given` is the country of all rows where the user names it.
    pub fn row(&self, cells: &[&str], given: Option<&Country>, gazetteer: &Gazetteer) -> Result<Row, String> {
        let cell = |n: usize| cells.get(n).map_or("", |c| c.trim());
        let optional = |n: Option<usize>| n.map_or("", cell);
        let name = cell(self.name);
        if name.is_empty() {
            return Err("the name is empty".into());
        }
        let words = optional(self.country);
        let country = given.or_else(|| gazetteer.country_called(words));
        let country = country.ok_or_else(|| {
            let what = if words.is_empty() {
                "no country".into()
            } else {
                format!("no country is called '{words}'")
            };
            format!("{what}: say which with --country")
        })?;
        let others = self.names.iter().flat_map(|n| cell(*n).split([';', '|', ','])).map(str::trim);
        let names = std::iter::once(name).chain(others).filter(|n| !n.is_empty()).map(String::from);
        Ok(Row {
            geonames_id: optional(self.geonames).parse().unwrap_or(0),
            names: names.collect(),
            country: country.iso2.clone(),
            admin1: optional(self.admin1).to_owned(),
            lat: degrees(cell(self.latitude), 90.0)?,
            lon: degrees(cell(self.longitude), 180.0)?,
            population: optional(self.population).replace([',', ' '], "").parse().unwrap_or(0),
        })
    }
}
