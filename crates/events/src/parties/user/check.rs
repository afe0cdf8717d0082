//! What an actor says, held against the tables.

use super::{ActorSort, Finding, KINDS, LONGEST_NAME, SECTORS, Told, UserActor, codes, text, twice};
use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Entry, Sort};
use crate::parties::small::Classes;
use crate::parties::token::Gap;
use std::collections::HashMap;

/// What is wrong with actors, each by itself and side by side; `ids` are the entries of the ids that they take over.
pub(super) fn check(actors: &Actors, ids: &HashMap<Box<str>, Vec<u32>>, own: &[UserActor]) -> Vec<Finding> {
    let (sectors, kinds) = (codes(SECTORS), codes(KINDS));
    let mut found = twice::check(actors, own);
    for actor in own {
        let ids = ids.get(text(&actor.id)).map_or(&[][..], Vec::as_slice);
        let taken: Vec<&Entry> = ids.iter().filter_map(|n| actors.entry(*n)).collect();
        identity(actor, taken.first().copied(), &mut found);
        country(actors, actor, &mut found);
        found.extend(code("sector", actor.sector.as_ref(), &sectors));
        found.extend(code("kind", actor.kind.as_ref(), &kinds));
        term(actors, actor, taken.first().copied(), &mut found);
        for name in actor.names() {
            match unusable(actors, &name.value) {
                Some((what, cure)) => found.push(Finding::error(name.line, what, cure)),
                None => found.extend(doubtful(actors, name, text(&actor.id))),
            }
        }
    }
    found
}

/// Id, sort, name and sector: what there must be.
fn identity(actor: &UserActor, taken: Option<&Entry>, found: &mut Vec<Finding>) {
    let sort = taken.and_then(|e| sort_of(e.class));
    match (&actor.id, &actor.sort) {
        (Some(id), _) if taken.is_none() => found.push(Finding::error(
            id.line,
            format!("no actor with the id '{}'", id.value),
            "dateline actors list WORDS shows the ids; without id it is an actor of your own",
        )),
        (Some(id), Some(told)) if sort.is_some_and(|s| s != told.value) => found.push(Finding::error(
            told.line,
            format!("{} is no {}", id.value, told.value.name()),
            "leave sort out where id is given",
        )),
        (None, None) if !actor.broken => found.push(Finding::error(
            actor.line,
            "the actor has no sort",
            "add sort = \"group\", or body, person, role",
        )),
        _ => {}
    }
    if actor.id.is_none() && actor.name.is_none() && !actor.broken {
        found.push(Finding::error(actor.line, "the actor has no name", "add name = \"its full name\""));
    }
    let named = !actor.broken && actor.sort.as_ref().is_none_or(|s| s.value != ActorSort::Role);
    if actor.id.is_none() && named && actor.sector.is_none() {
        let cure = "add sector, such as sector = \"REB\"";
        found.push(Finding::warning(actor.line, "no sector: it is guessed for each report", cure));
    }
}

fn sort_of(class: Class) -> Option<ActorSort> {
    match class {
        Class::Group => Some(ActorSort::Group),
        Class::Body => Some(ActorSort::Body),
        Class::Leader => Some(ActorSort::Person),
        _ => None,
    }
}

fn country(actors: &Actors, actor: &UserActor, found: &mut Vec<Finding>) {
    let Some(told) = &actor.country else { return };
    let code = &told.value;
    if actors.codes.contains_key(code) {
        return;
    }
    let upper = code.to_uppercase();
    let meant = actors.codes.contains_key(&upper).then_some(&*upper).or_else(|| actors.country_code(code));
    let cure = match meant {
        Some(meant) => format!("write country = \"{meant}\""),
        None => "write three letters of ISO 3166, such as SYR, or leave country out for none".to_owned(),
    };
    found.push(Finding::error(told.line, format!("no country '{code}'"), cure));
}

fn code(field: &str, told: Option<&Told<String>>, known: &[&str]) -> Option<Finding> {
    let told = told.filter(|t| !known.contains(&&*t.value))?;
    Some(Finding::error(
        told.line,
        format!("no {field} '{}'", told.value),
        format!("it is one of {}", known.join(", ")),
    ))
}

