//! Actors as rows to be listed.

use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Entry};
use crate::parties::reading::table_of;
use jiff::civil::Date;

/// One actor with everything known of it.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// Id; empty for a role noun of the tables.
    pub id: &'a str,
    /// group, body, person, role or country.
    pub sort: &'static str,
    /// The name in full.
    pub name: &'a str,
    /// ISO alpha-3.
    pub country: Option<&'a str>,
    /// Empty where it has none.
    pub sector: &'a str,
    /// Empty where it follows from the sector.
    pub kind: &'a str,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The office that a person held then.
    pub office: Option<&'a str>,
    /// All names that it is found by.
    pub names: &'a [String],
    /// The table that it is from, or [`super::OWN_FILE`].
    pub table: &'static str,
    /// Line of the user's file.
    pub line: Option<u32>,
}

impl Actors {
    /// All actors in the order of the tables, the user's new ones last; without names unless they were kept.
    pub fn listed(&self) -> Vec<Listed<'_>> {
        let all = self.entries.iter().enumerate();
        all.filter_map(|(at, e)| {
            let names = self.names.as_ref().and_then(|all| all.get(at)).map_or(&[][..], Vec::as_slice);
            self.row_of(e, names)
        })
        .collect()
    }

    /// True for ISO alpha-3 of a country.
    pub fn knows_country(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    fn row_of<'a>(&'a self, e: &'a Entry, names: &'a [String]) -> Option<Listed<'a>> {
        let sort = match e.class {
            Class::Group => "group",
            Class::Body => "body",
            Class::Leader => "person",
            Class::Role(_) => "role",
            // A row has all the places of a country: where they are is for `dateline where`.
            Class::Place => return None,
            _ => "country",
        };
        let country = e.country.and_then(|c| self.row(c)).map(|row| &*row.code);
        Some(Listed {
            id: &e.id,
            sort,
            name: &e.name,
            country,
            sector: &e.sector,
            kind: &e.kind,
            from: e.from,
            to: e.to,
            office: Some(&*e.party).filter(|office| e.class == Class::Leader && !office.is_empty()),
            names,
            table: table_of(e),
            line: e.own,
        })
    }
}

impl Listed<'_> {
    /// True where the name, the id or another name holds `words`, folded by [`Actors::slug`].
    pub fn holds(&self, actors: &Actors, words: &str) -> bool {
        self.id.contains(words) || self.names.iter().any(|name| actors.slug(name).contains(words))
    }
}
