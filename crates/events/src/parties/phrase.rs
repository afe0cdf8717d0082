//! Reading a phrase by itself: its head, what stands before it, and what follows "of" or "in".

use super::after::{leading, read_after};
use super::entry::{Class, Country, Entry, Sort, bears_arms};
use super::reading::{Naming, Reading, table_of};
use super::small::Classes;
use super::token::{Caps, Gap};
use super::view::{Match, View};

/// Reads the words `from` up to `to`.
pub(crate) fn read<'a>(view: &View<'a>, from: usize, to: usize) -> Reading<'a> {
    let found = view.matches_in(from, to);
    let cut = head_end(view, &found, from, to);
    let split = found.partition_point(|m| m.from < cut);
    let (head, after) = found.split_at(split);
    let mut reading = read_head(view, head, from, cut);
    if let Some(person) = named_after_title(view, &reading, after, (cut, to)) {
        return person;
    }
    read_after(&mut reading, after);
    if coordinated(view, &found, cut, to) && differs(&reading, after) {
        (reading.country, reading.stateless) = (None, true);
    }
    reading
}

/// "Malaysia's Prime Minister, Najib Razak": the person behind the comma.
fn named_after_title<'a>(
    view: &View<'a>,
    title: &Reading<'a>,
    after: &[Match<'a>],
    (cut, to): (usize, usize),
) -> Option<Reading<'a>> {
    let comma = view.words.get(cut).is_some_and(|t| t.gap == Gap::Comma);
    let one = title.role.and_then(Entry::sort).is_some_and(|s| matches!(s, Sort::Title | Sort::People));
    if cut >= to || !comma || !one || title.naming != Naming::Role {
        return None;
    }
    // "the army spokesman, Colonel Idris Wardou".
    let rank = after.first().filter(|m| m.from == cut && m.entry.sort() == Some(Sort::Title));
    let (cut, after) = rank.map_or((cut, after), |m| (m.to, after.get(1..).unwrap_or(&[])));
    let known = after.first().filter(|m| m.from == cut && m.entry.class == Class::Leader);
    if let Some(m) = known {
        return Some(named_head(m.entry, &[]));
    }
    let end = (cut..to).take_while(|at| view.capital(*at) && (*at == cut || view.joined(*at))).count() + cut;
    let name = after.is_empty().then(|| unknown_name(view, cut, end)).flatten();
    name.filter(|(a, b)| *a == cut && *b > a + 1).map(|name| Reading {
        naming: Naming::Person,
        name: Some(name),
        ..*title
    })
}

/// Where the head of the phrase ends: at the first "of", "who", comma or bracket after something was said.
fn head_end(view: &View<'_>, found: &[Match<'_>], from: usize, to: usize) -> usize {
    let stops = Classes::BOUNDARY.with(Classes::AND);
    // The names lie in order and apart, so one step through them goes along with the words.
    let mut names = found.iter().peekable();
    (from + 1..to)
        .find(|at| {
            while names.next_if(|m| m.to <= *at).is_some() {}
            let inside = names.peek().is_some_and(|m| m.from < *at);
            let mark = view.words.get(*at).is_some_and(|t| matches!(t.gap, Gap::Comma | Gap::Break));
            let hyphen = view.words.get(*at).is_some_and(|t| t.gap == Gap::Hyphen);
            !inside && (mark || (!hyphen && view.small(*at).any(stops) && !leads_on(view, *at, to)))
        })
        .unwrap_or(to)
}

/// True for a hyphenated word such as "of" inside a name, or a boundary word that a hyphen follows ("on-duty").
fn leads_on(view: &View<'_>, at: usize, to: usize) -> bool {
    at + 1 < to && view.words.get(at + 1).is_some_and(|t| t.gap == Gap::Hyphen)
}

