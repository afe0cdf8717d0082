//! Names among the words of a text: the longest that the gazetteer knows, and runs of capitals that it does not.

use super::landmark::is_famous;
use super::reader::Reader;
use super::token::Token;
use crate::gazetteer::PlaceId;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;

const LONGEST: usize = 7;

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

impl Reader<'_> {
    /// The names among `tokens`, longest first from the left, none overlapping.
    pub(super) fn names(&self, tokens: &[Token]) -> Vec<Found> {
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
    pub(super) fn join(&self, last: &mut Found, next: Found) {
        if last.places.is_empty() || !is_famous(self.gazetteer, &last.places) {
            (last.end, last.places) = (next.end, Vec::new());
        }
    }

    /// The end of the longest name of the gazetteer that begins at token `at`.
    pub(super) fn longest_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let first = tokens.get(at)?;
        let compass = self.is(first, Class::Direction) && tokens.get(at + 1).is_some_and(|t| t.capital);
        if !(first.capital || compass) {
            return None;
        }
        // A possessive may be part of the name: "People's Republic of China".
        let furthest = tokens.len().min(at + LONGEST);
        (at + 1..=furthest).rev().find(|end| self.is_name(tokens.get(at..*end).unwrap_or_default(), compass))
    }

    pub(super) fn is_name(&self, tokens: &[Token], compass: bool) -> bool {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let common = self.is_common(first);
        if tokens.len() == 1 && (common || compass || self.gazetteer.country_of_demonym(first.text).is_some())
        {
            // "Turkey" is no demonym; "US" is both, and a name here.
            return !common
                && !compass
                && first.text.chars().all(|c| c.is_uppercase() || c == '.')
                && !self.gazetteer.find(first.text).is_empty();
        }
        let closed = last.capital || last.lower.starts_with(|c: char| c.is_ascii_digit());
        let closed = closed || self.is(last, Class::Part) || last.lower == "strip";
        // "Zaporizhzhia nuclear power plant" is a name where the gazetteer has it as one site.
        let site = tokens.len() > 1 && !closed && self.is(last, Class::Facility);
        if last.is_mark() || !(closed || site) {
            return false;
        }
        let places = self.gazetteer.find(&self.words(tokens));
        places.iter().any(|id| {
            !site || self.gazetteer.place(*id).is_some_and(|p| matches!(p.kind, Kind::Site | Kind::Border))
        })
    }

    /// True for a word of descriptions, which is no name by itself. Where the whole text describes a place, a month is one,
    /// and so is a doubtful word.
    fn is_common(&self, token: &Token) -> bool {
        self.gazetteer.words().knows(&token.lower) && (self.running || !self.is_doubtful(token))
    }

    /// True for a common word or a name of another sort that places bear too.
    pub(super) fn is_doubtful(&self, token: &Token) -> bool {
        self.is(token, Class::Doubtful) || self.is(token, Class::Calendar)
    }

    /// The end of a run of capitals at `at` that the gazetteer does not know.
    pub(super) fn unknown_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let named = |t: &Token| {
            t.capital
                && (!self.gazetteer.words().knows(&t.lower) || self.is(t, Class::Doubtful))
                && self.gazetteer.country_of_demonym(t.text).is_none()
        };
        let first = tokens.get(at)?;
        let qualifies = first.capital && (self.is(first, Class::Direction) || self.is(first, Class::Part));
        let next = tokens.get(at + 1).is_some_and(named) && self.longest_at(tokens, at + 1).is_none();
        // "Lower Shabelle": the qualifier is part of the name.
        let begins = named(first) || (qualifies && next);
        if !begins {
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
