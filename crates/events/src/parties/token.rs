//! The words of a text with what a dictionary needs to know of them.

use super::fold::{fold_into, hash};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Spaces, or nothing at all.
    Space,
    /// A hyphen or dash without spaces, or a slash.
    Hyphen,
    /// A comma.
    Comma,
    /// Any other mark, or the end of a sentence.
    Break,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caps {
    Lower,
    Initial,
    Upper,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte, without a possessive ending.
    pub end: usize,
    /// Hash of the folded word.
    pub word: u64,
    /// How it is written.
    pub caps: Caps,
    /// True for "Assad's" and "rebels'".
    pub possessive: bool,
    /// What stands before it.
    pub gap: Gap,
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`')
}

fn letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The words of `text`. Hyphens part words; full stops inside abbreviations ("U.S.") and apostrophes do not.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut gap = Gap::Space;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if letter(c) {
            let end = word_end(text, at);
            found.push(token(text, at, end, gap, &mut folded));
            at = end;
            gap = Gap::Space;
        } else {
            gap = wider(gap, c);
            at += c.len_utf8();
        }
    }
    found
}

/// The gap grown by one more character.
fn wider(gap: Gap, c: char) -> Gap {
    let this = match c {
        // A line may break inside a name; where a sentence ends the caller puts a break.
        '\n' | '\r' => return gap,
        ' ' | '\t' | '\u{a0}' | '*' => return if gap == Gap::Hyphen { Gap::Break } else { gap },
        '-' | '–' | '‑' | '‐' | '—' | '/' => Gap::Hyphen,
        ',' => Gap::Comma,
        _ if apostrophe(c) => return gap,
        _ => Gap::Break,
    };
    match (gap, this) {
        (Gap::Space, this) => this,
        (Gap::Comma, Gap::Comma) => Gap::Comma,
        _ => Gap::Break,
    }
}

/// Where the word that begins at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text.get(start..).unwrap_or("").chars().peekable();
    let mut run = 0;
    while let Some(c) = chars.next() {
        let joins = letter(c)
            || (apostrophe(c) && chars.peek().is_some_and(|n| letter(*n)))
            // "U.S." and "D.C.": single letters, each with its point.
            || (c == '.' && run == 1 && (chars.peek().is_some_and(|n| n.is_alphabetic()) || abbreviation(text, start, end)));
        if !joins {
            break;
        }
        run = if letter(c) { run + 1 } else { 0 };
        end += c.len_utf8();
    }
    end
}

/// True where the word so far is letters parted by points, so that a last point belongs to it.
fn abbreviation(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|w| w.contains('.'))
}

fn token(text: &str, start: usize, end: usize, gap: Gap, folded: &mut String) -> Token {
    let whole = text.get(start..end).unwrap_or("");
    let bare = whole
        .strip_suffix('s')
        .and_then(|w| w.strip_suffix(apostrophe))
        .filter(|w| !w.is_empty())
        .unwrap_or(whole);
    let after = text.get(end..).unwrap_or("").chars().next();
    let possessive =
        bare.len() < whole.len() || (bare.ends_with('s') && after.is_some_and(|c| matches!(c, '\'' | '’')));
    folded.clear();
    bare.chars().for_each(|c| fold_into(c, folded));
    let mut letters = bare.chars().filter(|c| c.is_alphabetic());
    let caps = match letters.next() {
        Some(first) if first.is_uppercase() => {
            if letters.all(|c| c.is_uppercase()) {
                Caps::Upper
            } else {
                Caps::Initial
            }
        }
        _ => Caps::Lower,
    };
    Token { start, end: start + bare.len(), word: hash(folded), caps, possessive, gap }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| &text[t.start..t.end]).collect()
    }

    #[test]
    fn abbreviations_possessives_and_hyphens() {
        assert_eq!(words("The U.S.-led force"), ["The", "U.S.", "led", "force"]);
        assert_eq!(words("Assad’s men"), ["Assad", "men"]);
        assert!(tokens("Assad’s men")[0].possessive);
        assert_eq!(words("N'Djamena, Chad."), ["N'Djamena", "Chad"]);
        assert_eq!(
            tokens("a, b-c. d").iter().map(|t| t.gap).collect::<Vec<_>>(),
            [Gap::Space, Gap::Comma, Gap::Hyphen, Gap::Break]
        );
    }

    proptest! {
        #[test]
        fn tokens_stand_on_boundaries_in_order(text in "\\PC{0,200}") {
            let mut last = 0;
            for t in tokens(&text) {
                prop_assert!(last <= t.start && t.start < t.end && text.get(t.start..t.end).is_some());
                last = t.end;
            }
        }
    }
}
