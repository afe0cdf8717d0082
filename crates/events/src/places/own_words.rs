//! The shortest words that name a place: "Qatana" of "the town of Qatana".

use super::reader::Reader;
use super::token::{Token, tokens};
use crate::gazetteer::Gazetteer;
use crate::gazetteer::words::Class;

/// Byte where the place's own words begin, behind a description that only says what it is: 12 in "the town of Qatana".
///
/// The codebook asks for the shortest words. A suburb, the outskirts or the capital of a place are not that place, so
/// that nothing is left out of them.
pub(super) fn own_words(gazetteer: &Gazetteer, text: &str) -> usize {
    let tokens = tokens(text);
    let reader = Reader { gazetteer, text, running: false };
    let Some(of) = tokens.iter().position(|token| token.lower == "of") else { return 0 };
    match (tokens.get(..of), tokens.get(of + 1)) {
        (Some(before), Some(name)) if name.capital && reader.only_says_what(before) => name.start,
        _ => 0,
    }
}

impl Reader<'_> {
    /// "the town", "the northern Syrian city", "a village": words that say what a place is and not which.
    fn only_says_what(&self, tokens: &[Token]) -> bool {
        let Some((what, others)) = tokens.split_last() else { return false };
        let whole = [Class::City, Class::Town, Class::Admin1, Class::Admin2, Class::Country];
        let plain =
            |t: &Token| self.is(t, Class::Lead) || self.is(t, Class::Direction) || t.lower.ends_with("ern");
        let demonym = |t: &Token| self.gazetteer.country_of_demonym(t.text).is_some();
        !what.capital
            && whole.into_iter().any(|class| self.is(what, class))
            && others.iter().all(|t| plain(t) || (t.capital && demonym(t)))
    }
}
