//! The whole way from a report's mentions to readings.

use super::alias::Aliases;
use super::antecedent::{self, Pointer};
use super::around::look_around;
use super::back::take_owner;
use super::cast::{Cast, Member, Wanted, pronoun};
use super::choice::Question;
use super::defaults::official_publisher;
use super::entry::{Class, Country, Sort};
use super::focus::Focus;
use super::phrase::read;
use super::pointing::{Back, Beside, Hints, Part};
use super::reading::{Naming, Reading};
use super::small::Classes;
use super::view::{Match, View};
use dateline_text::span::Span;
use std::cell::RefCell;

/// Words of a mention that are read at most.
const LONGEST: usize = 60;

/// Words on each side in which parties stand beside one, however long the sentence is.
const BESIDE: usize = 100;

/// Numbers of mentions in the order of the text, in which later ones may point back to earlier.
pub(crate) fn in_order(spans: impl Iterator<Item = Span>) -> Vec<usize> {
    let mut order: Vec<(Span, usize)> = spans.enumerate().map(|(n, span)| (span, n)).collect();
    order.sort_by_key(|(span, n)| (span.start, span.end, *n));
    order.into_iter().map(|(_, n)| n).collect()
}

/// A report with everything counted that single mentions are judged by.
pub(crate) struct Ground<'a> {
    pub view: View<'a>,
    pub focus: Focus,
    pub cast: Cast<'a>,
    pub aliases: Aliases,
    /// The country of a government that publishes the report itself: whose "we" and whose "the minister" it is.
    pub publisher: Option<Country>,
    /// Parties of the report whose own words name their country, with their first words: in the order of the text.
    pub plain: Vec<(usize, Beside)>,
    /// Every choice of a country, kept where somebody wants to learn from them.
    pub questions: Option<RefCell<Vec<Question>>>,
}

impl<'a> Ground<'a> {
    /// Counts countries and gathers the known actors and the introductions of a report.
    pub(crate) fn new(mut view: View<'a>) -> Self {
        let focus = Focus::of(&view);
        view.set_focus(focus.top());
        let publisher = official_publisher(&view);
        let (plain, questions) = (Vec::new(), None);
        let aliases = Aliases::of(&view);
        let cast = Cast::default();
        let mut ground = Self { view, focus, cast, aliases, publisher, plain, questions };
        ground.gather();
        ground
    }

    /// Adds all that the text names to the cast: known actors and states, persons with their titles, persons whom no table has, and
    /// "Haitian police".
    fn gather(&mut self) {
        let mut places: Vec<(usize, usize)> =
            self.view.matches.iter().filter_map(|m| self.cited(m)).collect();
        places.extend(self.view.named_strangers.iter().copied());
        places.sort_unstable();
        for (at, to) in places {
            let mut reading = read(&self.view, at, to);
            look_around(&self.view, &mut reading, at, to);
            self.cast.add(Member { at, to, part: Part::Unknown, reading });
        }
    }

    /// The words of the party that a name of the tables stands for or begins.
    fn cited(&self, m: &Match<'_>) -> Option<(usize, usize)> {
        if !m.own {
            return None;
        }
        match m.entry.class {
            Class::Leader | Class::Group | Class::Body | Class::Country | Class::Metonym => {
                Some((m.from, m.to))
            }
            Class::Role(Sort::Title | Sort::Through | Sort::People) => {
                let name = (m.to..m.to + 5).take_while(|at| self.view.joined(*at) && self.view.capital(*at));
                match name.last() {
                    Some(last) => Some((m.from, last + 1)),
                    None => self.with_country(m).or_else(|| self.several(m)),
                }
            }
            Class::Role(Sort::Body) => self.with_country(m),
            _ => None,
        }
    }

    /// "villagers".
    fn several(&self, m: &Match<'_>) -> Option<(usize, usize)> {
        let word = self.view.text(m.to - 1, m.to);
        let plural =
            word.ends_with('s') || word.ends_with("men") || matches!(word, "people" | "children" | "police");
        (plural && m.entry.sort() == Some(Sort::People)).then_some((m.from, m.to))
    }

    /// "Haitian police": a role with the country before it.
    fn with_country(&self, m: &Match<'_>) -> Option<(usize, usize)> {
        let before = self.view.between(m.from.saturating_sub(4), m.from).iter().rfind(|b| b.to == m.from)?;
        (before.entry.national() && before.own && self.view.joined(m.from)).then_some((before.from, m.to))
    }

    /// Notes which mentions name their country themselves: they say something of those beside them.
    pub(crate) fn survey(&mut self, mentions: impl Iterator<Item = (Span, Part)>) {
        for (span, part) in mentions {
            let (from, to) = self.view.range(span);
            let own = self.view.between(from, to.min(from + LONGEST)).iter().rfind(|m| m.own);
            if let Some(country) = own.and_then(|m| m.entry.country) {
                self.plain.push((from, Beside { country, part }));
            }
        }
        self.plain.sort_by_key(|(at, _)| *at);
    }

