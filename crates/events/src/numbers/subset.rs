//! Which figure another one is part of: "nine killed, two of them children".

use super::figure::Figure;
use super::tokens::{Token, tokens};
use dateline_text::span::Span;

/// A figure of a claim with its words.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Its words in the sentence.
    pub span: Span,
    /// The figure read from them.
    pub figure: Figure,
    /// What happened to the counted: killed, wounded ... A figure is part only of one of the same kind.
    pub kind: &'a str,
}

/// For each figure the index of the one that it is part of.
///
/// The whole stands before the part in the sentence, is at least as great, and the words between them or in the part
/// say so: "of them", "including", "among them". All spans are in `sentence`.
pub fn subset_of(sentence: &str, figures: &[Counted]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by_key(|n| figures.get(*n).map(|f| f.span.start));
    let mut parts = vec![None; figures.len()];
    for (place, index) in order.iter().enumerate() {
        let before = order.get(..place).unwrap_or(&[]);
        let whole = whole(sentence, figures, &parts, before, *index);
        if let Some(slot) = parts.get_mut(*index) {
            *slot = whole;
        }
    }
    parts
}

fn whole(
    sentence: &str,
    all: &[Counted],
    parts: &[Option<usize>],
    before: &[usize],
    index: usize,
) -> Option<usize> {
    let part = all.get(index)?;
    let nearest = before.last().and_then(|n| all.get(*n).map(|f| (*n, f)))?;
    let gap = tokens(sentence.get(nearest.1.span.end..part.span.start).unwrap_or(""));
    // "including two children and three women": the second part goes with the first.
    let listed = parts.get(nearest.0).copied().flatten();
    let joined = gap.len() <= 3 && gap.iter().any(|t| t.is_any(&["and", ","]));
    if let (Some(whole), true) = (listed, joined && !says_part(&tokens(part.span.of(sentence)))) {
        return fits(all, whole, part).then_some(whole);
    }
    let inside = says_part(&tokens(part.span.of(sentence)));
    let after = tokens(sentence.get(part.span.end..).unwrap_or(""));
    if !(inside || introduces(&gap) || after.get(..2).is_some_and(says_part)) {
        return None;
    }
    before.iter().rev().copied().find(|n| parts.get(*n).is_some_and(Option::is_none) && fits(all, *n, part))
}

fn fits(all: &[Counted], whole: usize, part: &Counted) -> bool {
    all.get(whole).is_some_and(|w| w.kind == part.kind && w.figure.size() >= part.figure.size())
}

/// "two of them", "three of the dead".
fn says_part(words: &[Token]) -> bool {
    let them = ["them", "whom", "which", "these", "those"];
    let of = words.windows(2).any(|w| matches!(w, [of, them_] if of.is("of") && them_.is_any(&them)));
    let dead = ["dead", "victims", "wounded", "injured", "killed", "casualties"];
    of || words
        .windows(3)
        .any(|w| matches!(w, [of, the, dead_] if of.is("of") && the.is("the") && dead_.is_any(&dead)))
}

/// "including", "among them" at the end of the words before the part.
fn introduces(gap: &[Token]) -> bool {
    let near = gap.len().saturating_sub(4);
    gap.get(near..).is_some_and(|tail| {
        tail.iter().any(|t| t.is_any(&["including", "among", "amongst", "includes", "included"]))
    })
}
