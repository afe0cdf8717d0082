//! Titles and section headings.

use crate::document::endings::{Ending, ending};
use crate::document::vocabulary::Vocabulary;

/// A heading without markup has no more words than this. (In annotated reports, lines of up to five words without a
/// stop, the first line aside, never held a claim; longer ones did.)
const MOST_WORDS: usize = 5;
/// Nor is it longer than this, in bytes.
const LONGEST: usize = 80;

/// "## The siege", "== The siege ==", "**The siege**".
pub(crate) fn is_marked_up(block: &str) -> bool {
    let hashes = block.trim_start_matches('#');
    let level = block.len() - hashes.len();
    let hashed = (1..=6).contains(&level) && hashes.starts_with(char::is_whitespace);
    let enclosed = |mark: &str| {
        let inside = block.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inside.is_some_and(|words| {
            words.len() <= LONGEST && !words.contains(mark) && !words.ends_with(['.', '?', '!'])
        })
    };
    hashed || enclosed("==") || enclosed("**") || enclosed("__")
}

/// A few words without a stop.
pub(crate) fn is_short_title(block: &str, vocabulary: &Vocabulary) -> bool {
    block.len() <= LONGEST
        && block.split_whitespace().count() <= MOST_WORDS
        && !block.starts_with(char::is_lowercase)
        && ending(block, vocabulary) == Ending::Plain
}

/// Words without a stop or a colon, as a headline is set.
pub(crate) fn is_unstopped(block: &str, vocabulary: &Vocabulary) -> bool {
    !matches!(ending(block, vocabulary), Ending::Stop | Ending::Colon)
}
