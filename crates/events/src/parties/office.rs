//! "The president of Egypt" on a day: who held the office.

use super::entry::{Class, Entry, Sort};
use super::reading::{Naming, Reading};
use super::resolve::Ground;
use super::small::Classes;
use jiff::civil::Date;

/// Words that make another office of the one behind them, unless that is one of its own ("deputy prime minister"); "acting" does not
/// matter.
pub(super) const OTHER_OFFICE: [&str; 6] = ["deputy", "vice", "assistant", "shadow", "would-be", "designate"];

impl<'a> Ground<'a> {
    /// Finds who held the office that words `from` up to `to` name, where they mean one person and the day of the report is known.
    pub(super) fn office(&self, reading: &mut Reading<'a>, from: usize, to: usize) {
        let Some(day) = self.view.day else { return };
        self.office_of_state(reading, (from, to), day);
        if reading.naming == Naming::Role && reading.holder.is_none() {
            reading.holder = self.who_leads(from, to, day);
        }
    }

    fn office_of_state(&self, reading: &mut Reading<'a>, (from, to): (usize, usize), day: Date) {
        if reading.country.is_none() && reading.naming == Naming::Role {
            reading.holder = self.body_office(from, to, day);
            return;
        }
        let Some(role) = reading.role.filter(|r| r.sort() == Some(Sort::Title)) else { return };
        let Some(country) = reading.country else { return };
        if reading.naming != Naming::Role || reading.known.is_some() || !self.means_one(from, to) {
            return;
        }
        let office = if role.party.is_empty() { &role.name } else { &role.party };
        reading.holder = self.view.actors.holder(country, office, day);
    }

    /// "The UN human rights chief": who held that office of a body.
    fn body_office(&self, from: usize, to: usize, day: Date) -> Option<&'a Entry> {
        let indefinite =
            self.view.small(from).any(Classes::ARTICLE) && !self.view.small(from).any(Classes::DEFINITE);
        let former = (from..to).any(|at| self.view.small(at).any(Classes::FORMER));
        let body = self
            .view
            .matches_in(from, to)
            .into_iter()
            .find(|m| m.entry.class != Class::Leader && m.entry.named())?;
        if indefinite || former || body.from > from + 1 || body.to >= to {
            return None;
        }
        let office = self.view.actors.slug(self.view.text(body.to, to));
        self.view.actors.body_holder(body.entry, &office, day)
    }

    /// True for "the president", "Egypt's president" and "the Egyptian president"; not for "a president", "presidents", "the former
    /// president" and "the deputy prime minister".
    pub(super) fn means_one(&self, from: usize, to: usize) -> bool {
        let word = |at: usize| self.view.text(at, at + 1).to_lowercase();
        let indefinite = matches!(word(from).as_str(), "a" | "an" | "one" | "another" | "any" | "no");
        let matches = self.view.matches_in(from, to);
        let outside = |at: &usize| !matches.iter().any(|m| (m.from..m.to).contains(at));
        let other = (from..to)
            .filter(outside)
            .any(|at| self.view.small(at).any(Classes::FORMER) || OTHER_OFFICE.contains(&word(at).as_str()));
        let roles: Vec<_> = matches.iter().filter(|m| m.entry.sort().is_some()).collect();
        let plural = roles.first().is_some_and(|m| word(m.to - 1).ends_with('s'));
        // "The office of Prime Minister Tayyip Erdogan" is no prime minister, and names one.
        let unknown = |at: usize| at > from && self.view.capital(at);
        let named = matches.iter().any(|m| m.entry.named()) || (from..to).filter(outside).any(unknown);
        roles.len() == 1 && !indefinite && !other && !plural && !named
    }
}
