//! Countries, states that are no more, the numbers of states, and places that tell a country.

use super::rows::{Rows, country, entry, list, term};
use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Country, CountryRow, StateRow};
use crate::parties::names::nationals;
use crate::parties::tables::ActorsError;

/// `actors/countries.tsv`.
pub(super) fn countries(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/countries.tsv", text)?;
    let columns = ["iso3", "name", "aliases", "demonyms", "capitals", "metonyms", "forces"];
    for (line, [iso3, name, aliases, demonyms, capitals, metonyms, forces]) in rows.cells(columns)? {
        let number = Country::try_from(actors.countries.len());
        let number = number.map_err(|_| rows.wrong(line, "too many countries".to_owned()))?;
        let adjective = list(demonyms).next().unwrap_or(name);
        let forces = if forces.is_empty() { format!("{adjective} Armed Forces") } else { forces.to_owned() };
        actors.countries.push(CountryRow {
            code: iso3.into(),
            name: name.into(),
            adjective: adjective.into(),
            forces: forces.into(),
        });
        if actors.codes.insert(iso3.to_owned(), number).is_some() {
            return Err(rows.wrong(line, format!("'{iso3}' stands twice")));
        }
        let add = |actors: &mut Actors, class, words: &mut dyn Iterator<Item = String>| {
            let mut e = entry(class, name, Some(number), "GOV", "government");
            e.id = format!("country:{iso3}").into();
            actors.add(e, words);
        };
        add(actors, Class::Country, &mut std::iter::once(name).chain(list(aliases)).map(str::to_owned));
        add(actors, Class::Demonym, &mut list(demonyms).map(str::to_owned));
        add(actors, Class::Nationals, &mut list(demonyms).filter_map(nationals));
        add(actors, Class::Capital, &mut list(capitals).map(str::to_owned));
        add(actors, Class::Metonym, &mut list(metonyms).map(str::to_owned));
    }
    Ok(())
}

/// `actors/former.tsv`: a state that is no more is a party of its own; its people are those of its first successor.
pub(super) fn former(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/former.tsv", text)?;
    let columns = ["name", "aliases", "demonyms", "successors", "from", "to"];
    for (line, [name, aliases, demonyms, successors, from, to]) in rows.cells(columns)? {
        let number = country(actors, &rows, line, list(successors).next().unwrap_or(""))?;
        let mut state = entry(Class::Body, name, number, "GOV", "government");
        (state.from, state.to) = term(&rows, line, from, to)?;
        state.id = format!("former:{}", actors.slug(name)).into();
        let mut people = state.clone();
        actors.add(state, &mut std::iter::once(name).chain(list(aliases)).map(str::to_owned));
        people.class = Class::Demonym;
        actors.add(people.clone(), &mut list(demonyms).map(str::to_owned));
        people.class = Class::Nationals;
        actors.add(people, &mut list(demonyms).filter_map(nationals));
    }
    Ok(())
}

/// `actors/states.tsv`: numbers in the Correlates of War and in Gleditsch and Ward.
pub(super) fn states(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/states.tsv", text)?;
    for (line, [iso3, cow, abbrev, gw, from, to]) in
        rows.cells(["iso3", "cow", "cow_abbrev", "gw", "from", "to"])?
    {
        let number = |cell: &str| match cell {
            "" => Ok(None),
            _ => cell.parse().map(Some).map_err(|_| rows.wrong(line, format!("'{cell}' is no number"))),
        };
        let (from, to) = term(&rows, line, from, to)?;
        let state = StateRow { cow: number(cow)?, abbrev: abbrev.into(), gw: number(gw)?, from, to };
        // Withdrawn codes are of states that are no more.
        if let Some(country) = actors.codes.get(iso3) {
            actors.states.entry(*country).or_default().push(state);
        }
    }
    Ok(())
}

/// `actors/places.tsv` and `actors/places-geonames.tsv`.
pub(super) fn places(actors: &mut Actors, file: &'static str, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open(file, text)?;
    for (line, [iso3, names]) in rows.cells(["iso3", "names"])? {
        let number = country(actors, &rows, line, iso3)?;
        actors.add(entry(Class::Place, "", number, "", ""), &mut list(names).map(str::to_owned));
    }
    Ok(())
}
