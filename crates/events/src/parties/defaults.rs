//! What is taken for granted where the words leave it open: the sector of a bare name, the country of a bare role.

use super::cast::pronoun;
use super::entry::{Country, Sort};
use super::force::uses_force;
use super::pointing::{Asking, Back, Hints, Part, Seeking, choose, question};
use super::reading::{Naming, Reading};
use super::resolve::Ground;
use super::small::Classes;
use super::view::{Match, View};

impl<'a> Ground<'a> {
    /// Sectors of bare names: a country that uses force, nationals, persons of whom nothing is said.
    pub(super) fn force(&self, reading: &mut Reading<'a>, from: usize, to: usize) {
        let rules = reading.naming == Naming::Role
            && reading.role.is_some_and(|r| matches!(&*r.name, "government" | "regime"));
        let plain = matches!(reading.naming, Naming::State | Naming::Adjective) || rules;
        if plain && uses_force(&self.view, reading, from, to) {
            by_force(reading);
            (reading.rule, reading.data) = reading.presumed;
        } else if reading.naming == Naming::Adjective && reading.sector.is_none() {
            reading.presume("GOV", "government", "bare adjective of a country");
        }
        if reading.naming == Naming::Nationals && uses_force(&self.view, reading, from, to) {
            by_force(reading);
        }
        if reading.naming == Naming::Person && reading.sector.is_none() && !reading.stateless {
            let hurt =
                (from.saturating_sub(6)..to + 6).any(|at| self.view.small(at).any(Classes::FORCE_VERB));
            if hurt {
                reading.presume("CVL", "witness", "unknown person near words of force");
            } else {
                reading.presume("GOV", "government", "unknown person");
            }
        }
        if reading.naming == Naming::Nothing && reading.sector.is_none() {
            reading.presume("CVL", "unknown", "unknown words");
        }
        if matches!(reading.naming, Naming::Nationals | Naming::Place) && reading.sector.is_none() {
            reading.presume("CVL", "witness", "people of a country or place");
        }
    }

    /// "NATO-led forces": several armies under one, and no army of the country that they are in.
    fn led_by_others(&self, reading: &Reading<'a>, from: usize, to: usize) -> bool {
        let led = |m: &Match<'_>| !m.own && self.view.text(m.to, m.to + 1) == "led";
        reading.sector == Some("MIL") && self.view.matches_in(from, to).iter().any(led)
    }

    /// The country of the party in words `from` up to `to`, where its words leave it open.
    pub(super) fn place(
        &self,
        reading: &mut Reading<'a>,
        (from, to): (usize, usize),
        part: Part,
        hints: &Hints,
    ) {
        if reading.country.is_some() || reading.stateless {
            return;
        }
        if matches!(reading.sector, Some("IGO" | "NGO")) || self.led_by_others(reading, from, to) {
            reading.stateless = true;
            return;
        }
        if matches!(reading.role.and_then(|r| r.sort()), Some(Sort::Title)) {
            reading.take_country(self.publisher, "minister of the publisher", "");
        }
        if reading.country.is_some() {
            return;
        }
        let pronoun = pronoun(&self.view, from).is_some() && to == from + 1;
        let (seeking, naming) = (Seeking::of(reading), reading.naming);
        let asking = Asking { from, to, seeking, part, pronoun, naming };
        if let Some(questions) = &self.questions {
            questions.borrow_mut().push(question(&self.view, &self.focus, &asking, hints));
        }
        match choose(&self.view, &self.focus, &asking, hints) {
            None => reading.stateless = true,
            some if hints.owner == Some(Back(some)) => {
                reading.take_country(some, "owner named before", POINTING)
            }
            some if hints.same_role == Some(Back(some)) => {
                reading.take_country(some, "same role named before", POINTING);
            }
            some => reading.take_country(some, "country that the words around point to", POINTING),
        }
    }
}

/// The table of what counts how much where a country is chosen.
const POINTING: &str = "actors/pointing.tsv";

fn by_force(reading: &mut Reading<'_>) {
    reading.presume("MIL", "military", "country that uses force");
    reading.presumed.1 = "actors/force.tsv";
}

/// The country of the publisher where that is a government or one of its bodies.
pub(super) fn official_publisher(view: &View<'_>) -> Option<Country> {
    let publisher = view.scene.report.publisher.as_deref()?;
    let outside = View::of_words(view.actors, view.scene, publisher);
    let official = outside.matches.iter().any(|m| &*m.entry.sector == "GOV" && !m.entry.national());
    official.then(|| outside.matches.iter().find_map(|m| m.entry.country)).flatten()
}
