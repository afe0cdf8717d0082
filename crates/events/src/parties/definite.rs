//! "The colonel", "the agency", "the rebels", "the American": descriptions of somebody whom the report has named.
//!
//! A description and a name are joined by a word that both have ("Karim Sabbagh, a lawyer" - "the lawyer"; "the Sudan Doctors'
//! Union" - "the union"), or, where the description is of a kind of which the report names only one, by the kind ("M23" - "the
//! rebels").

use super::around::described;
use super::cast::{Member, Wanted};
use super::entry::{Class, Entry, Sort, armed_group};
use super::names::nationals;
use super::pointing::Part;
use super::reading::{Naming, Reading};
use super::resolve::Ground;
use super::small::Classes;

/// Longest description, in words.
const LONGEST: usize = 6;

impl<'a> Ground<'a> {
    /// Whom a description in words `from` up to `to` means; none where it is no description or nobody fits.
    pub(super) fn described_before(
        &self,
        reading: &Reading<'a>,
        from: usize,
        to: usize,
        part: Part,
    ) -> Option<Member<'a>> {
        if !self.is_description(reading, from, to) {
            return None;
        }
        let head = self.head(from, to)?;
        if self.text_of(head) == "old" {
            return self.antecedent(from, Wanted::Person, part).filter(|m| m.reading.person());
        }
        let plural = self.means_several(reading, head);
        let one = reading.role.is_none_or(|r| {
            r.sort() != Some(Sort::Body)
                && !matches!(&*r.party, "armed-forces" | "police" | "government" | "navy")
                || matches!(&*r.name, "soldier" | "officer" | "policeman" | "police officer" | "official")
        });
        let found = if plural || !one { None } else { self.person_called(reading, from, head) };
        let found = found.or_else(|| self.body_called(reading, from, head));
        let found = found.or_else(|| self.only_group(reading, from));
        found.or_else(|| self.only_of_kind(reading, from)).or_else(|| self.compatriot(reading, from, plural))
    }

    /// True for "the soldiers", "the gunmen", "the French".
    fn means_several(&self, reading: &Reading<'a>, head: usize) -> bool {
        let word = self.text_of(head);
        let people = reading.naming == Naming::Adjective && nationals(word).is_none();
        people || word.ends_with('s') || word.ends_with("men") || word == "people"
    }

    /// True for "the ..." that names nobody itself.
    fn is_description(&self, reading: &Reading<'a>, from: usize, to: usize) -> bool {
        let open = matches!(reading.naming, Naming::Role | Naming::Adjective | Naming::Nothing);
        let definite =
            self.view.small(from).any(Classes::DEFINITE) && self.view.small(from).any(Classes::ARTICLE);
        let named = self.view.matches_in(from, to).iter().any(|m| m.entry.named());
        open && definite && !named && to > from + 1 && to - from <= LONGEST && reading.known.is_none()
    }

    /// The head of the description: its last word before "of", "in", "who".
    fn head(&self, from: usize, to: usize) -> Option<usize> {
        let end = (from + 1..to).find(|at| self.view.small(*at).any(Classes::BOUNDARY)).unwrap_or(to);
        end.checked_sub(1).filter(|head| *head > from)
    }

    fn text_of(&self, at: usize) -> &'a str {
        self.view.text(at, at + 1)
    }

    fn has_word(&self, head: usize, (from, to): (usize, usize)) -> bool {
        let word = self.view.words.get(head).map(|t| t.word);
        self.view.words.get(from..to).is_some_and(|all| all.iter().any(|t| Some(t.word) == word))
    }

    /// "the lawyer", "the army chief": the last person before who is called so.
    fn person_called(&self, reading: &Reading<'a>, at: usize, head: usize) -> Option<Member<'a>> {
        let called = |m: &&Member<'a>| {
            if !m.reading.person() || !reading.agrees(&m.reading) {
                return false;
            }
            let all = described(&self.view, m.at, m.to);
            let said = |at: usize| all.iter().any(|words| self.has_word(at, *words));
            (at + 1..=head).all(said)
        };
        self.cast.before(at).find(called).copied()
    }

    /// "the union": the last body before whose name has the word.
    fn body_called(&self, reading: &Reading<'a>, at: usize, head: usize) -> Option<Member<'a>> {
        let whole =
            |e: &Entry| matches!(&*e.party, "government" | "armed-forces" | "police" | "people" | "rebels");
        // Of "the Interior Ministry" the ministry named before may be another.
        if reading.role.is_none_or(whole) || head != at + 1 {
            return None;
        }
        let named = |m: &&Member<'a>| {
            let known = m.reading.known.filter(|e| matches!(e.class, Class::Group | Class::Body));
            let own = (m.reading.naming == Naming::Role && m.reading.country.is_some()).then_some(());
            (known.is_some() || own.is_some())
                && reading.agrees(&m.reading)
                && (self.has_word(head, (m.at, m.to))
                    || known.is_some_and(|e| named_with(e, self.text_of(head))))
        };
        self.cast.before(at).find(named).copied()
    }

    /// "the rebels": the armed group, where the report has named one only.
    fn only_group(&self, reading: &Reading<'a>, at: usize) -> Option<Member<'a>> {
        let party = reading.role.is_some_and(|r| matches!(&*r.party, "rebels" | "militia"));
        if !party || !reading.sector.is_some_and(armed_group) {
            return None;
        }
        let fits = |m: &&Member<'a>| {
            let country = reading.country.is_none() || m.reading.country == reading.country;
            m.reading.known.is_some_and(|e| e.class == Class::Group && armed_group(&e.sector)) && country
        };
        self.only(at, fits)
    }

    /// "the agency", "the charity": the body, where the report has named one only that can be called so.
    fn only_of_kind(&self, reading: &Reading<'a>, at: usize) -> Option<Member<'a>> {
        let role = reading.role?;
        let sectors: &[&str] = match &*role.name {
            "agency" => &["IGO", "NGO"],
            "charity" => &["NGO"],
            "company" | "firm" => &["BUS"],
            "cartel" | "gang" => &["CRM"],
            "movement" | "group" | "militant group" => &["REB", "NGO", "PTY"],
            "party" => &["PTY"],
            "alliance" | "bloc" | "mission" | "force" => &["IGO", "MIL"],
            "newspaper" | "broadcaster" | "channel" | "news agency" => &["JRN"],
            _ => return None,
        };
        let fits = |m: &&Member<'a>| {
            let country = reading.country.is_none() || m.reading.country == reading.country;
            let known = m.reading.known.filter(|e| matches!(e.class, Class::Group | Class::Body));
            known.is_some_and(|e| sectors.contains(&&*e.sector)) && country
        };
        self.only(at, fits)
    }

    /// "the American", "the Serbian leader": the last person before of that country.
    fn compatriot(&self, reading: &Reading<'a>, at: usize, plural: bool) -> Option<Member<'a>> {
        let leader = reading.role.is_some_and(|r| &*r.name == "leader" || r.sort() == Some(Sort::Title));
        let bare = reading.naming == Naming::Adjective;
        let country = reading.country.filter(|_| !plural && (leader || bare))?;
        let fits = |m: &&Member<'a>| m.reading.person() && m.reading.country == Some(country);
        self.cast.before(at).find(fits).copied()
    }

    /// The one party before that fits, however often it is named; none where two do.
    fn only(&self, at: usize, fits: impl Fn(&&Member<'a>) -> bool) -> Option<Member<'a>> {
        let mut all = self.cast.before(at).filter(fits);
        let first = all.next()?;
        let id = |m: &Member<'a>| m.reading.known.map(|e| &e.id);
        all.all(|m| id(m) == id(first)).then_some(*first)
    }
}

/// True where the full name of a group or body has the word.
fn named_with(e: &Entry, word: &str) -> bool {
    e.name.split([' ', '-']).any(|w| w.eq_ignore_ascii_case(word))
}
