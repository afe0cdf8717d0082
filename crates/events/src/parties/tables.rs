//! The tables that the resolvers read, and what is wrong with them.

use crate::table::TableError;
use std::fmt;

/// The text of each table below `data/`.
#[derive(Clone, Copy, Debug, Default)]
pub struct ActorTables<'a> {
    /// `actors/countries.tsv`.
    pub countries: &'a str,
    /// `actors/places.tsv`.
    pub places: &'a str,
    /// `actors/places-geonames.tsv` (CC BY 4.0).
    pub places_geonames: &'a str,
    /// `actors/groups.tsv`.
    pub groups: &'a str,
    /// `actors/bodies.tsv`.
    pub bodies: &'a str,
    /// `actors/leaders.tsv`.
    pub leaders: &'a str,
    /// `actors/roles.tsv`.
    pub roles: &'a str,
    /// `actors/words.tsv`.
    pub words: &'a str,
    /// `actors/force.tsv`.
    pub force: &'a str,
    /// `sources/cues.tsv`.
    pub cues: &'a str,
}

impl<'a> ActorTables<'a> {
    /// All of them, in the order of the fields.
    pub fn all(&self) -> [&'a str; 10] {
        let ActorTables {
            countries,
            places,
            places_geonames,
            groups,
            bodies,
            leaders,
            roles,
            words,
            force,
            cues,
        } = *self;
        [countries, places, places_geonames, groups, bodies, leaders, roles, words, force, cues]
    }
}

/// A table that does not fit, by its path below `data/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorsError {
    /// Path below `data/`.
    pub file: &'static str,
    /// What is wrong there, and on which line.
    pub error: TableError,
}

impl fmt::Display for ActorsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.error)
    }
}

impl std::error::Error for ActorsError {}
