//! How a report uses its line breaks: judged once, over all of its lines.

use crate::document::endings::{Beginning, Ending, beginning, ending};
use crate::document::lines::{Line, Lines};
use crate::document::vocabulary::Vocabulary;
use crate::span::Span;

/// What a line break means in a report, as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// An end: one paragraph or one sentence a line.
    Lines,
    /// A wrap at this many characters where the next word would not have fitted, an end elsewhere.
    Wrapped(usize),
    /// Anything: breaks have fallen into the middle of sentences, as where links were cut out of a page.
    Broken,
}

/// Wrapped lines are no longer than this.
const WIDEST: usize = 130;
/// Nor is a column narrower than this.
const NARROWEST: usize = 30;
/// Where there are too few lines to tell, only the usual widths count.
const USUAL: std::ops::Range<usize> = 60..84;

/// Two lines that follow each other.
struct Break<'a> {
    before: &'a str,
    ending: Ending,
    after: &'a str,
    gap: bool,
}

/// The layout of `text`. Goes over the lines twice and keeps none.
pub(crate) fn layout(text: &str, vocabulary: &Vocabulary) -> Layout {
    let mut widths = [0usize; WIDEST + 1];
    let (mut all, mut open, mut torn, mut widest) = (0usize, 0usize, 0usize, 0usize);
    each_break(text, vocabulary, |b| {
        let stopped = matches!(b.ending, Ending::Stop | Ending::MayStop | Ending::Colon);
        all += usize::from(!b.gap);
        widest = widest.max(b.before.chars().take(WIDEST).count()).max(b.after.chars().take(WIDEST).count());
        if !stopped && !b.gap {
            let width = b.before.chars().take(WIDEST).count();
            widths[width.min(WIDEST)] += 1;
            open += 1;
        }
        torn += usize::from(!stopped && matches!(beginning(b.after), Beginning::Small | Beginning::Inside));
    });
    let width = if open >= 3 { ninth_tenth(&widths, open) } else { widest };
    let wide = if open >= 3 { NARROWEST..WIDEST } else { USUAL };
    let mostly = open > 0 && open * 2 >= all && wide.contains(&width);
    if mostly && full_breaks(text, vocabulary, width) * 10 >= open * 8 {
        return Layout::Wrapped(width);
    }
    if torn > 0 && torn * 4 >= open { Layout::Broken } else { Layout::Lines }
}

/// Breaks without a stop before them that fall where the next word would not have fitted.
fn full_breaks(text: &str, vocabulary: &Vocabulary, width: usize) -> usize {
    let mut full = 0;
    each_break(text, vocabulary, |b| {
        let stopped = matches!(b.ending, Ending::Stop | Ending::MayStop | Ending::Colon);
        full += usize::from(!stopped && !b.gap && is_full(b.before, b.after, width));
    });
    full
}

/// True where the first word of `after` would not have fitted behind `before`.
pub(crate) fn is_full(before: &str, after: &str, width: usize) -> bool {
    let word = after.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count();
    before.chars().take(WIDEST + 1).count() + 1 + word > width
}

/// The least width that nine tenths of the `count` lines do not pass.
fn ninth_tenth(widths: &[usize], count: usize) -> usize {
    let mut seen = 0;
    let reached = widths.iter().position(|n| {
        seen += n;
        seen * 10 >= count * 9
    });
    reached.unwrap_or(0)
}

fn each_break(text: &str, vocabulary: &Vocabulary, mut visit: impl FnMut(Break<'_>)) {
    let mut last: Option<Span> = None;
    for Line { span, gap } in Lines::of(text) {
        if let Some(before) = last.map(|last| last.of(text)) {
            visit(Break { before, ending: ending(before, vocabulary), after: span.of(text), gap });
        }
        last = Some(span);
    }
}
