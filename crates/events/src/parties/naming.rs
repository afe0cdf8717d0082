//! The full name of a party: one that means the same outside the report.

use super::identity::group_of;
use super::reading::{Naming, Reading};
use super::small::Classes;
use super::view::View;
use crate::numbers::cardinal::cardinal;
use crate::numbers::tokens::tokens;

/// The name of the party in words `from` up to `to`.
///
/// A pronoun has the name of what it stands for, and none where nobody was found.
pub(crate) fn full_name(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> Option<String> {
    let (from, to) = reading.stands_for.unwrap_or((from, to));
    name_of(view, reading, from, to).filter(|_| from < to)
}

fn name_of(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> Option<String> {
    let row = reading.country.and_then(|c| view.actors.row(c));
    let military = reading.sector == Some("MIL");
    match (reading.naming, reading.known, row) {
        (Naming::Known, Some(e), _) => Some(e.name.to_string()),
        (Naming::Person, Some(e), _) if reading.person() && e.named() && reading.name.is_none() => {
            Some(e.name.to_string())
        }
        (Naming::Person, _, _) => {
            let (first, last) = reading.name.unwrap_or((from, to));
            Some(view.text(first, last).to_owned())
        }
        (Naming::State | Naming::Adjective, _, Some(row)) if military => Some(row.forces.to_string()),
        (Naming::State | Naming::Adjective, _, Some(row)) => Some(row.name.to_string()),
        (Naming::Role, ..) if reading.holder.is_some() => reading.holder.map(|e| e.name.to_string()),
        (Naming::Role, ..) if group_of(reading).is_some() => group_of(reading).map(|e| e.name.to_string()),
        (Naming::Role, _, Some(row)) if military && whole_army(view, reading, from, to) => {
            Some(row.forces.to_string())
        }
        (Naming::Role | Naming::Nationals | Naming::Place, _, row) => {
            let words = bare_words(view, from, to);
            let named = view.matches_in(from, to).iter().any(|m| m.entry.country.is_some());
            match row.filter(|_| !named && !words.is_empty()) {
                Some(row) => Some(format!("{} {words}", row.adjective)),
                None => Some(words.to_owned()).filter(|w| !w.is_empty()),
            }
        }
        _ => Some(bare_words(view, from, to).to_owned()).filter(|w| !w.is_empty()),
    }
}

/// True for words that mean all the forces of a state that is still one: "troops", not "Soviet troops" and not "the 4th Brigade".
fn whole_army(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let whole = |role: &str| {
        matches!(
            role,
            "forces"
                | "troops"
                | "military"
                | "armed forces"
                | "soldier"
                | "force"
                | "military forces"
                | "troop"
        )
    };
    let former = view.matches_in(from, to).iter().any(|m| m.entry.id.starts_with("former:"));
    reading.role.is_some_and(|r| whole(&r.name)) && !former
}

/// The words without articles, numbers and pronouns before them.
fn bare_words<'a>(view: &View<'a>, from: usize, to: usize) -> &'a str {
    let skip = Classes::ARTICLE.with(Classes::DEFINITE).with(Classes::HONORIFIC);
    // "five people"; but "one of the officers" is not "of the officers".
    let spelt = |at: usize| {
        let plain = at + 1 < to && view.text(at + 1, at + 2) != "of";
        plain && cardinal(&tokens(view.text(at, at + 1)), 0).is_some_and(|(n, _)| n > 1)
    };
    let number = |at: usize| view.text(at, at + 1).starts_with(|c: char| c.is_ascii_digit()) || spelt(at);
    let first = (from..to).find(|at| !view.small(*at).any(skip) && !number(*at)).unwrap_or(from);
    view.text(first, to)
}
