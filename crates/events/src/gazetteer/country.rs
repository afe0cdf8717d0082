//! Countries: codes, capitals, and the words that tell of them without naming a place.

use super::fold::fold;
use crate::table::{Table, TableError};
use std::collections::HashMap;

/// One country, from `data/gazetteer/countries.tsv`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub iso2: String,
    /// ISO 3166 alpha-3.
    pub iso3: String,
    /// Customary English name.
    pub name: String,
    /// Name of the capital.
    pub capital: String,
    /// Alpha-2 codes of its neighbours by land.
    pub neighbours: Vec<String>,
    /// True where English names of its places are romanised, and spelt in many ways.
    pub romanised: bool,
}

/// All countries, and the demonyms that point to them.
#[derive(Clone, Debug, Default)]
pub struct Countries {
    all: Vec<Country>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    by_demonym: HashMap<String, usize>,
}

impl Countries {
    /// Reads the table; an error names the line or the column.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let column = |name| table.column(name);
        let (iso2, iso3, name, capital) =
            (column("iso2")?, column("iso3")?, column("name")?, column("capital")?);
        let (neighbours, demonyms) = (column("neighbours")?, column("demonyms")?);
        let spellings = column("spellings")?;
        let mut countries = Countries::default();
        for (_, row) in &table.rows {
            let cell = |n: usize| row.get(n).copied().unwrap_or_default();
            let number = countries.all.len();
            for demonym in cell(demonyms).split('|').filter(|d| !d.is_empty()) {
                countries.by_demonym.entry(fold(demonym)).or_insert(number);
            }
            countries.by_code.insert(cell(iso2).to_string(), number);
            countries.by_name.entry(fold(cell(name))).or_insert(number);
            countries.all.push(Country {
                iso2: cell(iso2).into(),
                iso3: cell(iso3).into(),
                name: cell(name).into(),
                capital: cell(capital).into(),
                neighbours: cell(neighbours).split(',').filter(|n| !n.is_empty()).map(Into::into).collect(),
                romanised: cell(spellings) == "all",
            });
        }
        Ok(countries)
    }

    /// The country with that alpha-2 code.
    pub fn get(&self, iso2: &str) -> Option<&Country> {
        self.all.get(*self.by_code.get(iso2)?)
    }

    /// The country with that code of two or three letters, in either case, or with that name.
    pub fn named(&self, words: &str) -> Option<&Country> {
        let coded = |country: &&Country| {
            [&country.iso2, &country.iso3].into_iter().any(|code| code.eq_ignore_ascii_case(words))
        };
        let named = || self.all.get(*self.by_name.get(&fold(words))?);
        self.all.iter().find(coded).or_else(named)
    }

    /// The countries where English names are romanised.
    pub fn romanised(&self) -> impl Iterator<Item = &Country> {
        self.all.iter().filter(|country| country.romanised)
    }

    /// The country whose people or things are called by `word` ("Syrian"), in the singular or the plural. A plural that
    /// is a country's own name is no demonym: "Philippines".
    pub fn of_demonym(&self, word: &str) -> Option<&Country> {
        let key = fold(word);
        let singular = || key.strip_suffix('s').filter(|_| !self.by_name.contains_key(&key));
        let found = self.by_demonym.get(&key).or_else(|| self.by_demonym.get(singular()?));
        self.all.get(*found?)
    }
}
