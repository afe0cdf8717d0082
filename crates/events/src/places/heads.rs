//! Heads of descriptions: a name, a site, or common words that stand for a place named elsewhere.

use super::found::Found;
use super::phrase::{Head, Phrase};
use super::reader::Reader;
use super::token::Token;
use crate::gazetteer::words::Class;

impl Reader<'_> {
    /// Reads a head without joining words.
    pub(super) fn segment(&self, segment: &[Token], all: &[Found], depth: usize) -> Phrase {
        let names: Vec<&Found> = all.iter().filter(|f| f.end <= segment.len()).collect();
        let demonyms = self.demonyms(segment);
        let mut phrase = match names.first() {
            Some(found) => self.named(segment, found, &names, depth),
            None => self.owned(segment).unwrap_or_else(|| self.unnamed(segment)),
        };
        phrase.demonyms = demonyms;
        phrase
    }

    pub(super) fn named(&self, segment: &[Token], found: &Found, names: &[&Found], depth: usize) -> Phrase {
        let after = segment.get(found.end..).unwrap_or_default();
        let before = segment.get(..found.first).unwrap_or_default();
        let possessive = segment.get(found.end.saturating_sub(1)).is_some_and(|t| t.possessive);
        let name = self.name_words(segment, found);
        let mut phrase = Phrase::new(Head::Name(found.places.clone()));
        (phrase.name, phrase.label) = (name.clone(), name);
        phrase.weak = self.is_weak(segment, found);
        phrase.called = after.first().and_then(|word| self.class_of(word));
        let last = names.last().map_or(found.end, |f| f.end);
        if names.len() > 1 && segment.iter().any(|t| t.lower == "and") {
            phrase.label = self.words(segment.get(found.first..last).unwrap_or_default());
            return phrase;
        }
        if possessive && !after.is_empty() && depth > 0 {
            let mut inner = self.phrase(after, depth - 1);
            match inner.head {
                Head::Nothing => return phrase,
                _ => inner.inside.get_or_insert(Box::new(phrase)),
            };
            return inner;
        }
        if let Some(site) = self.site_label(before, segment, found) {
            let mut site_phrase = Phrase::new(Head::Site);
            site_phrase.label = site;
            phrase.weak = true;
            site_phrase.inside = (!found.places.is_empty()).then(|| Box::new(phrase));
            return site_phrase;
        }
        if let Some(label) = self.nouned(segment, found) {
            phrase.label = label;
        }
        if let Some(word) = after.first() {
            // A name of two parts ("Logar Province") keeps its second; "Homs province" does not.
            if phrase.called.is_some() && word.capital {
                phrase.label = self.words(segment.get(found.first..=found.end).unwrap_or_default());
            } else if after.last().is_some_and(|t| self.is(t, Class::Quarter)) && !found.places.is_empty() {
                phrase.called = Some(Class::Quarter);
            }
        }
        if phrase.called.is_none() {
            phrase.called = before.iter().find_map(|t| self.class_of(t));
        }
        phrase.direction = before.iter().find(|t| self.is(t, Class::Direction)).map(|t| t.text.to_string());
        phrase
    }

    /// True where the name may be another thing: a month, or a part of a longer name that the gazetteer lacks ("the Bay Area").
    fn is_weak(&self, segment: &[Token], found: &Found) -> bool {
        let [name] = segment.get(found.first..found.end).unwrap_or_default() else { return false };
        self.is_doubtful(name) || segment.get(found.end).is_some_and(|next| self.lengthens(next))
    }

    /// True for a word in upper case that makes a longer name of the one before it: "Area", "Valley".
    pub(super) fn lengthens(&self, token: &Token) -> bool {
        token.capital && self.is(token, Class::Part)
    }

    /// The words of a name, without a common noun at its end ("Midan district"), unless only the whole is a name.
    pub(super) fn name_words(&self, segment: &[Token], found: &Found) -> String {
        let words = segment.get(found.first..found.end).unwrap_or_default();
        match words.split_last() {
            Some((last, rest)) if !last.capital && self.class_of(last).is_some() && !rest.is_empty() => {
                self.words(rest)
            }
            _ => self.words(words),
        }
    }

    /// "Frikka hills", "Hindu shop": a name that the gazetteer lacks, with a noun behind it that is no part word.
    pub(super) fn nouned(&self, segment: &[Token], found: &Found) -> Option<String> {
        let after = segment.get(found.end..).unwrap_or_default();
        let plain = |t: &Token| !t.is_mark() && self.class_of(t).is_none() && !self.is(t, Class::Part);
        let nouns = after.iter().take_while(|t| plain(t)).count();
        let end = found.end + nouns;
        (found.places.is_empty() && nouns > 0)
            .then(|| self.words(segment.get(found.first..end).unwrap_or_default()))
    }

    /// "Shayrat air base", "Nairobi shopping mall", "police headquarters Kabul": the whole, where a site's noun is in it.
    pub(super) fn site_label(&self, before: &[Token], segment: &[Token], found: &Found) -> Option<String> {
        let after = segment.get(found.end..).unwrap_or_default();
        let is_site = |t: &Token| self.is(t, Class::Facility) && !(t.capital && self.class_of(t).is_some());
        if after.last().is_some_and(is_site) && !after.iter().any(|t| self.is(t, Class::Part)) {
            return Some(self.words(segment.get(found.first..).unwrap_or_default()));
        }
        if let Some((last, _)) = before.split_last().filter(|(last, _)| is_site(last) && last.capital) {
            // "Camp Hurriya", "Cafe Central".
            let whole = segment.get(before.len() - 1..found.end).unwrap_or_default();
            return Some(self.words(whole)).filter(|_| !last.possessive);
        }
        before.iter().any(is_site).then(|| self.words(before))
    }

    /// "the city's residential area", "the country's airspace": what the owner is, and what of it is meant.
    pub(super) fn owned(&self, segment: &[Token]) -> Option<Phrase> {
        let at = segment.iter().position(|t| t.possessive && self.class_of(t).is_some())?;
        let (owner, thing) = segment.split_at(at + 1);
        let outer = self.unnamed(owner);
        let site = thing.last().is_some_and(|t| self.is(t, Class::Facility) && !self.is(t, Class::Part));
        if !site {
            return Some(outer);
        }
        let mut phrase = Phrase::new(Head::Site);
        (phrase.label, phrase.inside) = (self.words(thing), Some(Box::new(outer)));
        Some(phrase)
    }

    pub(super) fn unnamed(&self, segment: &[Token]) -> Phrase {
        let Some(last) = segment.last() else { return Phrase::new(Head::Nothing) };
        let mut phrase = Phrase::new(Head::Site);
        let ways = segment.iter().rev().take_while(|t| self.is(t, Class::Direction)).count();
        phrase.label = self.words(segment.get(..segment.len() - ways).unwrap_or_default());
        phrase.direction = segment.iter().find(|t| self.is(t, Class::Direction)).map(|t| t.text.to_string());
        let class = self.class_of(last).filter(|_| !last.capital);
        if segment.iter().all(|t| self.gazetteer.country_of_demonym(t.text).is_some() && t.capital) {
            phrase.head = Head::Demonym;
        } else if let Some(class) = class {
            phrase.head = Head::Definite(class);
            phrase.called = Some(class);
        } else if self.is(last, Class::Direction) {
            (phrase.head, phrase.beyond) = (Head::Direction, true);
        } else if self.is(last, Class::Part) && !self.is(last, Class::Facility) {
            phrase.head = Head::Definite(Class::Part);
        } else if segment.iter().any(|t| self.is(t, Class::Wide)) {
            phrase.head = Head::Definite(Class::Country);
        }
        phrase
    }

    pub(super) fn demonyms(&self, segment: &[Token]) -> Vec<String> {
        let capitals = segment.iter().filter(|t| t.capital);
        let countries = capitals.filter_map(|t| self.gazetteer.country_of_demonym(t.text));
        countries.map(|c| c.iso2.clone()).collect()
    }
}