/// The office and the time.
fn term(actors: &Actors, actor: &UserActor, taken: Option<&Entry>, found: &mut Vec<Finding>) {
    if let (Some(from), Some(to)) = (&actor.from, &actor.to)
        && to.value < from.value
    {
        let what = format!("it ends on {}, before it begins on {}", to.value, from.value);
        found.push(Finding::error(to.line, what, "mend from or to"));
    }
    let Some(office) = &actor.office else { return };
    let sort = taken.and_then(|e| sort_of(e.class)).or(actor.sort.as_ref().map(|s| s.value));
    if sort.is_some_and(|s| s != ActorSort::Person) {
        found.push(Finding::error(office.line, "only a person holds an office", "leave office out"));
    }
    let stateless = actor.country.is_none() && taken.is_none_or(|e| e.country.is_none());
    if stateless && actors.body_of_office(&office.value).is_none() {
        let what = "an office of no country and of no body that the program knows is never looked for";
        let cure = "add country, or begin with the body: \"UN human rights chief\"";
        found.push(Finding::error(office.line, what, cure));
    }
    let title =
        |e: &&Entry| e.sort() == Some(Sort::Title) && *e.name == office.value.replace("defense", "defence");
    if !stateless && !actors.called(&office.value).iter().any(title) {
        let what = format!("'{}' is no title that reports are searched for", office.value);
        let cure = "write it as data/actors/roles.tsv does, such as president or defence minister";
        found.push(Finding::warning(office.line, what, cure));
    }
}

/// Why nothing can bear a name, and the cure.
fn unusable(actors: &Actors, name: &str) -> Option<(String, String)> {
    let length = name.chars().count();
    if name.is_empty() {
        return Some(("a name is empty".to_owned(), "write the name as reports do".to_owned()));
    }
    if length > LONGEST_NAME {
        return Some((format!("a name of {length} characters"), format!("write at most {LONGEST_NAME}")));
    }
    if actors.words(name).is_empty() {
        let what = format!("no word of '{name}' can be looked for");
        return Some((what, "write the name as reports do".to_owned()));
    }
    None
}

/// A name that may not do what the user wants.
fn doubtful(actors: &Actors, name: &Told<String>, id: &str) -> Option<Finding> {
    let (line, name) = (name.line, &*name.value);
    let known: Vec<&Entry> =
        actors.called(name).into_iter().filter(|e| *e.id != *id || id.is_empty()).collect();
    if let Some(e) = known.iter().min_by_key(|e| (!e.named(), e.national())) {
        return Some(known_already(line, name, e));
    }
    let words = actors.words(name);
    let small = |at: usize| words.get(at).map_or(Classes::default(), |t| actors.small.of(t.word));
    if words.len() == 1 && small(0) != Classes::default() {
        let what = format!("'{name}' is a small word of English");
        return Some(Finding::warning(line, what, "leave it out: it would be found everywhere"));
    }
    let parts = |n: &usize| {
        let mark = words.get(*n).is_some_and(|t| matches!(t.gap, Gap::Comma | Gap::Break));
        mark && !small(*n - 1).any(Classes::POINT)
    };
    (1..words.len()).find(parts).map(|_| {
        let what = format!("'{name}' is found in reports only where no mark parts its words");
        Finding::warning(line, what, "give the name and a short form in brackets as two aliases")
    })
}

fn known_already(line: u32, name: &str, e: &Entry) -> Finding {
    if e.named() {
        let what = format!("'{name}' already names {} ({})", e.name, e.id);
        let cure = "yours wins; to add names to that one, give its id";
        return Finding::warning(line, what, cure);
    }
    let is = match e.class {
        Class::Role(_) => format!("is a role noun ({})", e.name),
        Class::Place => "is the name of a place".to_owned(),
        _ => format!("is a word for a country ({})", e.name),
    };
    Finding::warning(line, format!("'{name}' {is}"), "yours wins wherever a report has it: is that meant?")
}
