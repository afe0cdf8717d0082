//! From the tables to [`Actors`].

use super::actors::Actors;
use super::entry::{Class, Country, CountryRow, Entry, Sort};
use super::names::{nationals, plural, without_article};
use super::small::Classes;
use super::tables::{ActorTables, ActorsError};
use crate::table::{Table, TableError};
use jiff::civil::{Date, date};
use std::collections::{BTreeSet, HashMap};

/// A table with its path, whose cells are read by the names of their columns.
struct Rows<'a> {
    file: &'static str,
    table: Table<'a>,
}

impl<'a> Rows<'a> {
    fn open(file: &'static str, text: &'a str) -> Result<Self, ActorsError> {
        let table = Table::parse(text).map_err(|error| ActorsError { file, error })?;
        Ok(Self { file, table })
    }

    /// The rows cut down to `columns`, with their line numbers.
    fn cells<const N: usize>(&self, columns: [&str; N]) -> Result<Vec<(usize, [&'a str; N])>, ActorsError> {
        let mut at = [0; N];
        for (place, name) in at.iter_mut().zip(columns) {
            *place = self.table.column(name).map_err(|error| ActorsError { file: self.file, error })?;
        }
        let row = |cells: &[&'a str]| at.map(|n| cells.get(n).copied().unwrap_or(""));
        Ok(self.table.rows.iter().map(|(line, cells)| (*line, row(cells))).collect())
    }

    fn wrong(&self, line: usize, reason: String) -> ActorsError {
        ActorsError { file: self.file, error: TableError { line, reason } }
    }
}

/// Reads all tables, countries first since the others name them.
pub(crate) fn load(actors: &mut Actors, tables: &ActorTables<'_>) -> Result<(), ActorsError> {
    small_words(actors, "actors/words.tsv", tables.words)?;
    small_words(actors, "actors/force.tsv", tables.force)?;
    countries(actors, tables.countries)?;
    places(actors, "actors/places.tsv", tables.places)?;
    places(actors, "actors/places-geonames.tsv", tables.places_geonames)?;
    groups(actors, tables.groups)?;
    bodies(actors, tables.bodies)?;
    leaders(actors, tables.leaders)?;
    roles(actors, tables.roles)?;
    cues(actors, tables.cues)
}

/// The parts of a cell that lists several names.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|s| !s.is_empty())
}

fn small_words(actors: &mut Actors, file: &'static str, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open(file, text)?;
    for (line, [word, class]) in rows.cells(["word", "class"])? {
        let class = Classes::named(class).ok_or_else(|| rows.wrong(line, format!("no class '{class}'")))?;
        actors.small.add(word, class);
    }
    Ok(())
}

fn entry(class: Class, name: &str, country: Option<Country>, sector: &str, kind: &str) -> Entry {
    let (name, sector, kind) = (name.into(), sector.into(), kind.into());
    Entry { class, name, id: "".into(), country, sector, kind, from: None, to: None, own: None }
}

fn countries(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
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

fn country(
    actors: &Actors,
    rows: &Rows<'_>,
    line: usize,
    iso3: &str,
) -> Result<Option<Country>, ActorsError> {
    match iso3 {
        "" => Ok(None),
        _ => match actors.codes.get(iso3) {
            Some(number) => Ok(Some(*number)),
            None => Err(rows.wrong(line, format!("no country '{iso3}'"))),
        },
    }
}

fn places(actors: &mut Actors, file: &'static str, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open(file, text)?;
    for (line, [iso3, names]) in rows.cells(["iso3", "names"])? {
        let number = country(actors, &rows, line, iso3)?;
        actors.add(entry(Class::Place, "", number, "", ""), &mut list(names).map(str::to_owned));
    }
    Ok(())
}

fn groups(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/groups.tsv", text)?;
    for (line, [name, aliases, iso3, sector, from, to]) in
        rows.cells(["name", "aliases", "iso3", "sector", "from", "to"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Group, name, number, sector, "");
        (e.from, e.to) = (day(&rows, line, from, date(1, 1, 1))?, day(&rows, line, to, date(1, 12, 31))?);
        e.id = format!("group:{}", actors.slug(name)).into();
        let names = std::iter::once(name).chain(list(aliases)).map(str::to_owned);
        actors.add(e, &mut names.flat_map(without_article));
    }
    Ok(())
}

fn bodies(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/bodies.tsv", text)?;
    for (line, [name, aliases, iso3, sector, kind]) in
        rows.cells(["name", "aliases", "iso3", "sector", "kind"])?
    {
        let number = country(actors, &rows, line, iso3)?;
        let mut e = entry(Class::Body, name, number, sector, kind);
        e.id = format!("body:{}", actors.slug(name)).into();
        actors.add(e, &mut std::iter::once(name).chain(list(aliases)).map(str::to_owned));
    }
    Ok(())
}

fn leaders(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
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
        (e.from, e.to) = (day(&rows, line, from, date(1, 1, 1))?, day(&rows, line, to, date(1, 12, 31))?);
        e.id = format!("leader:{}", actors.slug(name)).into();
        let aliases = known.get(&(name, iso3)).into_iter().flatten().copied();
        actors.add(e, &mut std::iter::once(name).chain(aliases).map(str::to_owned));
        actors.add_office(number, office);
    }
    Ok(())
}

fn roles(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/roles.tsv", text)?;
    let cells = rows.cells(["role", "sector", "kind", "sort"])?;
    let written: std::collections::HashSet<&str> = cells.iter().map(|(_, [role, ..])| *role).collect();
    for (line, [role, sector, kind, sort]) in cells.iter().copied() {
        let sort = match sort {
            "people" => Sort::People,
            "title" => Sort::Title,
            "body" => Sort::Body,
            "thing" => Sort::Thing,
            "through" => Sort::Through,
            _ => return Err(rows.wrong(line, format!("no sort '{sort}'"))),
        };
        let forms =
            std::iter::once(role.to_owned()).chain(plural(role).filter(|p| !written.contains(p.as_str())));
        actors.add(entry(Class::Role(sort), role, None, sector, kind), &mut forms.into_iter());
    }
    Ok(())
}

fn cues(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("sources/cues.tsv", text)?;
    for (line, [cue, side]) in rows.cells(["cue", "side"])? {
        let before = match side {
            "before" => true,
            "verb" => false,
            _ => return Err(rows.wrong(line, format!("no side '{side}'"))),
        };
        actors.add_cue(cue, before);
    }
    Ok(())
}

/// A day, or a year whose missing month and day are those of `filler`.
fn day(rows: &Rows<'_>, line: usize, cell: &str, filler: Date) -> Result<Option<Date>, ActorsError> {
    if cell.is_empty() {
        return Ok(None);
    }
    let year = cell.parse::<i16>().ok().and_then(|y| Date::new(y, filler.month(), filler.day()).ok());
    let day = year.or_else(|| cell.parse::<Date>().ok());
    day.map(Some).ok_or_else(|| rows.wrong(line, format!("'{cell}' is no day and no year")))
}
