//! Persons whom no table has: names as far as capitals tell.

use super::entry::{Class, Entry};
use super::fold::fold;
use super::small::Classes;
use super::token::Caps;
use super::view::{Match, View};
use strsim::damerau_levenshtein;

/// How many bearers of one last name are told apart.
const FIRST_NAMES: usize = 8;

/// Letters by which two spellings of one first name may differ.
const ALIKE: usize = 2;

/// Words inside names that have no capital.
const PARTICLES: [&str; 14] =
    ["al", "el", "bin", "ibn", "bint", "abu", "de", "da", "dos", "van", "von", "ould", "ag", "der"];

/// True for a name of the tables that a stranger may have as well: a lone last name, a place, a newspaper.
fn bears_name(m: &Match<'_>) -> bool {
    m.to == m.from + 1 && matches!(m.entry.class, Class::Leader | Class::Place | Class::Capital | Class::Body)
}

impl<'a> View<'a> {
    /// Notes last names behind first names where no name of the tables covers both.
    pub(super) fn meet_strangers(&mut self) {
        let mut at = 0;
        let mut known_to = 0;
        while at < self.words.len() {
            let name = self.actors.lexicon.longest(&self.words, at, self.words.len(), self.actors.the);
            if let Some(name) = name.filter(|n| n.to > at + 1) {
                known_to = name.to;
                at = name.to;
                continue;
            }
            let first = at.checked_sub(1).filter(|p| *p >= known_to);
            if let Some(first) = first.filter(|p| self.first_name(*p) && self.joined(at) && self.capital(at))
                && let Some(last) = self.words.get(at)
            {
                let firsts = self.strangers.entry(last.word).or_default();
                if firsts.len() < FIRST_NAMES
                    && !firsts
                        .iter()
                        .any(|f| self.words.get(*f).map(|t| t.word) == self.words.get(first).map(|t| t.word))
                {
                    firsts.push(first);
                }
            }
            at += 1;
        }
    }

    /// The last name that ends in words `from` up to `to`: of the tables, or a stranger's; of two words or more.
    pub(crate) fn last_name(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let known = self.between(from, to).iter().filter(|m| m.entry.named()).map(|m| (m.from, m.to));
        let first = self.named_strangers.partition_point(|(a, _)| *a < from);
        let strange =
            self.named_strangers.get(first..).unwrap_or(&[]).iter().take_while(|(a, _)| *a < to).copied();
        known.chain(strange).filter(|(a, b)| *b <= to && b - a > 1 && self.capital(*a)).max()
    }

    /// Runs of two words or more that are a person's name, as far as capitals tell, and no name of the tables: "Ingrid Solberg", "Amat
    /// al-Karim Shaif".
    pub(super) fn name_strangers(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let to = self.name_end(at);
            let known = self
                .between(at.saturating_sub(8), to)
                .iter()
                .any(|m| m.from < to && m.to > at && !bears_name(m));
            if to > at + 1 && !known && (at..to).any(|n| self.first_name(n)) {
                found.push((at, to));
            }
            at = to.max(at + 1);
        }
        found
    }

    /// Where the run of words that may be a name's ends, of those that begin at `at`.
    fn name_end(&self, at: usize) -> usize {
        let mut to = at;
        while to < (at + 6).min(self.words.len()) && (to == at || self.joined(to)) {
            let particle = to > at
                && PARTICLES.contains(&self.text(to, to + 1))
                && self.joined(to + 1)
                && self.capital(to + 1);
            let name = self.capital(to) && self.small(to) == Classes::default();
            if !(particle || name) {
                break;
            }
            to += 1;
        }
        to
    }

    /// True for a word with a capital that is no title, no honorific and no name of the tables.
    pub(super) fn first_name(&self, at: usize) -> bool {
        if let Some(known) = self.first_names.get(at) {
            return *known;
        }
        let plain = self.capital(at) && self.small(at) == Classes::default();
        plain && self.actors.lexicon.longest(&self.words, at, at + 1, self.actors.the).is_none()
    }

    /// True where the report knows the last name at `from` by a first name that is not this person's.
    pub(super) fn is_strangers(&self, e: &Entry, from: usize) -> bool {
        let firsts = self.words.get(from).and_then(|t| self.strangers.get(&t.word));
        // "Pervaiz Musharraf" is Pervez Musharraf, "Ismail Khan" is not Imran Khan.
        let own = |first: &str| {
            let first = fold(first);
            e.name.split([' ', '-']).map(fold).any(|name| {
                name.chars().next() == first.chars().next() && damerau_levenshtein(&name, &first) <= ALIKE
            })
        };
        firsts.is_some_and(|firsts| !firsts.iter().any(|first| own(self.text(*first, first + 1))))
    }

    /// True where another word with a capital that no table has stands before it.
    pub(super) fn within_name(&self, at: usize) -> bool {
        let plain = self.words.get(at).is_some_and(|t| t.caps == Caps::Initial);
        plain
            && at
                .checked_sub(1)
                .is_some_and(|p| self.joined(at) && self.first_name(p) && !self.begins_sentence(p))
    }

    /// True where another word of a name follows: "Abdel Rahman Abu Ragheef" is not Rami Abdel Rahman.
    pub(super) fn runs_on(&self, to: usize) -> bool {
        self.joined(to) && self.first_name(to)
    }
}
