//! From lines to blocks: stretches of text that no sentence runs out of.
//!
//! For every line break it is decided whether it is a wrap, which a sentence runs across, or an end. The signals are
//! the end of the line before, the beginning of the line after, the blank line between, what the two lines are, and the
//! report's layout.

use crate::document::dateline::begins_with_dateline;
use crate::document::endings::{Beginning, Ending, beginning, ending};
use crate::document::furniture::{self, kind_of};
use crate::document::headings::is_short_title;
use crate::document::layout::{Layout, is_full, layout};
use crate::document::lines::{Line, Lines};
use crate::document::stops::{is_closing_bracket, is_quote, is_stop};
use crate::document::vocabulary::{Vocabulary, first_word};
use crate::span::Span;

/// One or more lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// From the first line's first character to the last line's last.
    pub span: Span,
    /// How many lines.
    pub lines: usize,
    /// True for the first block of the text.
    pub first: bool,
    /// True where no line of it has a letter or a digit: known without reading a long block again for every line.
    bare: bool,
    last_line: Span,
}

/// Goes through the blocks of a text.
pub(crate) struct Blocks<'a> {
    text: &'a str,
    title: Option<&'a str>,
    vocabulary: &'a Vocabulary,
    layout: Layout,
    lines: Lines<'a>,
    current: Option<Block>,
}

impl<'a> Blocks<'a> {
    /// `title` is the report's headline: a line that repeats it is a block of its own.
    pub fn of(text: &'a str, title: Option<&'a str>, vocabulary: &'a Vocabulary) -> Self {
        let layout = layout(text, vocabulary);
        Self { text, title, vocabulary, layout, lines: Lines::of(text), current: None }
    }

    /// True where a sentence may run on from `block` into `line`.
    fn joins(&self, block: &Block, line: &Line) -> bool {
        let (before, after) = (block.last_line.of(self.text), line.span.of(self.text));
        let (ending, beginning) = (ending(before, self.vocabulary), beginning(after));
        if beginning == Beginning::Markup || stands_alone(before) || self.is_title(block) {
            return false;
        }
        if beginning == Beginning::Dash && matches!(ending, Ending::Stop | Ending::Colon) {
            return false;
        }
        if line.gap {
            return self.joins_over_gap(block, ending, beginning, after);
        }
        match (self.layout, ending) {
            (_, Ending::Abbreviation) => true,
            (_, Ending::Open) => !(block.first && begins_with_dateline(after, self.vocabulary)),
            (_, Ending::MayStop) if beginning == Beginning::Small => true,
            (Layout::Wrapped(width), _) if is_full(before, after, width) => !self.begins_anew(block, after),
            (_, Ending::Stop | Ending::MayStop) => false,
            (_, Ending::Colon) => self.layout == Layout::Broken && beginning == Beginning::Small,
            (_, Ending::Plain) => self.joins_plainly(block, beginning, after),
        }
    }

    /// A blank line is passed only where both of its sides say so.
    fn joins_over_gap(&self, block: &Block, ending: Ending, beginning: Beginning, after: &str) -> bool {
        match beginning {
            Beginning::Small | Beginning::Inside => {
                matches!(ending, Ending::Plain | Ending::Open)
                    && self.is_prose(block)
                    && !self.is_marked(after)
            }
            Beginning::Fresh => {
                self.layout == Layout::Broken && ending == Ending::Open && self.is_prose(block)
            }
            _ => false,
        }
    }

    /// No stop, no sign that the line goes on: does it? A sentence that has been broken once is in the middle.
    fn joins_plainly(&self, block: &Block, beginning: Beginning, after: &str) -> bool {
        if !self.is_prose(block) || (self.is_marked(after) && !is_lost_stop(after)) {
            return false;
        }
        match beginning {
            Beginning::Small | Beginning::Inside | Beginning::Dash => true,
            Beginning::Fresh => self.runs(block) && !self.begins_anew(block, after),
            Beginning::Markup => false,
        }
    }

    /// True where the block is the beginning of a sentence: it has been broken before, a dateline came before it, or
    /// the report is broken all over.
    fn runs(&self, block: &Block) -> bool {
        let words = block.span.of(self.text);
        if beginning(words) == Beginning::Markup {
            return false;
        }
        let torn = self.layout == Layout::Broken && !self.may_stand_alone(block);
        block.lines > 1 || torn || self.begins_with_dateline(block)
    }

    fn begins_with_dateline(&self, block: &Block) -> bool {
        begins_with_dateline(block.span.of(self.text), self.vocabulary)
    }

    /// True for what may be a headline or a section heading.
    fn may_stand_alone(&self, block: &Block) -> bool {
        let headline = block.first && self.title.is_none();
        headline || is_short_title(block.span.of(self.text), self.vocabulary)
    }

    /// True where the block is nothing that stands by itself.
    fn is_prose(&self, block: &Block) -> bool {
        match block.span.len() > furniture::LONGEST {
            true => !block.bare,
            false => !self.is_marked(block.span.of(self.text)),
        }
    }

    fn is_marked(&self, words: &str) -> bool {
        kind_of(words, self.vocabulary).is_some()
    }

    /// True where the report itself begins with `after`, and the block is what stands above it.
    fn begins_anew(&self, block: &Block, after: &str) -> bool {
        block.first && (begins_with_dateline(after, self.vocabulary) || self.follows_headline(block, after))
    }

    /// The first line may be a headline as wide as the column; what follows it then opens as a sentence does.
    fn follows_headline(&self, block: &Block, after: &str) -> bool {
        let opens = after.starts_with(char::is_uppercase) && self.vocabulary.opens(first_word(after));
        let plain = block.lines == 1 && !self.begins_with_dateline(block);
        plain && opens && ending(block.span.of(self.text), self.vocabulary) == Ending::Plain
    }

    fn is_title(&self, block: &Block) -> bool {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        block.first
            && block.span.len() <= LONGEST_TITLE
            && self.title.is_some_and(|title| words(title) == words(block.span.of(self.text)))
    }
}

/// Titles are no longer than this, in bytes.
const LONGEST_TITLE: usize = 400;

/// The stop of a sentence whose last words were a link on a line of their own.
fn is_lost_stop(line: &str) -> bool {
    line.len() <= 4 && line.chars().all(|c| is_stop(c) || is_quote(c) || is_closing_bracket(c))
}

/// A marked-up heading or a row of a table: nothing runs on from it.
fn stands_alone(line: &str) -> bool {
    line.starts_with(['|', '=']) || (line.starts_with('#') && beginning(line) == Beginning::Markup)
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        while let Some(line) = self.lines.next() {
            let bare = !line.span.of(self.text).contains(char::is_alphanumeric);
            let first = self.current.is_none();
            let fresh = Block { span: line.span, lines: 1, first, bare, last_line: line.span };
            let Some(block) = self.current else {
                self.current = Some(fresh);
                continue;
            };
            if self.joins(&block, &line) {
                let span = Span::new(block.span.start, line.span.end);
                let (lines, bare) = (block.lines + 1, block.bare && bare);
                self.current = Some(Block { span, lines, bare, last_line: line.span, ..block });
            } else {
                self.current = Some(fresh);
                return Some(block);
            }
        }
        let last = self.current.take();
        self.lines = Lines::of("");
        last
    }
}
