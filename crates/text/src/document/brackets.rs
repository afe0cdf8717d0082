//! Short brackets, which a sentence does not end inside of.

use crate::span::Span;

/// A bracket that holds more than this many bytes holds sentences of its own.
const LONGEST: usize = 300;
/// Brackets nested deeper than this are noise.
const DEEPEST: usize = 32;

/// The outermost short brackets of a text, to be asked about in the order of the text.
pub(crate) struct Brackets {
    spans: Vec<Span>,
    passed: usize,
}

impl Brackets {
    pub fn of(words: &str) -> Self {
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        for (at, c) in words.char_indices() {
            if let Some(closer) = closer_of(c) {
                if open.len() >= DEEPEST {
                    open.clear();
                }
                open.push((at, closer));
            } else if open.last().is_some_and(|(_, closer)| *closer == c) {
                let start = open.pop().map_or(at, |(start, _)| start);
                if at - start <= LONGEST {
                    spans.truncate(spans.len() - spans.iter().rev().take_while(|s| s.start > start).count());
                    spans.push(Span::new(start, at + 1));
                }
            }
        }
        Self { spans, passed: 0 }
    }

    /// True where a sentence from `start` that ended at `end` would end inside a bracket that it does not begin with.
    /// Asked with ends that never go back.
    pub fn hold(&mut self, start: usize, end: usize) -> bool {
        while self.spans.get(self.passed).is_some_and(|span| span.end <= end) {
            self.passed += 1;
        }
        let bracket = self.spans.get(self.passed).filter(|span| span.start < end);
        bracket.is_some_and(|span| span.start > start + 3)
    }
}

fn closer_of(c: char) -> Option<char> {
    match c {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}
