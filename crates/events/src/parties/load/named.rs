//! Who has a name: groups, bodies, persons, peoples.

use super::rows::{Rows, country, entry, list, term};
use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Sort};
use crate::parties::identity;
use crate::parties::names::without_article;
use crate::parties::tables::ActorsError;
use std::collections::{BTreeSet, HashMap};

/// `actors/groups.tsv`.
pub(super) fn groups(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/groups.tsv", text)?;
    for (line, [name, aliases, iso3, sector, from, to]) in
        rows.cells(["name", "aliases", "iso3", "sector", "from", "to"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Group, name, number, sector, "");
        (e.from, e.to) = term(&rows, line, from, to)?;
        let names: Vec<&str> = std::iter::once(name).chain(list(aliases)).collect();
        e.id = identity::of_named(actors, "group", &e, &names).into();
        actors.add(e, &mut names.into_iter().map(str::to_owned).flat_map(without_article));
    }
    Ok(())
}

/// `actors/bodies.tsv`.
pub(super) fn bodies(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/bodies.tsv", text)?;
    for (line, [name, aliases, iso3, sector, kind]) in
        rows.cells(["name", "aliases", "iso3", "sector", "kind"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Body, name, number, sector, kind);
        let names: Vec<&str> = std::iter::once(name).chain(list(aliases)).collect();
        e.id = identity::of_named(actors, "body", &e, &names).into();
        actors.add(e, &mut names.into_iter().map(str::to_owned));
    }
    Ok(())
}

/// `actors/leaders.tsv`.
pub(super) fn leaders(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/leaders.tsv", text)?;
    // A person has all his names in every office.
    let mut known: HashMap<(&str, &str), BTreeSet<&str>> = HashMap::new();
    for (_, [name, aliases, iso3]) in rows.cells(["name", "aliases", "iso3"])? {
        known.entry((name, iso3)).or_default().extend(list(aliases));
    }
    for (line, [name, iso3, office, sector, from, to]) in
        rows.cells(["name", "iso3", "office", "sector", "from", "to"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Leader, name, number, sector, "");
        (e.from, e.to) = term(&rows, line, from, to)?;
        e.id = format!("leader:{}", actors.slug(name)).into();
        e.party = office.into();
        let aliases = known.get(&(name, iso3)).into_iter().flatten().copied();
        actors.add(e, &mut std::iter::once(name).chain(aliases).map(str::to_owned));
        actors.add_office(number, office);
    }
    Ok(())
}

/// `actors/peoples.tsv`: they are spoken of like roles ("Hazara protesters"), and many have a country.
pub(super) fn peoples(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/peoples.tsv", text)?;
    for (line, [name, aliases, adjectives, iso3, sector]) in
        rows.cells(["name", "aliases", "adjectives", "iso3", "sector"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Role(Sort::People), name, number, sector, "witness");
        e.id = format!("peoples:{}", actors.slug(name)).into();
        let names = std::iter::once(name).chain(list(aliases)).chain(list(adjectives));
        actors.add(e, &mut names.map(str::to_owned));
    }
    Ok(())
}
