//! The tables that the resolvers read, and what is wrong with them.

use crate::table::TableError;
use std::fmt;

/// The tables by one list: their fields, their paths below `data/`, and all of them in its order.
macro_rules! actor_tables {
    ($($(#[$doc:meta])* $table:ident = $path:literal,)*) => {
        /// The text of each table below `data/`.
        #[derive(Clone, Copy, Debug, Default)]
        pub struct ActorTables<'a> {
            $($(#[$doc])* pub $table: &'a str,)*
        }

        impl<'a> ActorTables<'a> {
            /// Their paths below `data/`, in the order of [`ActorTables::all`].
            pub const PATHS: [&'static str; [$($path),*].len()] = [$($path),*];

            /// The tables from their texts, in the order of [`ActorTables::PATHS`].
            pub fn from_texts(texts: &'a [String; [$($path),*].len()]) -> Self {
                let [$($table),*] = texts.each_ref().map(String::as_str);
                Self { $($table),* }
            }

            /// All of them, in the order of the fields.
            pub fn all(&self) -> [&'a str; [$($path),*].len()] {
                [$(self.$table),*]
            }
        }
    };
}

actor_tables! {
    /// `actors/countries.tsv`.
    countries = "actors/countries.tsv",
    /// `actors/places.tsv`.
    places = "actors/places.tsv",
    /// `actors/places-geonames.tsv` (CC BY 4.0).
    places_geonames = "actors/places-geonames.tsv",
    /// `actors/groups.tsv`.
    groups = "actors/groups.tsv",
    /// `actors/bodies.tsv`.
    bodies = "actors/bodies.tsv",
    /// `actors/leaders.tsv`.
    leaders = "actors/leaders.tsv",
    /// `actors/heads.tsv`: who leads which group or body.
    heads = "actors/heads.tsv",
    /// `actors/former.tsv`: states that are no more.
    former = "actors/former.tsv",
    /// `actors/states.tsv`: their numbers in the Correlates of War and in Gleditsch and Ward.
    states = "actors/states.tsv",
    /// `actors/peoples.tsv`.
    peoples = "actors/peoples.tsv",
    /// `actors/roles.tsv`.
    roles = "actors/roles.tsv",
    /// `actors/words.tsv`.
    words = "actors/words.tsv",
    /// `actors/force.tsv`.
    force = "actors/force.tsv",
    /// `actors/pointing.tsv`: weights learnt; not a table of names.
    pointing = "actors/pointing.tsv",
    /// `actors/pointing-words.tsv`: the same.
    pointing_words = "actors/pointing-words.tsv",
    /// `actors/antecedent.tsv`: the same.
    antecedent = "actors/antecedent.tsv",
    /// `sources/cues.tsv`.
    cues = "sources/cues.tsv",
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