    /// Reads one mention and remembers it.
    pub(crate) fn settle(&mut self, span: Span, part: Part) -> Reading<'a> {
        let (from, to) = self.view.range(span);
        let to = to.min(from + LONGEST);
        let reading = self.judge(from, to, part);
        self.cast.add(Member { at: from, to, part, reading });
        reading
    }

    fn judge(&self, from: usize, to: usize, part: Part) -> Reading<'a> {
        if to == from + 1
            && let Some(wanted) = pronoun(&self.view, from)
        {
            return self.pointed_back(from, wanted, part);
        }
        if let Some((first, last)) = self.aliases.full(&self.view, from, to).filter(|(_, last)| *last != to) {
            return self.other_name(first, last, part);
        }
        self.judge_words(from, to, part)
    }

    /// The party of words that the report has another name for. Of a name that no table has whole, no part counts.
    fn other_name(&self, from: usize, to: usize, part: Part) -> Reading<'a> {
        let whole = self.view.between(from, to).iter().any(|m| m.from == from && m.to == to);
        let mut reading = self.judge_words(from, to, part);
        if !whole && reading.naming == Naming::Known {
            reading = Reading::default();
            self.force(&mut reading, from, to);
            self.place(&mut reading, (from, to), part, &self.hints(from));
        }
        let stands_for = reading.stands_for.or(Some((from, to)));
        Reading { stands_for, rule: "other name given in the report", ..reading }
    }

    fn judge_words(&self, from: usize, to: usize, part: Part) -> Reading<'a> {
        let mut reading = read(&self.view, from, to);
        let mut hints = self.hints(from);
        if let Some(owner) = self.owner(from, to, part) {
            // Of an owner who was only named, the country has not been asked.
            let asked = owner.country.is_some() || owner.stateless;
            hints.owner = Some(Back(owner.country)).filter(|_| asked);
            take_owner(&mut reading, &owner);
        }
        if matches!(reading.naming, Naming::State | Naming::Place) && self.surname(from, to) {
            reading = Reading { naming: Naming::Person, name: Some((from, to)), ..Reading::default() };
        }
        look_around(&self.view, &mut reading, from, to);
        if reading.naming == Naming::Person {
            self.known_before(&mut reading, from, to);
        }
        self.title_before(&mut reading, from, to, part);
        if let Some(member) = self.described_before(&reading, from, to, part) {
            return self.same_as(&member, part, "description of a party named before");
        }
        self.same_role_before(&mut reading, &mut hints, from, part);
        self.force(&mut reading, from, to);
        self.place(&mut reading, (from, to), part, &hints);
        self.office(&mut reading, from, to);
        self.led(&mut reading, from, to);
        reading
    }

    /// True where a place's name is here the last name of a person that the report has introduced.
    fn surname(&self, from: usize, to: usize) -> bool {
        let member = self.cast.for_surname(&self.view, from).filter(|_| to == from + 1);
        member.is_some_and(|m| m.reading.name.is_some_and(|(a, b)| b > a + 1 && b <= m.to))
    }

    /// What the words around say of a party's country, whatever it is.
    fn hints(&self, at: usize) -> Hints {
        let (start, end) = self.view.sentence(at);
        let (start, end) = (start.max(at.saturating_sub(BESIDE)), end.min(at + BESIDE));
        let first = self.plain.partition_point(|(n, _)| *n < start);
        let here = self.plain.get(first..).unwrap_or(&[]).iter().take_while(|(n, _)| *n < end);
        let beside = here.filter(|(n, _)| *n != at).map(|(_, beside)| *beside).collect();
        Hints { publisher: self.publisher, beside, ..Hints::default() }
    }

    /// The reading of words that mean a party named elsewhere.
    pub(super) fn same_as(&self, member: &Member<'a>, part: Part, rule: &'static str) -> Reading<'a> {
        let stands_for = member.reading.stands_for.or(Some((member.at, member.to)));
        let mut reading = Reading { rule, stands_for, ..member.reading };
        // Of whom was only named, the country has not been asked yet.
        if reading.country.is_none() && !reading.stateless {
            self.force(&mut reading, member.at, member.to);
            self.place(&mut reading, (member.at, member.to), part, &self.hints(member.at));
            reading.rule = rule;
        }
        self.office(&mut reading, member.at, member.to);
        reading
    }

    /// Whom words point back to.
    pub(super) fn antecedent(&self, at: usize, wanted: Wanted, part: Part) -> Option<Member<'a>> {
        let pointer = Pointer { at, wanted, part };
        // Of "his army" the annotations name the army, not him: nothing to learn from.
        let owner = self.view.small(at).any(Classes::DEFINITE) && wanted != Wanted::Group;
        if let Some(questions) = self.questions.as_ref().filter(|_| !owner) {
            questions.borrow_mut().push(antecedent::question(&self.view, &self.cast, pointer));
        }
        antecedent::find(&self.view, &self.cast, pointer)
    }

    fn pointed_back(&self, at: usize, wanted: Wanted, part: Part) -> Reading<'a> {
        match self.antecedent(at, wanted, part) {
            Some(member) => self.same_as(&member, part, "pronoun for the last fitting party"),
            None => {
                let mut reading = Reading { stands_for: Some((at, at)), ..Reading::default() };
                if let Some(publisher) = self.publisher.filter(|_| wanted == Wanted::Speaker) {
                    (reading.naming, reading.stands_for) = (Naming::State, None);
                    reading.take_country(Some(publisher), "the publisher speaks", "");
                    (reading.sector, reading.presumed) = (Some("GOV"), ("the publisher speaks", ""));
                }
                if matches!(wanted, Wanted::Person | Wanted::Speaker) && reading.sector.is_none() {
                    reading.presume("CVL", "witness", "pronoun for nobody named before");
                }
                self.place(&mut reading, (at, at + 1), part, &self.hints(at));
                reading
            }
        }
    }
}
