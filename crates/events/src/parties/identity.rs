//! Ids of parties: the same party has the same id in every report, however it is named there.
//!
//! Rows of the tables have ids of their own: `leader:`, `group:`, `body:`, `former:`, `peoples:`; a user's are `user:`. A state and its
//! government are `country:SYR`. What belongs to a country and is named by its role only is the role's party and the country:
//! `armed-forces:SYR`, `police:EGY`, `people:UKR`, `foreign-ministry:IRN`. Whom no table knows has none: a name is not yet a person.

use super::actors::Actors;
use super::entry::{Class, Country, Entry, Sort, bears_arms};
use super::phrase::read;
use super::reading::{Naming, Reading};
use super::view::View;
use crate::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use jiff::civil::Date;

/// The id of the party that a reading is.
pub(crate) fn id_of(view: &View<'_>, reading: &Reading<'_>) -> Option<String> {
    let country = reading.country.filter(|_| !reading.stateless);
    match reading.naming {
        Naming::Known => reading.known.map(|e| e.id.to_string()),
        Naming::Role if reading.holder.is_some() => reading.holder.map(|e| e.id.to_string()),
        Naming::Role => match group_of(reading) {
            Some(group) => Some(group.id.to_string()),
            None => reading.role.and_then(|role| of_role(view.actors, role, country)),
        },
        Naming::Person => {
            reading.known.filter(|_| reading.person() && reading.name.is_none()).map(|e| e.id.to_string())
        }
        Naming::State | Naming::Adjective if reading.sector == Some("MIL") => {
            at(view.actors, "armed-forces", country)
        }
        Naming::State | Naming::Adjective => at(view.actors, "country", country),
        Naming::Nationals | Naming::Place => at(view.actors, "people", country),
        Naming::Nothing => None,
    }
}

/// The group whose members are spoken of: "Taliban fighters" are the Taliban.
pub(crate) fn group_of<'a>(reading: &Reading<'a>) -> Option<&'a Entry> {
    let sort = reading.role.and_then(Entry::sort);
    let members = |e: &&Entry| {
        let armed = bears_arms(&e.sector);
        let through = sort.is_none_or(|s| s == Sort::Through);
        let band = reading.role.is_some_and(|r| matches!(&*r.party, "rebels" | "militia"));
        let group =
            e.class == Class::Group && (band || armed && (through || reading.sector == Some(&*e.sector)));
        // "A Reuters reporter" is Reuters.
        group || (e.class == Class::Body && &*e.sector == "JRN" && reading.sector == Some("JRN"))
    };
    reading.known.filter(members).filter(|_| reading.naming == Naming::Role)
}

/// `armed-forces:SYR`.
fn at(actors: &Actors, party: &str, country: Option<Country>) -> Option<String> {
    Some(format!("{party}:{}", actors.row(country?)?.code))
}

fn of_role(actors: &Actors, role: &Entry, country: Option<Country>) -> Option<String> {
    match &*role.party {
        // A row of its own: "the Taliban government", "Rohingya villagers".
        _ if !role.id.is_empty() => Some(role.id.to_string()),
        "-" => None,
        "government" => at(actors, "country", country),
        party if role.sort() == Some(Sort::Title) => {
            // Only offices of the state: of mayors and colonels there are many.
            let office = if party.is_empty() { &role.name } else { party };
            let held = actors.offices.contains_key(&(country?, office.to_string()));
            if held { at(actors, &actors.slug(office), country) } else { None }
        }
        "" => at(actors, &actors.slug(&role.name), country),
        party => at(actors, party, country),
    }
}

/// The id of a group or body of the tables: where a name of it is only a role and its country ("Parliament of France", "Turkish Armed
/// Forces") that of the role, so that it is the same whichever way a report has it; else its own below `table`.
pub(crate) fn of_named(actors: &Actors, table: &str, entry: &Entry, names: &[&str]) -> String {
    let own = || format!("{table}:{}", actors.slug(&entry.name));
    let official = matches!(&*entry.sector, "GOV" | "MIL" | "COP" | "LEG" | "JUD");
    let Some(row) = entry.country.and_then(|c| actors.row(c)).filter(|_| official) else { return own() };
    let forces = actors.slug(&row.forces);
    let (adjective, country) = (actors.slug(&row.adjective), actors.slug(&row.name));
    let role = |name: &&str| {
        let slug = actors.slug(name);
        if slug == forces {
            return Some("armed-forces".to_owned());
        }
        let before = [&adjective, &country].into_iter().find_map(|w| slug.strip_prefix(&format!("{w}-")));
        let role = before.or_else(|| slug.strip_suffix(&format!("-of-{country}")))?;
        let party = actors.role_parties.get(role)?;
        Some(if party.is_empty() { role.to_owned() } else { party.clone() }).filter(|p| p != "-")
    };
    names.iter().find_map(role).map_or_else(own, |party| format!("{party}:{}", row.code))
}

impl Actors {
    /// The id of the party of a name, as [`crate::parties::PartyReading::who`] has it, given its country and the day; `name:` and the
    /// name for a person whom no table knows; none for other words that no table knows.
    pub fn identify(&self, who: &str, country: Option<&str>, day: Option<Date>) -> Option<String> {
        let report = Report { text: who.to_owned(), published: day, ..Report::default() };
        let sentences = [Span::new(0, who.len())];
        let mut view = View::new(self, Scene { report: &report, sentences: &sentences });
        view.set_focus(country.and_then(|code| self.codes.get(code)).copied());
        let mut reading = read(&view, 0, view.words.len());
        if reading.country.is_none() && !reading.stateless {
            reading.country = view.focus;
        }
        let stranger = reading.name.filter(|_| reading.naming == Naming::Person);
        let named = stranger.map(|(from, to)| format!("name:{}", self.slug(view.text(from, to))));
        id_of(&view, &reading).or(named)
    }
}
