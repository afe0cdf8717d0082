//! A part of a whole, in per cent: "a third of the city", "two-thirds", "half".

use super::cardinal::{cardinal, role};
use super::lexicon::Role;
use super::tokens::Token;

/// The part that begins at `at`, in per cent, and where its words end.
pub(crate) fn share(words: &[Token], at: usize) -> Option<(u64, usize)> {
    let (count, next) = match cardinal(words, at) {
        Some((n, next)) => (n, next),
        None => (1, at + usize::from(words.get(at)?.is("a"))),
    };
    let next = next + usize::from(words.get(next)?.is_dash());
    let (Role::Share, part) = role(words, next)? else { return None };
    // "a third" may be the third one: a part only where "of" follows or another word stands before it.
    let of_whole = words.get(next + 1).map_or(part == 50 || at > 0 || count > 1, |t| t.is("of"));
    // Two thirds are 67, not twice 33.
    let percent = if count == 2 && part == 33 { 67 } else { count.checked_mul(part)? };
    (of_whole && percent <= 100).then_some((percent, next + 1))
}
