//! What a phrase says of a party.

use super::entry::{Class, Country, Entry};
use super::user::OWN_FILE;

/// How a party is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Naming {
    /// Nothing in the phrase is known.
    #[default]
    Nothing,
    /// By the bare name of a country, its capital or its seat of government.
    State,
    /// By a country's bare adjective: "Russian".
    Adjective,
    /// By its nationals: "Syrians".
    Nationals,
    /// By a town or region.
    Place,
    /// By a known name of its own.
    Known,
    /// By a role: "soldiers".
    Role,
    /// By a personal name that no table has.
    Person,
}

/// A reading of one phrase. Grows as more of the report is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading<'a> {
    pub naming: Naming,
    /// The known actor.
    pub known: Option<&'a Entry>,
    /// The role noun that gave the sector.
    pub role: Option<&'a Entry>,
    /// A role noun of the words beside a name: "spokesman" of "Colonel Tankari, a spokesman".
    pub beside: Option<&'a Entry>,
    /// Who held the office that the role names.
    pub holder: Option<&'a Entry>,
    pub country: Option<Country>,
    /// True where the party is known to belong to no country.
    pub stateless: bool,
    pub sector: Option<&'a str>,
    pub kind: Option<&'a str>,
    /// Words of the personal name.
    pub name: Option<(usize, usize)>,
    /// Another actor of the same name that nothing tells apart from the known one.
    pub rival: Option<&'a Entry>,
    /// The words that a pronoun stands for; none of them where nobody was found.
    pub stands_for: Option<(usize, usize)>,
    /// Where the country or what else came from: a rule's name, and a table.
    pub rule: &'static str,
    pub data: &'static str,
    /// Rule and table of a sector that no words gave; empty where they did.
    pub presumed: (&'static str, &'static str),
}

impl<'a> Reading<'a> {
    /// Takes the sector and kind of an entry where none is set.
    pub(crate) fn take_role(&mut self, e: &'a Entry) {
        if self.sector.is_some() {
            return;
        }
        self.role = Some(e);
        self.sector = Some(&*e.sector).filter(|s| !s.is_empty());
        self.kind = Some(&*e.kind).filter(|k| !k.is_empty());
    }

    /// Takes a sector and kind that the words do not give, with the rule that takes them for granted.
    pub(crate) fn presume(&mut self, sector: &'a str, kind: &'a str, rule: &'static str) {
        (self.sector, self.kind, self.presumed) = (Some(sector), Some(kind), (rule, ""));
    }

    /// Takes a country where none is set, with the rule that found it.
    pub(crate) fn take_country(&mut self, country: Option<Country>, rule: &'static str, data: &'static str) {
        if self.country.is_none() && !self.stateless && country.is_some() {
            (self.country, self.rule, self.data) = (country, rule, data);
        }
    }

    /// False where the two are said to be of different countries.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.country.is_none() || other.country.is_none() || self.country == other.country
    }

    /// True for one person.
    pub(crate) fn person(&self) -> bool {
        self.naming == Naming::Person || self.known.is_some_and(|e| e.class == Class::Leader)
    }

    /// True for a state, a body or a group.
    pub(crate) fn body(&self) -> bool {
        match self.naming {
            Naming::State | Naming::Adjective => true,
            Naming::Known => !self.person(),
            Naming::Role => !matches!(self.sector, Some("CVL" | "REF" | "CRM")),
            _ => false,
        }
    }
}

/// The table that an entry stands in.
pub(crate) fn table_of(e: &Entry) -> &'static str {
    match e.class {
        _ if e.own.is_some() => OWN_FILE,
        _ if e.id.starts_with("former:") => "actors/former.tsv",
        Class::Group => "actors/groups.tsv",
        Class::Body => "actors/bodies.tsv",
        Class::Leader => "actors/leaders.tsv",
        Class::Role(_) if e.id.starts_with("peoples:") => "actors/peoples.tsv",
        Class::Role(_) => "actors/roles.tsv",
        Class::Place => "actors/places.tsv",
        _ => "actors/countries.tsv",
    }
}
