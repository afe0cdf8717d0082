//! Quantities without a number: "dozens", "tens of thousands", "several hundred", "a number of".

use super::cardinal::role;
use super::lexicon::{PHRASES, Role};
use super::tokens::Token;

/// The quantity that begins at `at`: the least number that it allows, where it allows one, and where it ends.
pub(crate) fn quantity(tokens: &[Token], at: usize) -> Option<(Option<u64>, usize)> {
    plurals(tokens, at).or_else(|| several_of_a_scale(tokens, at)).or_else(|| phrase(tokens, at))
}

/// "hundreds" is 200; "hundreds of thousands" 200,000.
fn plurals(tokens: &[Token], at: usize) -> Option<(Option<u64>, usize)> {
    let plural = |n: usize| role(tokens, n).filter(|(role, _)| *role == Role::Plural).map(|(_, value)| value);
    let mut low = plural(at)?.checked_mul(2)?;
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| t.is("of")) {
        let Some(scale) = plural(next + 1) else { break };
        low = low.checked_mul(scale)?;
        next += 2;
    }
    Some((Some(low), next))
}

/// "several hundred" is 300.
fn several_of_a_scale(tokens: &[Token], at: usize) -> Option<(Option<u64>, usize)> {
    let at = if tokens.get(at)?.is("a") { at + 1 } else { at };
    let (Role::Few, few) = role(tokens, at)? else { return None };
    match role(tokens, at + 1)? {
        (Role::Hundred | Role::Scale | Role::Group, scale) => Some((few.checked_mul(scale), at + 2)),
        _ => None,
    }
}

fn phrase(tokens: &[Token], at: usize) -> Option<(Option<u64>, usize)> {
    let (words, low) = PHRASES.iter().find(|(words, _)| matches(tokens, at, words))?;
    Some((*low, at + words.len()))
}

/// True where `words` stand at `at`.
pub(crate) fn matches(tokens: &[Token], at: usize, words: &[String]) -> bool {
    tokens.get(at..).is_some_and(|rest| {
        rest.len() >= words.len() && rest.iter().zip(words).all(|(token, word)| token.low == *word)
    })
}
