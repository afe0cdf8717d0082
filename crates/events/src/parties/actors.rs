//! Everything known before a report is read.

use super::antecedent::Antecedent;
use super::entry::{Class, Country, CountryRow, Entry, StateRow};
use super::fold::{fold_into, hash};
use super::heads::Heads;
use super::lexicon::{Case, Lexicon, Use, case_of};
use super::load::load;
use super::pointing::Pointing;
use super::small::SmallWords;
use super::tables::{ActorTables, ActorsError};
use super::token::tokens;
use jiff::civil::Date;
use std::collections::HashMap;

/// The actor base: built once from the tables, then only read.
pub struct Actors {
    pub(crate) countries: Vec<CountryRow>,
    pub(crate) codes: HashMap<String, Country>,
    /// Numbers of states, in the order of time.
    pub(crate) states: HashMap<Country, Vec<StateRow>>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) lexicon: Lexicon,
    pub(crate) small: SmallWords,
    pub(crate) pointing: Pointing,
    pub(crate) antecedent: Antecedent,
    /// What party of a country a role noun means, by the noun's slug; see [`Entry::party`].
    pub(crate) role_parties: HashMap<String, String>,
    /// Who held which office of which country: numbers of entries.
    pub(crate) offices: HashMap<(Country, String), Vec<u32>>,
    /// The same of bodies: id of the body, and the office in folded words ("human rights chief").
    pub(crate) body_offices: HashMap<(Box<str>, String), Vec<u32>>,
    /// Who leads which group or body.
    pub(crate) heads: Heads,
    /// Reporting words; the entry is 1 where the cue stands before its source, else 0.
    pub(crate) cues: Lexicon,
    pub(crate) the: u64,
    /// SHA-256 of the user's own file, in hexadecimal, where one was added.
    pub(crate) own: Option<String>,
    /// The names of each entry as written, kept only to be listed.
    pub(crate) names: Option<Vec<Vec<String>>>,
}

impl Actors {
    /// Builds the actor base; an error names the file and the line that do not fit.
    pub fn from_tables(tables: &ActorTables<'_>) -> Result<Self, ActorsError> {
        Self::build(tables, None)
    }

    /// The same, with all names kept as written, for [`Actors::listed`].
    pub fn to_be_listed(tables: &ActorTables<'_>) -> Result<Self, ActorsError> {
        Self::build(tables, Some(Vec::new()))
    }

    fn build(tables: &ActorTables<'_>, names: Option<Vec<Vec<String>>>) -> Result<Self, ActorsError> {
        let mut actors = Self {
            countries: Vec::new(),
            codes: HashMap::new(),
            states: HashMap::new(),
            entries: Vec::new(),
            lexicon: Lexicon::default(),
            small: SmallWords::default(),
            pointing: Pointing::default(),
            antecedent: Antecedent::default(),
            role_parties: HashMap::new(),
            offices: HashMap::new(),
            body_offices: HashMap::new(),
            heads: Heads::default(),
            cues: Lexicon::default(),
            the: hash("the"),
            own: None,
            names,
        };
        load(&mut actors, tables)?;
        Ok(actors)
    }

    /// Adds an entry under all its names.
    pub(crate) fn add(&mut self, entry: Entry, names: &mut dyn Iterator<Item = String>) {
        let Ok(number) = u32::try_from(self.entries.len()) else { return };
        self.entries.push(entry);
        self.names.iter_mut().for_each(|all| all.push(Vec::new()));
        self.add_names(number, names);
    }

    /// Adds further names of an entry.
    pub(crate) fn add_names(&mut self, number: u32, names: &mut dyn Iterator<Item = String>) {
        // "Arab News" is a newspaper, an "Arab news channel" is not.
        let outlet = self.entry(number).is_some_and(|e| e.class == Class::Body && &*e.sector == "JRN");
        for name in names {
            let words = tokens(&name);
            let known: Vec<_> = words.iter().filter(|t| t.word != self.the).copied().collect();
            let case = match known.len() {
                1 if known.len() < words.len() && outlet => Case::Titled,
                2.. if outlet => Case::each(&known),
                _ => case_of(&known),
            };
            self.lexicon.add(&known, self.the, Use { entry: number, case });
            if let Some(kept) = self.names.as_mut().and_then(|all| all.get_mut(number as usize)) {
                kept.push(name);
            }
        }
    }

    /// The last entry that was added held `office`, of a country or of the body that the office begins with ("UN human rights chief").
    pub(crate) fn add_office(&mut self, country: Option<Country>, office: &str) {
        let Some(number) = self.entries.len().checked_sub(1).and_then(|n| u32::try_from(n).ok()) else {
            return;
        };
        if let Some(country) = country {
            self.offices.entry((country, office.to_owned())).or_default().push(number);
            return;
        }
        if let Some(key) = self.body_of_office(office) {
            self.body_offices.entry(key).or_default().push(number);
        }
    }

    /// The id of the body that an office begins with, and the rest as a slug: of "UN human rights chief" the UN and its
    /// "human-rights-chief".
    pub(crate) fn body_of_office(&self, office: &str) -> Option<(Box<str>, String)> {
        let words = tokens(office);
        let found = self.lexicon.longest(&words, 0, words.len(), self.the)?;
        let uses = self.lexicon.uses(&found, &words).filter_map(|n| self.entry(n));
        let body = uses.into_iter().find(|e| matches!(e.class, Class::Group | Class::Body))?;
        let rest = words.get(found.to).and_then(|t| office.get(t.start..))?;
        Some((body.id.clone(), self.slug(rest)))
    }

    /// Who held `office` of a country on a day; none where nobody did, or where two did.
    pub(crate) fn holder(&self, country: Country, office: &str, day: Date) -> Option<&Entry> {
        self.one_of(self.offices.get(&(country, office.to_owned()))?, day)
    }

    /// The same of a body; the office as a slug.
    pub(crate) fn body_holder(&self, body: &Entry, office: &str, day: Date) -> Option<&Entry> {
        let held = |office: &str| self.body_offices.get(&(body.id.clone(), office.to_owned()));
        // "The UN chief" is its secretary general.
        let held = held(office).or_else(|| if office == "chief" { held("secretary-general") } else { None });
        self.one_of(held?, day)
    }

    fn one_of(&self, all: &[u32], day: Date) -> Option<&Entry> {
        let then = all.iter().filter_map(|n| self.entry(*n)).filter(|e| e.days_off(Some(day)) == 0);
        // Whom the user names holds it, whoever else the tables name.
        let own = then.clone().any(|e| e.own.is_some());
        let mut then = then.filter(|e| e.own.is_some() == own);
        let first = then.next()?;
        then.all(|other| other.name == first.name).then_some(first)
    }

    /// Adds a reporting word or phrase.
    pub(crate) fn add_cue(&mut self, cue: &str, before: bool) {
        self.cues.add(&tokens(cue), 0, Use { entry: u32::from(before), case: Case::Any });
    }

    /// The entry of a number.
    pub(crate) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The row of a country.
    pub(crate) fn row(&self, country: Country) -> Option<&CountryRow> {
        self.countries.get(usize::from(country))
    }

    /// A name as it stands in an id: folded words joined by hyphens.
    pub fn slug(&self, name: &str) -> String {
        let mut slug = String::new();
        for token in tokens(name).iter().filter(|t| t.word != self.the) {
            if !slug.is_empty() {
                slug.push('-');
            }
            name.get(token.start..token.end).unwrap_or("").chars().for_each(|c| fold_into(c, &mut slug));
        }
        slug
    }
}
