//! The clues: what speaks for a country, or for none.

use super::Candidate;
use super::asking::{Asking, Back, Hints, Part};
use super::names::{Nowhere, Other, WHERE, WITH_PART, nowhere, other, with_part};
use crate::parties::choice::Clues;
use crate::parties::entry::{Class, Country};
use crate::parties::focus::Focus;
use crate::parties::lexicon::Fast;
use crate::parties::reading::Naming;
use crate::parties::small::Classes;
use crate::parties::view::{Match, View};

/// Words before the sentence in which an international body counts.
const BEFORE: usize = 60;

/// Words beside the party that are looked at, whatever the sentences are.
const FAR: usize = 250;

/// A party and what stands around it.
struct Gathering<'v, 'a> {
    view: &'v View<'a>,
    asking: &'v Asking,
    sentence: (usize, usize),
    last: (usize, usize),
    by_country: Fast<u64, Clues>,
    in_sentence: usize,
}

/// The candidates with their clues.
pub(super) fn gather(view: &View<'_>, focus: &Focus, asking: &Asking, hints: &Hints) -> Vec<Candidate> {
    let sentence = view.sentence(asking.from);
    let last = sentence.0.checked_sub(1).map_or(sentence, |at| view.sentence(at));
    let mut g = Gathering { view, asking, sentence, last, by_country: Fast::default(), in_sentence: 0 };
    for country in focus.countries() {
        g.by_country.insert(u64::from(country), Clues::default());
    }
    for found in view.between(asking.from.saturating_sub(FAR), asking.to + FAR) {
        g.named(found);
    }
    g.whole(focus, hints);
    let no_country = g.no_country(focus, hints);
    let mut all = vec![Candidate { country: None, clues: no_country }];
    let country = |n: &u64| Country::try_from(*n).ok();
    all.extend(g.by_country.iter().map(|(n, clues)| Candidate { country: country(n), clues: *clues }));
    all.sort_by_key(|c| c.country);
    all
}

impl Gathering<'_, '_> {
    /// One name beside the party.
    fn named(&mut self, found: &Match<'_>) {
        let Some(country) = found.entry.country else { return };
        if found.from >= self.asking.from && found.to <= self.asking.to {
            return;
        }
        let Some(form) = self.form(found) else { return };
        let place = self.place(found.from);
        let (start, end) = self.sentence;
        let here = (start..end).contains(&found.from);
        let clues = self.by_country.entry(u64::from(country)).or_default();
        if !found.own {
            clues.add(other(Other::Backed));
            return;
        }
        clues.add(form * WHERE.len() + place);
        let (placed, state) = (form <= 2 || form == 4, (2..7).contains(&form));
        if here {
            self.in_sentence += 1;
            if placed {
                clues.add(other(Other::PlaceInSentence));
                clues.add(with_part(self.asking.part, 0));
            }
            if state {
                clues.add(other(Other::StateInSentence));
                clues.add(with_part(self.asking.part, 1));
            }
            if found.from < start + 3 {
                clues.add(other(Other::FirstInSentence));
            }
        } else if (self.last.0..self.last.1).contains(&found.from) {
            if placed {
                clues.add(other(Other::PlaceInLastSentence));
            }
            if found.from < self.last.0 + 3 {
                clues.add(other(Other::FirstInLastSentence));
            }
        }
    }

    fn form(&self, found: &Match<'_>) -> Option<usize> {
        let locative = |back: usize| {
            found.from.checked_sub(back).is_some_and(|p| self.view.small(p).any(Classes::LOCATIVE))
        };
        let located = locative(1) || locative(2);
        Some(match found.entry.class {
            Class::Place if located => 0,
            Class::Place => 1,
            Class::Country if located => 2,
            Class::Country => 3,
            Class::Capital => 4,
            Class::Demonym => 5,
            Class::Nationals => 6,
            Class::Group => 7,
            Class::Leader => 8,
            Class::Metonym => 9,
            Class::Body => 10,
            Class::Role(_) => 6,
        })
    }

    fn place(&self, at: usize) -> usize {
        let (start, end) = self.sentence;
        let (from, to) = (self.asking.from, self.asking.to);
        match () {
            () if at >= start && at < from => match from - at {
                0..=4 => 0,
                5..=12 => 1,
                _ => 2,
            },
            () if at >= from && at < end => match at.saturating_sub(to) {
                0..=4 => 3,
                5..=12 => 4,
                _ => 5,
            },
            () if at < start => self.back(at),
            () if at < end + 40 => 10,
            () => 11,
        }
    }

    fn back(&self, at: usize) -> usize {
        if at >= self.last.0 {
            return 6;
        }
        match self.last.0 - at {
            0..=30 => 7,
            31..=90 => 8,
            _ => 9,
        }
    }

