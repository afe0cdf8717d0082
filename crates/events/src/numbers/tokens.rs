//! Cuts words into the pieces that numbers and times are made of.

use dateline_text::span::Span;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with the apostrophes and abbreviation dots inside them.
    Word,
    /// Digits, with the commas, dots, colons and slashes inside them.
    Number,
    /// One other character that is not white space.
    Mark,
}

/// A piece of text, folded for comparison.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Lower case; dashes are `-`, apostrophes `'`.
    pub low: String,
    /// What it is made of.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
    /// True where no white space parts it from the piece before.
    pub glued: bool,
    /// True where it begins with a capital letter.
    pub capital: bool,
}

impl Token {
    /// True for one of `words`, which are in lower case.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.low.as_str())
    }

    /// True for `word`, which is in lower case.
    pub fn is(&self, word: &str) -> bool {
        self.low == word
    }

    /// True for a dash of any length.
    pub fn is_dash(&self) -> bool {
        self.is("-")
    }
}

/// Cuts `text`; a possessive ending is a piece of its own, so is every hyphen.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = chars.get(at).copied() {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let kind = kind_of(first);
        let past = past(&chars, at, kind);
        let end = chars.get(past).map_or(text.len(), |(byte, _)| *byte);
        let span = Span::new(start, end);
        let glued = found.last().is_some_and(|t| t.span.end == start);
        found.push(Token { low: fold(span.of(text)), kind, span, glued, capital: first.is_uppercase() });
        at = past;
    }
    found
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Number
    } else if c.is_alphabetic() {
        Kind::Word
    } else {
        Kind::Mark
    }
}

/// One past the last character of the piece that begins at `at`.
fn past(chars: &[(usize, char)], at: usize, kind: Kind) -> usize {
    let get = |n: usize| chars.get(n).map(|(_, c)| *c);
    let next_is = |n: usize, kind: Kind| get(n).is_some_and(|c| kind_of(c) == kind);
    if kind == Kind::Mark {
        // "'s" ends a name that the event belongs to: Friday's.
        let ends = get(at).is_some_and(is_apostrophe)
            && get(at + 1).is_some_and(|c| c == 's' || c == 'S')
            && !next_is(at + 2, Kind::Word);
        return if ends { at + 2 } else { at + 1 };
    }
    let mut n = at + 1;
    while let Some(c) = get(n) {
        let inner = match kind {
            Kind::Number => matches!(c, ',' | '.' | ':' | '/') && next_is(n + 1, kind),
            Kind::Word if is_apostrophe(c) => next_is(n + 1, kind) && !is_possessive(chars, n),
            // "a.m.", "U.S.": single letters parted by dots.
            _ => c == '.' && is_initial(chars, at, n),
        };
        if kind_of(c) != kind && !inner {
            break;
        }
        n += 1;
    }
    n
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_possessive(chars: &[(usize, char)], n: usize) -> bool {
    let get = |n: usize| chars.get(n).map(|(_, c)| *c);
    get(n + 1).is_some_and(|c| c == 's' || c == 'S') && !get(n + 2).is_some_and(char::is_alphabetic)
}

/// True where the dot at `n` follows a single letter and a letter follows it, or closes such a chain.
fn is_initial(chars: &[(usize, char)], start: usize, n: usize) -> bool {
    let get = |n: usize| chars.get(n).map(|(_, c)| *c);
    let single = n == start + 1 || n.checked_sub(2).and_then(get) == Some('.');
    let chained = n > start + 1;
    let single_next = get(n + 1).is_some_and(char::is_alphabetic) && get(n + 2) == Some('.');
    single && (chained || single_next)
}

fn fold(words: &str) -> String {
    let plain = |c: char| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '’' | 'ʼ' => '\'',
        other => other,
    };
    words.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.low).collect()
    }

    #[test]
    fn keeps_numbers_and_abbreviations_whole() {
        assert_eq!(cut("at 11:40 a.m. on Dec. 3"), ["at", "11:40", "a.m.", "on", "dec", ".", "3"]);
        assert_eq!(cut("2,000 U.S. troops."), ["2,000", "u.s.", "troops", "."]);
    }

    #[test]
    fn parts_possessives_and_hyphens() {
        assert_eq!(cut("Friday’s forty–six"), ["friday", "'s", "forty", "-", "six"]);
        assert_eq!(cut("O'Hara's"), ["o'hara", "'s"]);
    }
}
