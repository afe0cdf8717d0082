//! When two names are of one party: the one rule of all measures.

use dateline_events::parties::Actors;
use jiff::civil::Date;

/// A name with the id that the program has for it.
pub struct Named {
    folded: String,
    /// The id, where the program has one.
    pub id: Option<String>,
}

impl Named {
    /// A party's name, given its country and the day of the report.
    pub fn new(actors: &Actors, who: Option<&str>, country: Option<&str>, day: Option<Date>) -> Self {
        Self { folded: folded(who.unwrap_or("")), id: who.and_then(|who| actors.identify(who, country, day)) }
    }

    /// True where both are one party: by the ids where both have one, and else by the names.
    pub fn is(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(a), Some(b)) => a == b,
            _ => self.folded == other.folded,
        }
    }
}

/// A name without case and marks.
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
