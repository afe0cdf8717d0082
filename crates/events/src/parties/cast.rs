//! The parties that a report has named so far, for words that point back to them.

use super::entry::{Class, Entry};
use super::office::OTHER_OFFICE;
use super::pointing::Part;
use super::reading::Reading;
use super::small::Classes;
use super::token::Caps;
use super::view::View;

/// A party that the report has named.
#[derive(Clone, Copy)]
pub(crate) struct Member<'a> {
    /// First word of the mention.
    pub at: usize,
    /// One past its last word.
    pub to: usize,
    pub part: Part,
    pub reading: Reading<'a>,
}

/// All parties named so far, in the order of the text.
///
/// Kept in two halves that meet where the last one was added. Mentions are added in the order of the text, so each party
/// crosses from one half to the other once, where one list would move all that follow for every mention.
#[derive(Default)]
pub(crate) struct Cast<'a> {
    /// Those up to the last one added, in the order of the text.
    past: Vec<Member<'a>>,
    /// Those behind it, the nearest last.
    ahead: Vec<Member<'a>>,
}

/// What a pronoun asks of the party that it points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Person,
    Body,
    Many,
    Speaker,
    /// What "the group" means.
    Group,
}

impl Wanted {
    /// All of them, in the order of the columns of the table.
    pub(crate) const ALL: [(Self, &'static str); 5] = [
        (Self::Person, "person"),
        (Self::Body, "body"),
        (Self::Many, "many"),
        (Self::Speaker, "speaker"),
        (Self::Group, "group"),
    ];
}

/// How many parties back, or ahead, are looked at: more than a news report has, few enough for any text.
const REACH: usize = 400;

impl<'a> Cast<'a> {
    /// Adds a party behind those that begin where it does or before.
    pub(crate) fn add(&mut self, member: Member<'a>) {
        while let Some(next) = self.ahead.pop_if(|m| m.at <= member.at) {
            self.past.push(next);
        }
        while let Some(last) = self.past.pop_if(|m| m.at > member.at) {
            self.ahead.push(last);
        }
        self.past.push(member);
    }

    /// How many parties begin before word `at`.
    fn begun(&self, at: usize) -> usize {
        let past = self.past.partition_point(|m| m.at < at);
        past + self.ahead.len() - self.ahead.partition_point(|m| m.at >= at)
    }

    /// The party of number `n` in the order of the text.
    fn member(&self, n: usize) -> Option<&Member<'a>> {
        match n.checked_sub(self.past.len()) {
            None => self.past.get(n),
            Some(behind) => self.ahead.iter().nth_back(behind),
        }
    }

    /// The parties that end before word `at`, nearest first.
    pub(crate) fn before(&self, at: usize) -> impl Iterator<Item = &Member<'a>> {
        let near = (0..self.begun(at)).rev().take(REACH);
        near.filter_map(|n| self.member(n)).filter(move |m| m.to <= at)
    }

    /// The parties on both sides of word `at`, in the order of the text.
    pub(crate) fn around(&self, at: usize) -> impl Iterator<Item = &Member<'a>> {
        let n = self.begun(at);
        (n.saturating_sub(REACH)..n.saturating_add(REACH)).map_while(|n| self.member(n))
    }

    /// The party of the same last name as the word at `at`.
    pub(crate) fn for_surname(&self, view: &View<'_>, at: usize) -> Option<Member<'a>> {
        let word = view.words.get(at)?.word;
        self.around(at)
            .filter(|m| m.at != at)
            .find(|m| {
                let (from, to) = m.reading.name.unwrap_or((m.at, m.to));
                m.reading.person() && (from..to).any(|n| view.words.get(n).is_some_and(|t| t.word == word))
            })
            .copied()
    }

    /// The last person before word `at` of that office or rank, else the next behind it: whom "the minister" and "the colonel" mean.
    pub(crate) fn for_title(&self, at: usize, role: &Entry) -> Option<Member<'a>> {
        let wanted = office_of(role);
        let has = |e: Option<&Entry>| e.is_some_and(|e| is_office(office_of(e), wanted));
        let holds = |m: &&Member<'a>| {
            let leader = m.reading.known.filter(|e| e.class == Class::Leader);
            m.reading.person() && (has(m.reading.role) || has(m.reading.beside) || has(leader))
        };
        self.before(at).find(holds).or_else(|| self.around(at).filter(|m| m.at > at).find(holds)).copied()
    }

    /// The last party before word `at` in the same sector: what "the ministry" or "the group" points to.
    pub(crate) fn for_role(&self, at: usize, sector: &str) -> Option<Member<'a>> {
        self.before(at).copied().find(|m| {
            let same = m.reading.sector == Some(sector);
            same && !m.reading.person() && (m.reading.country.is_some() || m.reading.stateless)
        })
    }
}

/// The office that a title or a person of the tables stands for.
fn office_of(e: &Entry) -> &str {
    if e.party.is_empty() || &*e.party == "-" { &e.name } else { &e.party }
}

/// True where an office is the one that is spoken of: a "foreign minister" is "the minister", a "vice president" is not "the
/// president".
fn is_office(office: &str, wanted: &str) -> bool {
    let before = office.strip_suffix(wanted).map(str::trim_end);
    let other = |words: &str| words.split(' ').any(|w| OTHER_OFFICE.contains(&w));
    before.is_some_and(|words| words.is_empty() || (office.ends_with(&format!(" {wanted}")) && !other(words)))
}

/// What the word at `at` asks for where it is a pronoun.
pub(crate) fn pronoun(view: &View<'_>, at: usize) -> Option<Wanted> {
    let classes = view.small(at);
    // "US" and "IT" in capitals are names.
    if view.words.get(at).is_some_and(|t| t.caps == Caps::Upper && t.end - t.start > 1) {
        return None;
    }
    if classes.any(Classes::SPEAKER) {
        return Some(Wanted::Speaker);
    }
    if classes.any(Classes::PERSON) {
        return Some(Wanted::Person);
    }
    if classes.any(Classes::MANY) {
        return Some(Wanted::Many);
    }
    classes.any(Classes::THING).then_some(Wanted::Body)
}
