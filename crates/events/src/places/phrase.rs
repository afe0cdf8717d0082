//! Reading a description of a place: its head, what kind of place the words call it, and what holds it.
//!
//! "the town of Qatana in Damascus province": a town, Qatana, inside Damascus, a province.

use super::gazetteer::{Gazetteer, PlaceId};
use super::landmark::is_famous;
use super::token::{Token, tokens};
use super::words::Class;

/// What the head of a description is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Head {
    /// A name; the places that bear it, none where the gazetteer lacks it.
    Name(Vec<PlaceId>),
    /// "the city", "the capital": a place named elsewhere.
    Definite(Class),
    /// A building, a site, or another thing that stands at a place.
    Site,
    /// "northern", "the east": a part of a country named elsewhere.
    Direction,
    /// A demonym and nothing else.
    Demonym,
    /// Nothing that says where.
    Nothing,
}

/// A description of a place, read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// What it is.
    pub head: Head,
    /// The name, or the words that stand for one: "Qatana", "railway station".
    pub label: String,
    /// The name alone, where `label` adds a word to it ("Logar" of "Logar Province").
    pub name: String,
    /// What the words call it, where they do: town, province.
    pub called: Option<Class>,
    /// "northern" of "northern Syria".
    pub direction: Option<String>,
    /// "north of X" and not "northern X".
    pub beyond: bool,
    /// By the place, not in it.
    pub near: bool,
    /// The name stands before a site's noun, and may be a name of the site alone ("the Drama Theatre").
    pub weak: bool,
    /// "the hotel" and not "a hotel".
    pub definite: bool,
    /// Alpha-2 codes of countries whose demonyms stand in it.
    pub demonyms: Vec<String>,
    /// What holds it, or what it lies by.
    pub inside: Option<Box<Phrase>>,
}

impl Phrase {
    fn new(head: Head) -> Self {
        let (label, name) = (String::new(), String::new());
        Phrase {
            head,
            label,
            name,
            called: None,
            direction: None,
            beyond: false,
            near: false,
            definite: false,
            weak: false,
            demonyms: Vec::new(),
            inside: None,
        }
    }

    /// Reads a description.
    pub fn read(gazetteer: &Gazetteer, text: &str) -> Phrase {
        let tokens = tokens(text);
        Reader { gazetteer, text }.phrase(&tokens, 4)
    }
}

/// A name found among tokens `first..end`.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// Places of that name; empty where the gazetteer lacks it.
    pub places: Vec<PlaceId>,
}

pub(super) struct Reader<'a> {
    pub gazetteer: &'a Gazetteer,
    pub text: &'a str,
}

const TYPES: [Class; 7] =
    [Class::City, Class::Town, Class::Quarter, Class::Admin1, Class::Admin2, Class::Country, Class::Capital];
const LONGEST: usize = 7;

