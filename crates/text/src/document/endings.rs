//! How a line ends and how the next one begins, as far as it tells whether a sentence runs on between them.

use crate::document::stops::{is_closing_bracket, is_quote, is_stop};
use crate::document::vocabulary::{NotBefore, Vocabulary};

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With a stop, or it has nothing but marks on it.
    Stop,
    /// With an abbreviation that may end a sentence: "in the U.S."
    MayStop,
    /// With an abbreviation or an initial that does not: "Gen."
    Abbreviation,
    /// With a comma, a hyphen, a dash, an open bracket, or a word that no sentence closes on.
    Open,
    /// With a colon or semicolon.
    Colon,
    /// Otherwise.
    Plain,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// As a heading, a list item or a row of a table.
    Markup,
    /// As a list item would, or as the second half of a broken sentence: "- ".
    Dash,
    /// With a small letter.
    Small,
    /// With a mark that never begins a sentence.
    Inside,
    /// Otherwise.
    Fresh,
}

/// How `line` ends.
pub(crate) fn ending(line: &str, vocabulary: &Vocabulary) -> Ending {
    if !line.contains(char::is_alphanumeric) {
        return Ending::Stop;
    }
    let closed = without_closers(line);
    let Some(last) = closed.chars().next_back() else { return Ending::Plain };
    if last == '.' && closed.len() == line.len() {
        return after_full_stop(closed, vocabulary);
    }
    if is_stop(last) {
        return Ending::Stop;
    }
    match line.chars().next_back().unwrap_or(last) {
        ':' | ';' => Ending::Colon,
        ',' | '-' | '–' | '—' | '―' | '(' | '[' | '“' | '‘' | '/' | '&' | '\u{2010}' | '\u{2011}' => {
            Ending::Open
        }
        _ if line.ends_with(char::is_lowercase) && vocabulary.trails(last_word(line)) => Ending::Open,
        _ => Ending::Plain,
    }
}

fn after_full_stop(line: &str, vocabulary: &Vocabulary) -> Ending {
    let head = line.strip_suffix('.').unwrap_or(line);
    let word = last_word(head);
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    match vocabulary.abbreviation(word) {
        Some(NotBefore::Anything) => Ending::Abbreviation,
        Some(_) => Ending::MayStop,
        None if initial => Ending::Abbreviation,
        None if word.contains('.') => Ending::MayStop,
        None => Ending::Stop,
    }
}

/// `line` without the quotes, brackets and note marks that close it.
fn without_closers(line: &str) -> &str {
    let mut rest = line;
    loop {
        let shorter =
            rest.trim_end_matches(|c: char| is_quote(c) || is_closing_bracket(c) || c.is_whitespace());
        let note = shorter.trim_end_matches(|c: char| c.is_ascii_digit());
        let noted = note.len() < shorter.len() && shorter.len() < rest.len() && note.ends_with('[');
        match note.strip_suffix('[').filter(|_| noted) {
            Some(before) => rest = before,
            None => return shorter,
        }
    }
}

fn last_word(line: &str) -> &str {
    let start =
        line.char_indices().rev().take(40).take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-'));
    start.last().and_then(|(at, _)| line.get(at..)).unwrap_or("")
}

/// How `line` begins.
pub(crate) fn beginning(line: &str) -> Beginning {
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next());
    let spaced = second.is_none_or(|c| c.is_whitespace() || c == first);
    match first {
        '•' | '|' | '▪' | '●' | '■' | '◦' => Beginning::Markup,
        '#' | '*' | '=' if spaced => Beginning::Markup,
        '-' | '–' | '—' if spaced => Beginning::Dash,
        ',' | ';' | ':' | '.' | ')' | ']' | '%' | '?' | '!' | '’' | '”' | '-' | '–' | '—' => {
            Beginning::Inside
        }
        _ if begins_small(line) => Beginning::Small,
        _ => Beginning::Fresh,
    }
}

/// True where the first word is in small letters, past an opening quote or bracket.
fn begins_small(line: &str) -> bool {
    let opens = |c: &(usize, char)| matches!(c.1, '"' | '\'' | '“' | '‘' | '(' | '[');
    // No more than four bytes of them, so five characters tell.
    let word = line.char_indices().take(5).find(|c| !opens(c));
    word.is_some_and(|(at, c)| at <= 4 && c.is_lowercase())
}