    /// What the report as a whole, and what other rules say.
    fn whole(&mut self, focus: &Focus, hints: &Hints) {
        let (top, only) = (focus.top(), self.by_country.len() == 1);
        let asked = self.asking.part;
        for (n, clues) in &mut self.by_country {
            let Ok(country) = Country::try_from(*n) else { continue };
            let some = Some(country);
            clues.add(other(match focus.share(country) {
                x if x < 0.05 => Other::ShareTiny,
                x if x < 0.2 => Other::ShareSmall,
                x if x < 0.5 => Other::ShareHalf,
                x if x < 0.8 => Other::ShareMost,
                _ => Other::ShareAll,
            }));
            let is = |back: Option<Back>| back.is_some_and(|b| b.0 == some);
            let marks = [
                (top == some, Other::MostNamed),
                (only, Other::OnlyCountry),
                (hints.publisher == some, Other::Publisher),
                (is(hints.owner), Other::Owner),
                (is(hints.same_role), Other::SameRole),
                (focus.title().contains(&country), Other::Title),
                (focus.title().first() == some.as_ref(), Other::TitleFirst),
                (focus.dateline().contains(&country), Other::Dateline),
                (focus.times(country) == 1, Other::NamedOnce),
                (focus.times(country) > 5, Other::NamedOften),
                (focus.opening() == some, Other::Opening),
            ];
            marks.iter().filter(|(holds, _)| *holds).for_each(|(_, clue)| clues.add(other(*clue)));
            if top == some {
                clues.add(with_part(asked, 2));
            }
            for beside in hints.beside.iter().filter(|b| b.country == country) {
                clues.add(other(match () {
                    () if asked.faces(beside.part) => Other::Faces,
                    () if asked == beside.part && asked != Part::Unknown => Other::SameSide,
                    () => Other::OtherSide,
                }));
            }
        }
    }

    fn no_country(&self, focus: &Focus, hints: &Hints) -> Clues {
        let (view, asking) = (self.view, self.asking);
        let mut clues = Clues::default();
        clues.add(with_part(asking.part, WITH_PART.len()));
        let mut add = |holds: bool, clue: Nowhere| {
            if holds {
                clues.add(nowhere(clue));
            }
        };
        add(true, Nowhere::Always);
        let countries = self.by_country.len();
        add(countries == 1, Nowhere::OneCountry);
        add(countries == 2, Nowhere::TwoCountries);
        add((3..6).contains(&countries), Nowhere::FewCountries);
        add(countries > 5, Nowhere::ManyCountries);
        let first = view.small(asking.from);
        let (definite, article) = (first.any(Classes::DEFINITE), first.any(Classes::ARTICLE));
        add(definite, Nowhere::Definite);
        add(article && !definite, Nowhere::Article);
        add(!definite && !article && !asking.pronoun, Nowhere::Bare);
        let plain = |at: usize| !view.capital(at) && view.small(at) == Classes::default();
        add(!definite && !article && !plain(asking.from) && !view.capital(asking.from), Nowhere::Determiner);
        add(asking.pronoun, Nowhere::Pronoun);
        add(asking.naming == Naming::Person, Nowhere::Name);
        add(asking.naming == Naming::Nothing, Nowhere::Unknown);
        let stateless = |back: Option<Back>| back == Some(Back(None));
        add(stateless(hints.owner), Nowhere::Owner);
        add(stateless(hints.same_role), Nowhere::SameRole);
        add(asking.to > asking.from + 4, Nowhere::Long);
        let inside = view.matches_in(asking.from, asking.to);
        add(inside.iter().any(|m| m.entry.named()), Nowhere::ActorInside);
        let has = |clue: usize| self.by_country.values().any(|c| c.iter().any(|n| n == clue));
        add(has(other(Other::PlaceInSentence)), Nowhere::PlaceInSentence);
        let most = focus.top().map_or(0.0, |c| focus.share(c));
        add((0.2..0.5).contains(&most), Nowhere::ShareHalf);
        add(most >= 0.8, Nowhere::ShareMost);
        add(self.in_sentence > 2, Nowhere::ManyInSentence);
        add(self.in_sentence == 0, Nowhere::NoneInSentence);
        add((asking.from..asking.to).any(|at| at > self.sentence.0 && view.capital(at)), Nowhere::Capital);
        add(!hints.beside.is_empty(), Nowhere::Beside);
        // However long the sentence is.
        let (start, end) =
            (self.sentence.0.max(asking.from.saturating_sub(FAR)), self.sentence.1.min(asking.to + FAR));
        let international = |m: &Match<'_>| &*m.entry.sector == "IGO";
        add(view.between(start, end).iter().any(international), Nowhere::BodyHere);
        add(view.between(start.saturating_sub(BEFORE), start).iter().any(international), Nowhere::BodyBefore);
        let stateless = |m: &Match<'_>| m.entry.class == Class::Group && m.entry.country.is_none();
        add(view.between(start, end).iter().any(stateless), Nowhere::StatelessGroupHere);
        clues
    }
}
