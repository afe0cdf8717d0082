//! Taking a description apart at its joining words.

use super::found::Found;
use super::phrase::{Head, Phrase};
use super::token::Token;
use crate::gazetteer::Gazetteer;
use crate::gazetteer::words::Class;

/// Reads descriptions that stand in `text`.
pub(super) struct Reader<'a> {
    pub gazetteer: &'a Gazetteer,
    pub text: &'a str,
    /// The words run on, and nobody says that they describe a place.
    pub running: bool,
}

const TYPES: [Class; 7] =
    [Class::City, Class::Town, Class::Quarter, Class::Admin1, Class::Admin2, Class::Country, Class::Capital];

impl Reader<'_> {
    pub(super) fn is(&self, token: &Token, class: Class) -> bool {
        token.is(self.gazetteer.words(), class)
    }

    pub(super) fn words(&self, tokens: &[Token]) -> String {
        match (tokens.first(), tokens.last()) {
            (Some(a), Some(b)) => self.text.get(a.start..b.end).unwrap_or_default().to_string(),
            _ => String::new(),
        }
    }

    pub(super) fn class_of(&self, token: &Token) -> Option<Class> {
        TYPES.into_iter().find(|class| self.is(token, *class))
    }

    /// Reads `tokens` to a depth of `depth` containers.
    pub(super) fn phrase(&self, all: &[Token], depth: usize) -> Phrase {
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

    /// A head, and behind its joining word what holds it.
    pub(super) fn held(&self, segment: &[Token], names: &[Found], rest: &[Token], depth: usize) -> Phrase {
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

    /// True where the words before the last `left` tokens say that the reader knows the place: "the", "its".
    pub(super) fn is_definite(&self, tokens: &[Token], left: usize) -> bool {
        let leads = tokens.get(..tokens.len().saturating_sub(left)).unwrap_or_default();
        let known = ["the", "this", "that", "these", "those", "his", "her", "its", "their", "same"];
        leads.iter().any(|t| known.contains(&t.lower.as_str()))
    }

    /// Drops words before the name that are no part of it.
    pub(super) fn strip_leads<'t, 'b>(&self, mut tokens: &'t [Token<'b>]) -> &'t [Token<'b>] {
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
    pub(super) fn first_link(&self, tokens: &[Token], names: &[Found]) -> usize {
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
    pub(super) fn is_list(&self, tokens: &[Token], names: &[Found], n: usize) -> bool {
        let and = tokens.iter().any(|t| t.lower == "and");
        and && names.iter().any(|f| f.end == n) && names.iter().any(|f| f.first == n + 1)
    }

    pub(super) fn is_of(&self, rest: &[Token]) -> bool {
        rest.first().is_some_and(|t| t.lower == "of")
    }
}
