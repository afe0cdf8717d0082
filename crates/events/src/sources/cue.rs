//! The words that introduce a source: a reporting verb after or before it, "according to" before it.

use crate::parties::view::View;
use dateline_text::span::Span;

/// Farthest verb that is looked at, in words.
const REACH: usize = 12;

/// The nearest reporting words to the source in words `from` up to `to`.
pub(crate) fn cue_near(view: &View<'_>, _span: Span, from: usize, to: usize) -> Option<String> {
    let (start, end) = view.sentence(from);
    let cues = &view.actors.cues;
    let at = |n: usize, limit: usize| {
        let found = cues.longest(&view.words, n, limit, 0)?;
        let before = cues.uses(&found, &view.words).any(|e| e == 1);
        Some((found.from, found.to, before))
    };
    let low = start.max(from.saturating_sub(8));
    let leading = (low..from).filter_map(|n| at(n, from)).find(|(_, last, before)| *before && *last == from);
    let after = || (to..end.min(to + REACH)).filter_map(|n| at(n, end)).find(|(_, _, before)| !before);
    let inverted = || {
        let near = start.max(from.saturating_sub(3));
        (near..from).filter_map(|n| at(n, from)).find(|(_, last, before)| !before && *last == from)
    };
    let inside = || (from..to).rev().find_map(|n| at(n, to));
    let (first, last, _) = leading.or_else(inverted).or_else(after).or_else(inside)?;
    Some(view.text(first, last).to_owned())
}
