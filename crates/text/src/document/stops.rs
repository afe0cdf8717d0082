//! Full stops, question marks, exclamation marks and dots, with the quotes and brackets that close after them.

use crate::document::lines::is_blank;

/// A run of stops and what closes with it, in bytes of the text searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    /// First stop of the run.
    pub at: usize,
    /// One past the quotes, brackets and note marks ("[3]") that close with it.
    pub close: usize,
    /// The next character that is no white space, or the end.
    pub next: usize,
    /// One full stop by itself.
    pub is_plain: bool,
    /// Two dots or more.
    pub is_ellipsis: bool,
    /// A question or exclamation mark is among the stops.
    pub is_question: bool,
    /// A quote closes after it.
    pub is_quoted: bool,
}

/// The first run of stops at or after byte `from`.
pub(crate) fn next_stop(words: &str, from: usize) -> Option<Stop> {
    let at = from + words.get(from..)?.find(is_stop)?;
    let end = end_of_run(words, at);
    let run = words.get(at..end)?;
    let (close, is_quoted) = closing(words, end);
    let rest = words.get(close..)?;
    let next = words.len() - rest.trim_start_matches(is_blank).len();
    Some(Stop {
        at,
        close,
        next,
        is_plain: run == ".",
        is_ellipsis: run.contains('…') || run.matches('.').count() > 1,
        is_question: run.contains(['?', '!']),
        is_quoted,
    })
}

pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…')
}

pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '„' | '‟')
}

pub(crate) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// Stops in a row, also with single spaces between (". . .").
fn end_of_run(words: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(rest) = words.get(end..) {
        let spaced = rest.strip_prefix(' ').filter(|r| end > at && r.starts_with('.'));
        let skipped = usize::from(spaced.is_some());
        match spaced.unwrap_or(rest).chars().next().filter(|c| is_stop(*c)) {
            Some(c) => end += skipped + c.len_utf8(),
            None => break,
        }
    }
    end
}

/// Where the closing marks after `end` end, and whether a quote is among them.
fn closing(words: &str, end: usize) -> (usize, bool) {
    let (mut close, mut quoted) = (end, false);
    while let Some(rest) = words.get(close..) {
        let Some(c) = rest.chars().next() else { break };
        let after = rest[c.len_utf8()..].chars().next();
        if is_closing_bracket(c) || (is_quote(c) && !after.is_some_and(char::is_alphanumeric)) {
            quoted |= is_quote(c);
            close += c.len_utf8();
        } else if let Some(length) = note_mark(rest) {
            close += length;
        } else if let Some(length) = spaced_closer(rest) {
            quoted |= rest.get(1..2).is_some_and(|mark| mark.starts_with(is_quote));
            close += length;
        } else {
            break;
        }
    }
    (close, quoted)
}

/// Length of a note mark such as "[12]", also after one space.
fn note_mark(rest: &str) -> Option<usize> {
    let mark = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('[')?;
    let digits = mark.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let closed = digits > 0 && mark.as_bytes().get(digits) == Some(&b']');
    closed.then_some(rest.len() - mark.len() + digits + 1)
}

/// Length of a closing mark that stands apart on both sides, as in text that was cut into tokens.
fn spaced_closer(rest: &str) -> Option<usize> {
    let after = [" \"", " ''", " )", " ]"].into_iter().find_map(|mark| rest.strip_prefix(mark))?;
    let apart = after.chars().next().is_none_or(char::is_whitespace);
    apart.then_some(rest.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closes(words: &str) -> &str {
        next_stop(words, 0).map_or("", |stop| &words[stop.at..stop.close])
    }

    #[test]
    fn what_closes_with_a_stop_belongs_to_it() {
        assert_eq!(closes("He left.\" The"), ".\"");
        assert_eq!(closes("He left.”) The"), ".”)");
        assert_eq!(closes("He left.[3][4] The"), ".[3][4]");
        assert_eq!(closes("He left. [3] The"), ". [3]");
        assert_eq!(closes("He left . \" The"), ". \"");
        assert_eq!(closes("He left . . . The"), ". . .");
    }

    #[test]
    fn a_quote_that_opens_does_not_close() {
        assert_eq!(closes("He left.\"The"), ".");
        assert_eq!(closes("He left. \"The"), ".");
    }
}