impl Reader<'_> {
    fn is(&self, token: &Token, class: Class) -> bool {
        token.is(self.gazetteer.words(), class)
    }

    fn words(&self, tokens: &[Token]) -> String {
        match (tokens.first(), tokens.last()) {
            (Some(a), Some(b)) => self.text.get(a.start..b.end).unwrap_or_default().to_string(),
            _ => String::new(),
        }
    }

    fn class_of(&self, token: &Token) -> Option<Class> {
        TYPES.into_iter().find(|class| self.is(token, *class))
    }

    /// Reads `tokens` to a depth of `depth` containers.
    fn phrase(&self, all: &[Token], depth: usize) -> Phrase {
        let tokens = all;
        let near = tokens.iter().take_while(|t| self.is(t, Class::Lead) || self.is(t, Class::Near));
        let near = near.into_iter().any(|t| self.is(t, Class::Near));
        let tokens = self.strip_leads(tokens);
        let definite = self.is_definite(all, tokens.len());
        let Some(first) = tokens.first() else { return Phrase::new(Head::Nothing) };
        let names = self.names(tokens);
        let link = self.first_link(tokens, &names);
        let (segment, rest) = tokens.split_at(link);
        let mut phrase = if self.is_bare_description(segment, &names) && self.is_of(rest) && depth > 0 {
            self.described(segment, rest, depth)
        } else {
            self.held(segment, &names, rest, depth)
        };
        phrase.definite |= definite;
        phrase.near |= near || self.is(first, Class::Near);
        phrase
    }

    /// True where the words before the last `left` tokens say that the reader knows the place: "the", "its".
    fn is_definite(&self, tokens: &[Token], left: usize) -> bool {
        let leads = tokens.get(..tokens.len().saturating_sub(left)).unwrap_or_default();
        let known = ["the", "this", "that", "these", "those", "his", "her", "its", "their", "same"];
        leads.iter().any(|t| known.contains(&t.lower.as_str()))
    }

    /// A head, and behind its joining word what holds it.
    fn held(&self, segment: &[Token], names: &[Found], rest: &[Token], depth: usize) -> Phrase {
        let mut phrase = self.segment(segment, names, depth);
        let Some(depth) = depth.checked_sub(1).filter(|_| !rest.is_empty()) else { return phrase };
        if phrase.head == Head::Nothing {
            return self.phrase(rest, depth);
        }
        if phrase.inside.is_none() {
            let outer = self.phrase(rest, depth);
            phrase.inside = (outer.head != Head::Nothing).then(|| Box::new(outer));
        }
        phrase
    }

    /// Drops words before the name that are no part of it.
    fn strip_leads<'t, 'b>(&self, mut tokens: &'t [Token<'b>]) -> &'t [Token<'b>] {
        while let Some((first, rest)) = tokens.split_first() {
            let lead =
                self.is(first, Class::Lead) || self.is(first, Class::Near) || self.is(first, Class::State);
            // "Near East", "The Hague": a name may begin with such a word.
            let number = first.lower.chars().all(|c| c.is_ascii_digit());
            if first.is_mark() || ((lead || number) && self.longest_at(tokens, 0).is_none_or(|end| end < 2)) {
                tokens = rest;
            } else {
                break;
            }
        }
        tokens
    }

    /// Where the head ends: the first joining word or mark outside a name.
    fn first_link(&self, tokens: &[Token], names: &[Found]) -> usize {
        let in_name = |n: usize| names.iter().any(|f| f.first <= n && n < f.end);
        for (n, token) in tokens.iter().enumerate() {
            let list = token.lower == "and" || token.text == ",";
            // "A and B", "A, B and C" are one head.
            if list && self.is_list(tokens, names, n) {
                continue;
            }
            if n > 0 && !in_name(n) && (self.is(token, Class::Link) || (token.is_mark() && token.text != "&"))
            {
                return n;
            }
        }
        tokens.len()
    }

    /// True where the mark or "and" at `n` stands between two names of a list that has an "and".
    fn is_list(&self, tokens: &[Token], names: &[Found], n: usize) -> bool {
        let and = tokens.iter().any(|t| t.lower == "and");
        and && names.iter().any(|f| f.end == n) && names.iter().any(|f| f.first == n + 1)
    }

    fn is_of(&self, rest: &[Token]) -> bool {
        rest.first().is_some_and(|t| t.lower == "of")
    }

    /// True where the segment, before "of", only describes: "town", "northern district", "Damascus suburb".
    fn is_bare_description(&self, segment: &[Token], names: &[Found]) -> bool {
        let Some(last) = segment.last() else { return false };
        let named = names.iter().any(|f| f.end == segment.len());
        if named || (last.capital && segment.len() > 1) {
            return false;
        }
        let part = |t: &Token| self.is(t, Class::Part) || self.is(t, Class::Direction);
        // "Kisweh south of Damascus" is no description of Damascus.
        let describes = |t: &Token| {
            part(t) || self.is(t, Class::State) || self.is(t, Class::Lead) || t.lower.ends_with("ern")
        };
        self.class_of(last).is_some() || (part(last) && segment.iter().all(describes))
    }

    /// "the town of X", "the outskirts of X", "the Damascus suburb of X", "the X district of Damascus".
    fn described(&self, segment: &[Token], rest: &[Token], depth: usize) -> Phrase {
        let called = segment.last().and_then(|t| self.class_of(t));
        let quarter =
            called == Some(Class::Quarter) || called == Some(Class::Town) || called == Some(Class::Admin2);
        let names = self.names(segment);
        let mut outer = self.phrase(rest, depth - 1);
        match names.first() {
            Some(found) if quarter && !self.is_larger(found, &outer) => {
                let mut inner = self.segment(segment, &names, depth - 1);
                inner.inside = Some(Box::new(outer));
                inner
            }
            Some(found) => {
                let mut holder = Phrase::new(Head::Name(found.places.clone()));
                holder.name = self.words(segment.get(found.first..found.end).unwrap_or_default());
                holder.label = holder.name.clone();
                outer.called = called.or(outer.called);
                outer.inside.get_or_insert(Box::new(holder));
                outer
            }
            None if called == Some(Class::Capital) => {
                let mut capital = Phrase::new(Head::Definite(Class::Capital));
                (capital.label, capital.inside) = (self.words(segment), Some(Box::new(outer)));
                capital
            }
            None => {
                outer.demonyms.extend(self.demonyms(segment));
                outer.called = called.or(outer.called);
                // "the north of X", "the northern part of X"; but "the northern town of X" is all of X.
                let last = segment.last().filter(|t| self.is(t, Class::Direction) || self.is(t, Class::Part));
                let way = segment.iter().find(|t| self.is(t, Class::Direction));
                if let (Some(last), Some(way), None) = (last, way, &outer.direction) {
                    let beyond = self.is(last, Class::Direction);
                    let wide = matches!(outer.head, Head::Definite(Class::Country | Class::Admin1))
                        || called.is_some();
                    if beyond || wide {
                        (outer.direction, outer.beyond) = (Some(way.lower.clone()), true);
                    }
                }
                outer
            }
        }
    }

    /// True where the name in "the A district of B" is the greater of the two: "the Damascus district of Midan".
    fn is_larger(&self, found: &Found, other: &Phrase) -> bool {
        let Head::Name(ids) = &other.head else { return false };
        let own = |id: &&PlaceId| {
            let place = self.gazetteer.place(**id);
            place.is_some_and(|p| super::fold::fold(&p.name) == super::fold::fold(&other.name))
        };
        let own: Vec<PlaceId> = ids.iter().filter(own).copied().collect();
        is_famous(self.gazetteer, &found.places) && !is_famous(self.gazetteer, &own)
    }

    /// Reads a head without joining words.
    fn segment(&self, segment: &[Token], all: &[Found], depth: usize) -> Phrase {
        let names: Vec<&Found> = all.iter().filter(|f| f.end <= segment.len()).collect();
        let demonyms = self.demonyms(segment);
        let mut phrase = match names.first() {
            Some(found) => self.named(segment, found, &names, depth),
            None => self.owned(segment).unwrap_or_else(|| self.unnamed(segment)),
        };
        phrase.demonyms = demonyms;
        phrase
    }

    fn named(&self, segment: &[Token], found: &Found, names: &[&Found], depth: usize) -> Phrase {
        let after = segment.get(found.end..).unwrap_or_default();
        let before = segment.get(..found.first).unwrap_or_default();
        let possessive = segment.get(found.end.saturating_sub(1)).is_some_and(|t| t.possessive);
        let name = self.name_words(segment, found);
        let mut phrase = Phrase::new(Head::Name(found.places.clone()));
        (phrase.name, phrase.label) = (name.clone(), name);
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
            phrase.called = self.class_of(word);
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

    /// The words of a name, without a common noun at its end ("Midan district"), unless only the whole is a name.
    fn name_words(&self, segment: &[Token], found: &Found) -> String {
        let words = segment.get(found.first..found.end).unwrap_or_default();
        match words.split_last() {
            Some((last, rest)) if !last.capital && self.class_of(last).is_some() && !rest.is_empty() => {
                self.words(rest)
            }
            _ => self.words(words),
        }
    }

    /// "Frikka hills", "Hindu shop": a name that the gazetteer lacks, with a noun behind it that is no part word.
    fn nouned(&self, segment: &[Token], found: &Found) -> Option<String> {
        let after = segment.get(found.end..).unwrap_or_default();
        let plain = |t: &Token| !t.is_mark() && self.class_of(t).is_none() && !self.is(t, Class::Part);
        let nouns = after.iter().take_while(|t| plain(t)).count();
        let end = found.end + nouns;
        (found.places.is_empty() && nouns > 0)
            .then(|| self.words(segment.get(found.first..end).unwrap_or_default()))
    }

    /// "Shayrat air base", "Nairobi shopping mall", "police headquarters Kabul": the whole, where a site's noun is in it.
    fn site_label(&self, before: &[Token], segment: &[Token], found: &Found) -> Option<String> {
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
    fn owned(&self, segment: &[Token]) -> Option<Phrase> {
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

    fn unnamed(&self, segment: &[Token]) -> Phrase {
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
            phrase.head = Head::Direction;
        } else if self.is(last, Class::Part) && !self.is(last, Class::Facility) {
            phrase.head = Head::Definite(Class::Part);
        } else if segment.iter().any(|t| self.is(t, Class::Wide)) {
            phrase.head = Head::Definite(Class::Country);
        }
        phrase
    }

    fn demonyms(&self, segment: &[Token]) -> Vec<String> {
        let capitals = segment.iter().filter(|t| t.capital);
        let countries = capitals.filter_map(|t| self.gazetteer.country_of_demonym(t.text));
        countries.map(|c| c.iso2.clone()).collect()
    }

    /// The names among `tokens`, longest first from the left, none overlapping.
    pub fn names(&self, tokens: &[Token]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let known = self.longest_at(tokens, at);
            let Some(end) = known.or_else(|| self.unknown_at(tokens, at)) else {
                at += 1;
                continue;
            };
            let places =
                known.map(|end| self.gazetteer.find(&self.words(tokens.get(at..end).unwrap_or_default())));
            let next = Found { first: at, end, places: places.unwrap_or_default() };
            let joins = |last: &Found| last.end == at && tokens.get(at - 1).is_some_and(|t| !t.possessive);
            match found.last_mut().filter(|last| joins(last)) {
                Some(last) => self.join(last, next),
                None => found.push(next),
            }
            at = end;
        }
        found
    }

    /// Two names side by side are one that the gazetteer lacks ("Khan Bani Saad", "Dmytro Orlov"), unless the first is
    /// famous ("Israel Prime Minister").
    fn join(&self, last: &mut Found, next: Found) {
        if last.places.is_empty() || !is_famous(self.gazetteer, &last.places) {
            (last.end, last.places) = (next.end, Vec::new());
        }
    }

    /// The end of the longest name of the gazetteer that begins at token `at`.
    fn longest_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let first = tokens.get(at)?;
        let compass = self.is(first, Class::Direction) && tokens.get(at + 1).is_some_and(|t| t.capital);
        if !(first.capital || compass) {
            return None;
        }
        let furthest = tokens.len().min(at + LONGEST);
        let limit =
            (at..furthest).find(|n| tokens.get(*n).is_some_and(|t| t.possessive)).map_or(furthest, |n| n + 1);
        (at + 1..=limit).rev().find(|end| self.is_name(tokens.get(at..*end).unwrap_or_default(), compass))
    }

    fn is_name(&self, tokens: &[Token], compass: bool) -> bool {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let common = self.gazetteer.words().knows(&first.lower);
        if tokens.len() == 1 && (common || compass || self.gazetteer.country_of_demonym(first.text).is_some())
        {
            // "Turkey" is no demonym; "US" is both, and a name here.
            return !common
                && !compass
                && first.text.chars().all(|c| c.is_uppercase() || c == '.')
                && !self.gazetteer.find(first.text).is_empty();
        }
        let closed = last.capital || last.lower.starts_with(|c: char| c.is_ascii_digit());
        let closed =
            closed || self.is(last, Class::Part) || self.class_of(last).is_some() || last.lower == "strip";
        closed && !last.is_mark() && !self.gazetteer.find(&self.words(tokens)).is_empty()
    }

    /// The end of a run of capitals at `at` that the gazetteer does not know.
    fn unknown_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let named = |t: &Token| {
            t.capital
                && !self.gazetteer.words().knows(&t.lower)
                && self.gazetteer.country_of_demonym(t.text).is_none()
        };
        let first = tokens.get(at)?;
        let qualifies = first.capital && (self.is(first, Class::Direction) || self.is(first, Class::Part));
        let next = tokens.get(at + 1).is_some_and(named) && self.longest_at(tokens, at + 1).is_none();
        // "Lower Shabelle": the qualifier is part of the name.
        if !named(first) && !(qualifies && next) {
            return None;
        }
        let mut end = at + 1;
        while let Some(token) = tokens.get(end) {
            let before = tokens.get(end - 1).is_some_and(|t| t.possessive);
            if before || !named(token) {
                break;
            }
            end += 1;
        }
        Some(end)
    }
}
