//! What kind of source a party is.

use crate::parties::entry::{Class, Entry, Sort};
use crate::parties::reading::{Naming, Reading, table_of};
use crate::parties::token::Caps;
use crate::parties::view::View;
use crate::why::Why;

/// Name of the rule for sources that nobody stands behind.
pub(crate) const NOBODY: &str = "nobody is named";

/// The kind of the source in words `from` up to `to`, and where it comes from.
pub(crate) fn kind_of<'a>(view: &View<'a>, reading: &Reading<'a>, from: usize, to: usize) -> (&'a str, Why) {
    if let Some(e) = reading.known.filter(|e| !e.kind.is_empty() && reading.naming == Naming::Known) {
        return (&e.kind, Why::new("known actor", table_of(e)));
    }
    if nobody(view, reading, from, to) {
        return ("unknown", Why::new(NOBODY, "sources/cues.tsv"));
    }
    if let Some(kind) = unnamed(view, reading, from, to) {
        return (kind, Why::new("official without a name", "actors/roles.tsv"));
    }
    if matches!(reading.naming, Naming::State | Naming::Adjective | Naming::Nationals) {
        return ("government", Why::new("a state speaks", "actors/countries.tsv"));
    }
    // Whoever is quoted by name and nothing else is an official more often than a bystander.
    if reading.naming == Naming::Person && reading.role.is_none() && reading.sector == Some("CVL") {
        return ("government", Why::new("person without a role", ""));
    }
    if let Some(kind) = reading.kind {
        return (kind, Why::new("kind of the role", reading.role.map_or("actors/countries.tsv", table_of)));
    }
    (of_sector(reading.sector.unwrap_or("")), Why::new("kind of the sector", ""))
}

/// "reportedly", "it was claimed", "local sources": nobody stands behind it.
fn nobody(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let found = view.matches_in(from, to);
    let open =
        |e: &Entry| &*e.kind == "unknown" && e.sector.is_empty() && e.class == Class::Role(Sort::People);
    let head = found.iter().rev().find(|m| m.entry.sort().is_some());
    let others = found.iter().any(|m| m.entry.named() || (m.entry.sort().is_some() && !open(m.entry)));
    let said = (from..to).any(|at| view.actors.cues.longest(&view.words, at, to, 0).is_some());
    let capital = (from + 1..to).any(|at| view.capital(at));
    let empty = matches!(reading.naming, Naming::Nothing) && said && !capital;
    empty || (found.is_empty() && said && !capital) || (!others && head.is_some_and(|m| open(m.entry)))
}

/// "a US official", "diplomatic sources": officials who are not named.
fn unnamed(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> Option<&'static str> {
    let found = view.matches_in(from, to);
    let official = found.iter().find(|m| &*m.entry.name == "official")?;
    let plural = view.text(official.from, official.to).ends_with('s');
    let alone = reading.known.is_none() && reading.naming == Naming::Role;
    // "Ukrainian officials" speak for their government; "US officials" and "an Iraqi official" will not be named.
    let short = |at: usize| view.words.get(at).is_some_and(|t| t.caps == Caps::Upper);
    let several = plural && !found.iter().any(|m| m.to == official.from && short(m.from));
    (alone && several).then_some("government")
}

fn of_sector(sector: &str) -> &'static str {
    match sector {
        "GOV" | "JUD" | "SPY" | "LEG" => "government",
        "MIL" => "military",
        "COP" => "police",
        "REB" | "PRE" => "rebel",
        "PTY" => "party",
        "JRN" => "media",
        "IGO" => "igo",
        "NGO" => "ngo",
        "BUS" => "company",
        "EDU" => "expert",
        "CVL" | "REF" => "witness",
        _ => "unknown",
    }
}
