//! From the text of the file to its actors, with everything whose shape is wrong.

use super::{ActorSort, Finding, MOST_ACTORS, MOST_NAMES, Told, UserActor, fields};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// Texts up to this length are read past what is no TOML, to find all of it: each place costs memory.
const MANY_ERRORS: usize = 1 << 18;

/// What the file holds, and what is wrong with its shape.
pub(super) fn read(text: &str) -> (Vec<UserActor>, Vec<Finding>) {
    let lines = Lines::of(text);
    let (table, broken) = parse(text);
    let mut found: Vec<Finding> = broken.iter().map(|e| lines.broken(e)).collect();
    let mut actors = Vec::new();
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("actor", DeValue::Array(tables)) => all(tables, &broken, &lines, &mut actors, &mut found),
            ("actor", _) => found.push(Finding::error(
                lines.at(key.span().start),
                "'actor' is no list of actors",
                "begin each with a line [[actor]]",
            )),
            (name, _) => found.push(Finding::error(
                lines.at(key.span().start),
                format!("'{name}' stands outside of an actor"),
                "each actor begins with a line [[actor]]",
            )),
        }
    }
    if actors.len() > MOST_ACTORS {
        let line = actors.get(MOST_ACTORS).map_or(1, |a| a.line);
        found.push(Finding::error(line, format!("more than {MOST_ACTORS} actors"), "leave some out"));
        actors.truncate(MOST_ACTORS);
    }
    (actors, found)
}

/// Reads the tables that are whole: what is half read would be blamed for what is not there.
fn all(
    tables: &[Spanned<DeValue<'_>>],
    broken: &[Error],
    lines: &Lines,
    actors: &mut Vec<UserActor>,
    found: &mut Vec<Finding>,
) {
    let mut places: Vec<usize> = broken.iter().map(|e| place(e).start).collect();
    places.sort_unstable();
    let errors_before = |at: usize| places.partition_point(|place| *place < at);
    for (number, table) in tables.iter().enumerate() {
        let next = tables.get(number + 1).map_or(usize::MAX, |t| t.span().start);
        if errors_before(next) == errors_before(table.span().start) {
            actors.extend(actor(table, lines, found));
        }
    }
}

fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Error>) {
    match DeTable::parse(text) {
        Ok(table) => (table, Vec::new()),
        Err(_) if text.len() <= MANY_ERRORS => DeTable::parse_recoverable(text),
        Err(first) => (Spanned::new(0..0, DeTable::new()), vec![first]),
    }
}

fn place(error: &Error) -> Range<usize> {
    error.span().unwrap_or_default()
}

fn actor(table: &Spanned<DeValue<'_>>, lines: &Lines, found: &mut Vec<Finding>) -> Option<UserActor> {
    let line = lines.at(table.span().start);
    let DeValue::Table(fields) = table.get_ref() else {
        found.push(Finding::error(line, "an actor is a table", "begin each with a line [[actor]]"));
        return None;
    };
    let mut actor = UserActor { line, ..UserActor::default() };
    for (key, value) in fields {
        let line = lines.at(key.span().start);
        if let Err((what, cure)) = take(&mut actor, key.get_ref(), line, value, lines) {
            found.push(Finding::error(line, what, cure));
            actor.broken = true;
        }
    }
    if actor.aliases.len() > MOST_NAMES {
        let what = format!("more than {MOST_NAMES} aliases");
        found.push(Finding::error(line, what, "leave some out"));
        actor.aliases.clear();
    }
    Some(actor)
}

/// Takes one field; an error says what is wrong, and the cure.
fn take(
    actor: &mut UserActor,
    key: &str,
    line: u32,
    value: &Spanned<DeValue<'_>>,
    lines: &Lines,
) -> Result<(), (String, String)> {
    let told = |value: String| Some(Told { line, value });
    match key {
        "name" => actor.name = told(fields::text(key, value.get_ref())?),
        "sort" => actor.sort = Some(Told { line, value: fields::sort(value.get_ref())? }),
        "aliases" => {
            for (at, value) in fields::list(key, value)? {
                actor.aliases.push(Told { line: lines.at(at), value });
            }
        }
        "country" => actor.country = told(fields::text(key, value.get_ref())?),
        "sector" => actor.sector = told(fields::text(key, value.get_ref())?),
        "kind" => actor.kind = told(fields::text(key, value.get_ref())?),
        "from" => actor.from = Some(Told { line, value: fields::day(key, value.get_ref(), (1, 1))? }),
        "to" => actor.to = Some(Told { line, value: fields::day(key, value.get_ref(), (12, 31))? }),
        "office" => actor.office = told(fields::text(key, value.get_ref())?),
        "id" => actor.id = told(fields::text(key, value.get_ref())?),
        "note" => drop(fields::text(key, value.get_ref())?),
        _ => {
            let known = "name, sort, aliases, country, sector, kind, from, to, office, id, note";
            return Err((format!("no field '{key}' of an actor"), format!("there are {known}")));
        }
    }
    Ok(())
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line of a byte, from 1.
    fn at(&self, byte: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= byte)).unwrap_or(u32::MAX)
    }

    fn broken(&self, error: &Error) -> Finding {
        let what = format!("this is no TOML: {}", error.message());
        Finding::error(self.at(place(error).start), what, "see docs/actors.md for the form of the file")
    }
}

impl ActorSort {
    /// The sort of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}