fn read_head<'a>(view: &View<'a>, head: &[Match<'a>], from: usize, cut: usize) -> Reading<'a> {
    let Some((last, before)) = last_own(head) else {
        let mut reading = Reading::default();
        if let Some(name) = unknown_name(view, from, cut) {
            (reading.naming, reading.name) = (Naming::Person, Some(name));
        }
        return reading;
    };
    let mut reading = match last.entry.class {
        Class::Role(sort) => role_head(last, sort, before),
        Class::Leader | Class::Group | Class::Body => {
            Reading { rival: last.rival, ..named_head(last.entry, before) }
        }
        _ => national_head(view, last, before, (from, cut)),
    };
    if reading.naming == Naming::Role
        && let Some(name) = unknown_name(view, last.to, cut)
        && matches!(last.entry.class, Class::Role(Sort::Title | Sort::People | Sort::Through))
    {
        (reading.naming, reading.name) = (Naming::Person, Some(name));
    }
    reading
}

/// The last name that is the party's own, and those before it.
fn last_own<'m, 'a>(head: &'m [Match<'a>]) -> Option<(&'m Match<'a>, &'m [Match<'a>])> {
    let at = head.iter().rposition(|m| m.own)?;
    Some((head.get(at)?, head.get(..at).unwrap_or(&[])))
}

/// A group, body or person stands at the head.
fn named_head<'a>(e: &'a Entry, before: &[Match<'a>]) -> Reading<'a> {
    let mut reading = Reading { naming: Naming::Known, known: Some(e), ..Reading::default() };
    reading.take_role(e);
    let local = matches!(&*e.sector, "LEG" | "GOV" | "COP" | "MIL" | "JUD" | "SPY");
    let other = |m: &&Match<'_>| m.own && m.entry.national() && m.entry.country != e.country;
    if local
        && e.class == Class::Body
        && e.country.is_some()
        && let Some(m) = before.iter().rfind(other)
    {
        // "South Korea's Joint Chiefs of Staff": another country's body of that name.
        reading.naming = Naming::Role;
        reading.known = None;
        reading.take_country(m.entry.country, "country before the role", table_of(m.entry));
        return reading;
    }
    reading.role = None;
    reading.take_country(e.country, "known actor", table_of(e));
    if e.country.is_none() && local {
        take_modifier(&mut reading, before);
    }
    reading.stateless = reading.country.is_none() && !local;
    (reading.rule, reading.data) = ("known actor", table_of(e));
    reading
}

/// A role noun stands at the head: "Syrian rebel commander".
fn role_head<'a>(last: &Match<'a>, sort: Sort, before: &[Match<'a>]) -> Reading<'a> {
    let mut reading = Reading { naming: Naming::Role, ..Reading::default() };
    let modifier = before.iter().rev().find(|m| m.own && !m.entry.national());
    let band = matches!(&*last.entry.party, "rebels" | "militia");
    if let Some(m) =
        modifier.filter(|m| band && m.entry.class == Class::Group && !bears_arms(&m.entry.sector))
    {
        // "UNITA rebels": the party's armed men.
        reading.take_role(last.entry);
        lend(&mut reading, m.entry);
    } else if let Some(m) = modifier.filter(|m| lends(m.entry, last.entry, sort)) {
        lend(&mut reading, m.entry);
    } else if let Some(m) = modifier.filter(|m| m.entry.named()) {
        reading.stateless = m.entry.country.is_none() && last.entry.sector.as_ref() != "CVL";
        reading.take_country(m.entry.country, "known actor before the role", table_of(m.entry));
    }
    reading.take_role(last.entry);
    take_modifier(&mut reading, before);
    reading.take_country(last.entry.country, "country of a people", table_of(last.entry));
    if reading.rule.is_empty() {
        (reading.rule, reading.data) = ("role noun", table_of(last.entry));
    }
    reading
}

/// True where the word before the head says more of the sector than the head: "police bus", "Hezbollah fighters".
fn lends(modifier: &Entry, head: &Entry, sort: Sort) -> bool {
    let general = matches!(sort, Sort::Through | Sort::Thing | Sort::Title)
        || leading(&head.name)
        || head.sector.is_empty();
    match modifier.class {
        Class::Group | Class::Body => {
            general || matches!(&*head.sector, "REB" | "MIL" | "PRE" | "PTY" | "GOV" | "SPY")
        }
        Class::Leader => sort == Sort::Through,
        Class::Role(_) => general && !modifier.sector.is_empty() && modifier.sort() != Some(Sort::Thing),
        _ => false,
    }
}

fn lend<'a>(reading: &mut Reading<'a>, e: &'a Entry) {
    reading.take_role(e);
    if e.named() {
        reading.known = Some(e);
        reading.stateless = e.country.is_none();
        reading.take_country(e.country, "known actor before the role", table_of(e));
    }
}

/// The nearest country before the head.
fn take_modifier(reading: &mut Reading<'_>, before: &[Match<'_>]) {
    let nearest = before.iter().rev().find(|m| m.own && m.entry.country.is_some());
    if let Some(m) = nearest {
        reading.take_country(m.entry.country, "country before the role", table_of(m.entry));
    }
}

