//! What follows the head of a phrase: "of the Taliban", "in Aleppo", "for the Ukrainian army".

use super::entry::{Entry, Sort};
use super::reading::{Naming, Reading, table_of};
use super::view::Match;

/// What follows the head: "of the Taliban", "in Aleppo", "for the Ukrainian army".
pub(super) fn read_after<'a>(reading: &mut Reading<'a>, after: &[Match<'a>]) {
    if reading.naming == Naming::Known && !reading.stateless && reading.country.is_some() {
        return;
    }
    let mut through = reading.role.is_none_or(open) && reading.naming != Naming::Known;
    for m in after.iter().filter(|m| m.own) {
        let acts = m.entry.named() || m.entry.sort().is_some_and(|s| s != Sort::Thing);
        if through && acts {
            through = false;
            (reading.sector, reading.kind) = (None, None);
            reading.take_role(m.entry);
            if m.entry.named() && reading.country.is_none() {
                reading.stateless = m.entry.country.is_none();
                reading.known = reading.known.or(Some(m.entry));
            }
        }
        // "The UN envoy for Syria" is nobody's of Syria.
        if reading.sector == Some("IGO") {
            reading.stateless = reading.country.is_none();
            break;
        }
        reading.take_country(m.entry.country, "country after the role", table_of(m.entry));
        if !through && (reading.country.is_some() || reading.stateless) {
            break;
        }
    }
}

/// Roles whose sector is that of whom they act for: "spokesman for the army", "leader of the party".
fn open(role: &Entry) -> bool {
    leading(&role.name)
        || role.sort() == Some(Sort::Through)
        || matches!(&*role.name, "spokesman" | "commander" | "fighter")
}

/// Heads that say nothing of the sector by themselves.
pub(super) fn leading(role: &str) -> bool {
    matches!(role, "leader" | "official" | "leadership" | "authorities" | "candidate" | "senior official")
}
