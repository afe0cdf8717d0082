//! From the tables to [`Actors`].

mod countries;
mod heads;
mod named;
mod rows;
mod words;

use super::actors::Actors;
use super::antecedent::Antecedent;
use super::pointing::Pointing;
use super::tables::{ActorTables, ActorsError};

/// Reads all tables, countries first since the others name them.
pub(crate) fn load(actors: &mut Actors, tables: &ActorTables<'_>) -> Result<(), ActorsError> {
    words::small_words(actors, "actors/words.tsv", tables.words)?;
    words::small_words(actors, "actors/force.tsv", tables.force)?;
    countries::countries(actors, tables.countries)?;
    countries::former(actors, tables.former)?;
    countries::states(actors, tables.states)?;
    countries::places(actors, "actors/places.tsv", tables.places)?;
    countries::places(actors, "actors/places-geonames.tsv", tables.places_geonames)?;
    words::roles(actors, tables.roles)?;
    named::groups(actors, tables.groups)?;
    named::bodies(actors, tables.bodies)?;
    named::leaders(actors, tables.leaders)?;
    heads::heads(actors, tables.heads)?;
    named::peoples(actors, tables.peoples)?;
    actors.pointing = Pointing::read(tables.pointing, tables.pointing_words)?;
    actors.antecedent = Antecedent::read(tables.antecedent)?;
    words::cues(actors, tables.cues)
}
