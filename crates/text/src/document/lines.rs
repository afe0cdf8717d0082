//! The lines of a text that have something on them.

use crate::span::Span;

/// A line without the blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words; never empty.
    pub span: Span,
    /// True where at least one blank line stands before it.
    pub gap: bool,
}

/// True for white space and for the marks that take no room (zero-width space, byte order mark, direction marks).
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// True for every character that ends a line.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The part of `span` that is left when blanks at both ends are taken off.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(is_blank).len());
    Span::new(start, start + words.trim_matches(is_blank).len())
}

/// Goes through the lines of `text` without keeping them: a report may be very long.
#[derive(Clone)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let mut gap = false;
        while let Some(rest) = self.text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let length = rest.find(is_line_break).unwrap_or(rest.len());
            let whole = Span::new(self.at, self.at + length);
            self.at = whole.end + break_length(&rest[length..]);
            let span = trimmed(self.text, whole);
            if !span.is_empty() {
                return Some(Line { span, gap });
            }
            gap = true;
        }
        None
    }
}

/// Bytes of the line break that `rest` begins with; a carriage return and a line feed are one break.
fn break_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_and_know_of_the_gap_before_them() {
        let text = "\u{feff}One \r\ntwo\n \n\n three";
        let lines: Vec<_> = Lines::of(text).map(|line| (line.span.of(text), line.gap)).collect();
        assert_eq!(lines, [("One", false), ("two", false), ("three", true)]);
    }
}
