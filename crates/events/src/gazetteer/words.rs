//! Common words in descriptions of places, by what they do there.

use crate::table::{Table, TableError};
use std::collections::HashMap;

/// What a common word does in a description of a place. A word may do several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// May stand before the name and is no part of it: in, the, several.
    Lead,
    /// Joins a place to the one that holds it or lies by it: in, of, near.
    Link,
    /// Says that the event lies by the place, not in it.
    Near,
    /// Says that the whole place is meant: across, nationwide.
    Wide,
    /// A large town.
    City,
    /// A town or a village.
    Town,
    /// A part of a town.
    Quarter,
    /// A first-order division.
    Admin1,
    /// A lower division.
    Admin2,
    /// A country.
    Country,
    /// Seat of government.
    Capital,
    /// An undetermined part of a place: outskirts, centre.
    Part,
    /// A point of the compass.
    Direction,
    /// What is going on there: besieged, rebel-held.
    State,
    /// One building or site.
    Facility,
    /// A month or a day of the week: a place's name only where the words that describe a place are that name and the report is about its country.
    Calendar,
    /// A common word or a first name that places bear too: names one under the same conditions.
    Doubtful,
    /// What people are by faith or descent, and no place: Muslim, Kurdish.
    People,
    /// What is only called after the name before it: virus, treaty.
    Namesake,
}

const CLASSES: [(Class, &str); 19] = [
    (Class::Lead, "lead"),
    (Class::Link, "link"),
    (Class::Near, "near"),
    (Class::Wide, "wide"),
    (Class::City, "city"),
    (Class::Town, "town"),
    (Class::Quarter, "quarter"),
    (Class::Admin1, "admin1"),
    (Class::Admin2, "admin2"),
    (Class::Country, "country"),
    (Class::Capital, "capital"),
    (Class::Part, "part"),
    (Class::Direction, "direction"),
    (Class::State, "state"),
    (Class::Facility, "facility"),
    (Class::Calendar, "calendar"),
    (Class::Doubtful, "doubtful"),
    (Class::People, "people"),
    (Class::Namesake, "namesake"),
];

/// The table of words, from `data/gazetteer/words.tsv`.
#[derive(Clone, Debug, Default)]
pub struct PlaceWords(HashMap<String, u32>);

impl PlaceWords {
    /// Reads the table; an error names the line or the column.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let (word, class) = (table.column("word")?, table.column("class")?);
        let mut words = PlaceWords::default();
        for (line, row) in &table.rows {
            let cell = |n: usize| row.get(n).copied().unwrap_or_default();
            let Some(number) = CLASSES.iter().position(|(_, name)| *name == cell(class)) else {
                return Err(TableError { line: *line, reason: format!("no class '{}'", cell(class)) });
            };
            *words.0.entry(cell(word).to_lowercase()).or_default() |= 1 << number;
        }
        Ok(words)
    }

    /// True where `lower`, in lower case, has that class.
    pub fn is(&self, lower: &str, class: Class) -> bool {
        let bit = CLASSES.iter().position(|(c, _)| *c == class).map_or(0, |n| 1u32 << n);
        self.0.get(lower).is_some_and(|bits| bits & bit != 0)
    }

    /// True where `lower` is in the table at all.
    pub fn knows(&self, lower: &str) -> bool {
        self.0.contains_key(lower)
    }
}
