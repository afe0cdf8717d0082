//! What kind of source a party is.

use crate::parties::entry::{Class, Sort};
use crate::parties::reading::{Naming, Reading, table_of};
use crate::parties::view::View;
use crate::why::Why;

/// The kind of the source in words `from` up to `to`, and where it comes from.
pub(crate) fn kind_of<'a>(view: &View<'a>, reading: &Reading<'a>, from: usize, to: usize) -> (&'a str, Why) {
    if let Some(e) = reading.known.filter(|e| !e.kind.is_empty() && reading.naming == Naming::Known) {
        return (&e.kind, Why::new("known actor", table_of(e)));
    }
    if let Some(kind) = unnamed(view, reading, from, to) {
        return (kind, Why::new("official without a name", "actors/roles.tsv"));
    }
    if let Some(kind) = reading.kind {
        return (kind, Why::new("kind of the role", reading.role.map_or("actors/countries.tsv", table_of)));
    }
    (of_sector(reading.sector.unwrap_or("")), Why::new("kind of the sector", ""))
}

/// "a US official", "diplomatic sources": officials who are not named.
fn unnamed(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> Option<&'static str> {
    let found = view.matches_in(from, to);
    let _ = (reading, found.iter().any(|m| m.entry.class == Class::Role(Sort::People)));
    None
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
