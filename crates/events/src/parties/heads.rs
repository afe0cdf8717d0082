//! Who leads what: "the leader of Boko Haram", "the top US commander in Afghanistan", and, the other way, "Moqtada Sadr's militia".

use super::actors::Actors;
use super::entry::{Class, Country, Entry, Sort, bears_arms};
use super::office::OTHER_OFFICE;
use super::reading::{Naming, Reading};
use super::resolve::Ground;
use super::small::Classes;
use super::view::Match;
use jiff::civil::Date;
use std::collections::HashMap;

/// What somebody leads: a body or group by its id, or a country's command.
pub(crate) type Led = (Box<str>, Option<Country>);

/// One term of one office.
pub(crate) struct Term {
    /// Number of the entry of the person.
    pub leader: u32,
    /// The office as a slug.
    pub office: Box<str>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// True for a day within a term that may be open at either end.
fn within(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// A group or body that somebody leads: the number of its entry, and his term.
pub(crate) struct Leading {
    pub of: u32,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// All terms.
#[derive(Default)]
pub(crate) struct Heads {
    /// By what is led, and the country that the office is about.
    pub by_led: HashMap<Led, Vec<Term>>,
    /// What each leader leads, by his name.
    pub by_leader: HashMap<Box<str>, Vec<Leading>>,
}

/// Words for whoever stands first.
const FIRST: [&str; 12] = [
    "leader",
    "chief",
    "head",
    "president",
    "chairman",
    "commander",
    "director",
    "secretary-general",
    "emir",
    "boss",
    "general-secretary",
    "prime-minister",
];

impl Heads {
    /// Who held an office on a day; none where nobody did, or where two did.
    fn holder<'a>(&self, actors: &'a Actors, led: &Led, office: &str, day: Date) -> Option<&'a Entry> {
        let then: Vec<&Term> =
            self.by_led.get(led)?.iter().filter(|term| within(term.from, term.to, day)).collect();
        let one = |fits: &dyn Fn(&str) -> bool| {
            let mut found = then.iter().filter(|t| fits(&t.office)).filter_map(|t| actors.entry(t.leader));
            let first = found.next()?;
            found.all(|other| other.name == first.name).then_some(first)
        };
        let exact = one(&|held| held == office);
        exact.or_else(|| if FIRST.contains(&office) { one(&|held| FIRST.contains(&held)) } else { None })
    }
}

impl<'a> Ground<'a> {
    /// The one person who leads what the words `from` up to `to` name.
    pub(super) fn who_leads(&self, from: usize, to: usize, day: Date) -> Option<&'a Entry> {
        let actors = self.view.actors;
        let matches = self.view.matches_in(from, to);
        let role = self.one_title(&matches, from, to)?;
        let office = actors.slug(&role.entry.name);
        // A body has many spokesmen, and a phrase means whichever spoke.
        if office.contains("spokes") {
            return None;
        }
        let named = matches.iter().find(|m| matches!(m.entry.class, Class::Group | Class::Body));
        let nation = |m: &&Match<'a>| m.own && m.entry.national();
        let (led, owner) = match named {
            Some(m) => (m.entry.id.clone(), m),
            None => {
                let m = matches.iter().find(|m| nation(m) && m.from < role.from)?;
                (format!("country:{}", actors.row(m.entry.country?)?.code).into(), m)
            }
        };
        let place = matches
            .iter()
            .find(|m| m.from > role.from && m.from != owner.from && m.entry.country.is_some())
            .and_then(|m| m.entry.country);
        if place.is_none() && named.is_none() {
            return None;
        }
        actors.heads.holder(actors, &(led, place), &office, day)
    }

    /// The only title among some words, where they mean one person who is not named.
    fn one_title<'m>(&self, matches: &'m [Match<'a>], from: usize, to: usize) -> Option<&'m Match<'a>> {
        let title =
            |m: &&Match<'a>| matches!(m.entry.sort(), Some(Sort::Title | Sort::People | Sort::Through));
        let mut titles = matches.iter().filter(title);
        let role = titles.next()?;
        let word = |at: usize| self.view.text(at, at + 1).to_lowercase();
        let indefinite =
            self.view.small(from).any(Classes::ARTICLE) && !self.view.small(from).any(Classes::DEFINITE);
        let other = (from..to)
            .any(|at| self.view.small(at).any(Classes::FORMER) || OTHER_OFFICE.contains(&word(at).as_str()));
        let person = matches.iter().any(|m| m.entry.class == Class::Leader);
        let plural = word(role.to - 1).ends_with('s');
        (titles.next().is_none() && !indefinite && !other && !person && !plural).then_some(role)
    }

    /// "Moqtada Sadr's militia": the armed group that the owner leads.
    pub(super) fn led(&self, reading: &mut Reading<'a>, from: usize, to: usize) {
        let Some(day) = self.view.day.filter(|_| reading.naming == Naming::Role && reading.holder.is_none())
        else {
            return;
        };
        let band = reading.role.is_some_and(|r| bears_arms(&r.sector) || &*r.sector == "PTY");
        let matches = self.view.matches_in(from, to);
        let owns = |m: &&Match<'a>| {
            let last = m.to.checked_sub(1).and_then(|at| self.view.words.get(at));
            m.entry.class == Class::Leader && last.is_some_and(|t| t.possessive)
        };
        let Some(owner) = matches.iter().find(owns).filter(|_| band) else { return };
        let heads = &self.view.actors.heads;
        let Some(terms) = heads.by_leader.get(&owner.entry.name) else { return };
        let group = |n: u32| self.view.actors.entry(n).filter(|e| e.class == Class::Group);
        let party = reading.role.is_some_and(|r| &*r.sector == "PTY");
        let mut groups = terms
            .iter()
            .filter(|term| within(term.from, term.to, day))
            .filter_map(|term| group(term.of))
            .filter(|e| if party { &*e.sector == "PTY" } else { bears_arms(&e.sector) });
        let Some(first) = groups.next() else { return };
        if groups.all(|other| other.id == first.id) {
            (reading.naming, reading.known) = (Naming::Known, Some(first));
            (reading.sector, reading.country) = (Some(&*first.sector), first.country);
            reading.stateless = first.country.is_none();
            (reading.rule, reading.data) = ("group that the owner leads", "actors/heads.tsv");
        }
    }
}