/// A country or a place stands at the head.
fn national_head<'a>(
    view: &View<'a>,
    last: &Match<'a>,
    before: &[Match<'a>],
    (from, cut): (usize, usize),
) -> Reading<'a> {
    let naming = match last.entry.class {
        Class::Demonym => Naming::Adjective,
        Class::Nationals => Naming::Nationals,
        Class::Place => Naming::Place,
        _ => Naming::State,
    };
    let mut reading = Reading { naming, ..Reading::default() };
    reading.take_country(last.entry.country, "country's name", table_of(last.entry));
    // "Russian oligarch" and "Syrian Khaled X": a role or a name follows or precedes that the tables do not have.
    if let Some(name) = unknown_name(view, last.to, cut).filter(|_| naming == Naming::Adjective) {
        (reading.naming, reading.name) = (Naming::Person, Some(name));
    }
    if personal(view, last, before, (from, cut)) {
        let name = unknown_name(view, from, cut);
        return Reading { naming: Naming::Person, name, ..Reading::default() };
    }
    if let Some(m) = before.iter().rev().find(|m| m.own && m.entry.sort().is_some_and(|s| s != Sort::Thing))
        && naming != Naming::State
    {
        reading.naming = Naming::Role;
        reading.take_role(m.entry);
    }
    if naming == Naming::State && reading.sector.is_none() {
        reading.take_role(last.entry);
        reading.role = None;
    }
    reading
}

/// True for "Jordan" and "Paris" beside an unknown word with a capital: parts of a person's name.
fn personal(view: &View<'_>, last: &Match<'_>, before: &[Match<'_>], (from, cut): (usize, usize)) -> bool {
    let place = matches!(last.entry.class, Class::Country | Class::Capital | Class::Place)
        && last.to == last.from + 1;
    let unknown = |at: usize| view.capital(at) && view.small(at) == Classes::default();
    let after = last.to < cut && view.joined(last.to) && unknown(last.to);
    let ahead = before.is_empty() && last.from > from && view.joined(last.from) && unknown(last.from - 1);
    let possessive = view.words.get(last.from).is_some_and(|t| t.possessive || t.caps == Caps::Upper);
    place && !possessive && (after || (ahead && last.entry.class != Class::Country))
}

/// Capitalised words among `from` up to `to` that no table has: a personal name.
fn unknown_name(view: &View<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let skip = Classes::ARTICLE.with(Classes::HONORIFIC);
    let first = (from..to).find(|at| view.capital(*at) && !view.small(*at).any(skip))?;
    let last = (first..to).rev().find(|at| view.capital(*at))? + 1;
    Some((first, last))
}

fn coordinated(view: &View<'_>, found: &[Match<'_>], cut: usize, to: usize) -> bool {
    cut < to && view.small(cut).any(Classes::AND) && found.iter().any(|m| m.from >= cut)
}

/// True where the second party of "Russia and China" is of another country than the first.
fn differs(reading: &Reading<'_>, after: &[Match<'_>]) -> bool {
    let second: Option<Country> = after.iter().find_map(|m| m.entry.country.filter(|_| m.own));
    second.is_some() && reading.country.is_some() && second != reading.country
}
