//! What the tables know of one actor, country, place or role.

use jiff::civil::Date;

/// Number of a country in the table of countries.
pub(crate) type Country = u16;

/// What kind of word a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// "Syria".
    Country,
    /// "Syrian".
    Demonym,
    /// "Syrians".
    Nationals,
    /// "Damascus": a place, or a government.
    Capital,
    /// "the Kremlin": a government.
    Metonym,
    /// "Aleppo".
    Place,
    /// An armed group, party or movement.
    Group,
    /// An organisation, agency or outlet.
    Body,
    /// A person of note.
    Leader,
    /// A role noun.
    Role(Sort),
}

/// How a role noun works in its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A person or persons: "soldiers".
    People,
    /// Stands before a name: "president".
    Title,
    /// An institution: "ministry".
    Body,
    /// A place or object: "market".
    Thing,
    /// Says nothing itself: "members".
    Through,
}

/// True for the sector of an armed group: rebels, militias, criminals.
pub(crate) fn armed_group(sector: &str) -> bool {
    matches!(sector, "REB" | "PRE" | "CRM")
}

/// True for the sector of whoever bears arms: an armed group, or an army.
pub(crate) fn bears_arms(sector: &str) -> bool {
    armed_group(sector) || sector == "MIL"
}

/// One row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What kind of word.
    pub class: Class,
    /// The name in full.
    pub name: Box<str>,
    /// Stable id: table and folded name.
    pub id: Box<str>,
    /// The country that it belongs to.
    pub country: Option<Country>,
    /// Sector of PLOVER; empty where it has none.
    pub sector: Box<str>,
    /// Kind of source; empty where it follows from the sector.
    pub kind: Box<str>,
    /// Of a role noun the party of a country that it means ("troops": "armed-forces"), of a title its office; empty where it is the
    /// word itself, "-" where it means none. Of a leader his office.
    pub party: Box<str>,
    /// First day of the term.
    pub from: Option<Date>,
    /// Last day of the term.
    pub to: Option<Date>,
    /// Line of the user's own file that it stands on; none for what the tables alone say.
    pub own: Option<u32>,
}

impl Entry {
    /// True for a group, a body or a person: somebody with a name of its own.
    pub(crate) fn named(&self) -> bool {
        matches!(self.class, Class::Group | Class::Body | Class::Leader)
    }

    /// True for a country's name in any form.
    pub(crate) fn national(&self) -> bool {
        matches!(
            self.class,
            Class::Country
                | Class::Demonym
                | Class::Nationals
                | Class::Capital
                | Class::Metonym
                | Class::Place
        )
    }

    /// True for what the user says of that day: it goes before what the tables say.
    pub(crate) fn own_on(&self, day: Option<Date>) -> bool {
        self.own.is_some() && self.days_off(day) == 0
    }

    /// The sort of a role noun.
    pub(crate) fn sort(&self) -> Option<Sort> {
        match self.class {
            Class::Role(sort) => Some(sort),
            _ => None,
        }
    }

    /// Days between the term and `day`; 0 within it, or where either is not known.
    pub(crate) fn days_off(&self, day: Option<Date>) -> i32 {
        let Some(day) = day else { return 0 };
        let days = |a: Date, b: Date| a.since(b).map_or(0, |s| s.get_days());
        match (self.from, self.to) {
            (Some(from), _) if day < from => days(from, day),
            (_, Some(to)) if day > to => days(day, to),
            _ => 0,
        }
    }
}

/// A row of the table of countries.
#[derive(Clone, Debug)]
pub(crate) struct CountryRow {
    /// ISO 3166 alpha-3.
    pub code: Box<str>,
    /// "Syria".
    pub name: Box<str>,
    /// "Syrian"; the name where there is no adjective.
    pub adjective: Box<str>,
    /// "Syrian Armed Forces".
    pub forces: Box<str>,
}

/// A time for which a state belonged to the system of states, with its numbers there.
#[derive(Clone, Debug)]
pub(crate) struct StateRow {
    /// Number in the Correlates of War's list.
    pub cow: Option<u16>,
    /// Three letters in that list.
    pub abbrev: Box<str>,
    /// Number in Gleditsch and Ward's list.
    pub gw: Option<u16>,
    /// First day.
    pub from: Option<Date>,
    /// Last day; none where it still belongs.
    pub to: Option<Date>,
}
