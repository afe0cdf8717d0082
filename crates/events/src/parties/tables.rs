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
    /// `actors/former.tsv`: states that are no more.
    pub former: &'a str,
    /// `actors/states.tsv`: their numbers in the Correlates of War and in Gleditsch and Ward.
    pub states: &'a str,
    /// `actors/peoples.tsv`.
    pub peoples: &'a str,
    /// `actors/roles.tsv`.
    pub roles: &'a str,
    /// `actors/words.tsv`.
    pub words: &'a str,
    /// `actors/force.tsv`.
    pub force: &'a str,
    /// `actors/pointing.tsv`: weights learnt; not a table of names.
    pub pointing: &'a str,
    /// `actors/pointing-words.tsv`: the same.
    pub pointing_words: &'a str,
    /// `actors/antecedent.tsv`: the same.
    pub antecedent: &'a str,
    /// `sources/cues.tsv`.
    pub cues: &'a str,
}

impl<'a> ActorTables<'a> {
    /// Their paths below `data/`, in the order of [`ActorTables::all`].
    pub const PATHS: [&'static str; 16] = [
        "actors/countries.tsv",
        "actors/places.tsv",
        "actors/places-geonames.tsv",
        "actors/groups.tsv",
        "actors/bodies.tsv",
        "actors/leaders.tsv",
        "actors/former.tsv",
        "actors/states.tsv",
        "actors/peoples.tsv",
        "actors/roles.tsv",
        "actors/words.tsv",
        "actors/force.tsv",
        "actors/pointing.tsv",
        "actors/pointing-words.tsv",
        "actors/antecedent.tsv",
        "sources/cues.tsv",
    ];

    /// The tables from their texts, in the order of [`ActorTables::PATHS`].
    pub fn from_texts(texts: &'a [String; 16]) -> Self {
        let texts = texts.each_ref().map(String::as_str);
        let [
            countries,
            places,
            places_geonames,
            groups,
            bodies,
            leaders,
            former,
            states,
            peoples,
            roles,
            words,
            force,
            pointing,
            pointing_words,
            antecedent,
            cues,
        ] = texts;
        ActorTables {
            countries,
            places,
            places_geonames,
            groups,
            bodies,
            leaders,
            former,
            states,
            peoples,
            roles,
            words,
            force,
            pointing,
            pointing_words,
            antecedent,
            cues,
        }
    }

    /// All of them, in the order of the fields.
    pub fn all(&self) -> [&'a str; 16] {
        let ActorTables {
            countries,
            places,
            places_geonames,
            groups,
            bodies,
            leaders,
            former,
            states,
            peoples,
            roles,
            words,
            force,
            pointing,
            pointing_words,
            antecedent,
            cues,
        } = *self;
        [
            countries,
            places,
            places_geonames,
            groups,
            bodies,
            leaders,
            former,
            states,
            peoples,
            roles,
            words,
            force,
            pointing,
            pointing_words,
            antecedent,
            cues,
        ]
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
