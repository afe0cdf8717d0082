//! A report, read: its sentences, what each of them is, and its dateline.

pub mod dateline;
pub mod kind;
pub mod lines;

mod blocks;
mod brackets;
mod credits;
mod dates;
mod endings;
mod furniture;
mod headings;
mod layout;
mod sentences;
mod stops;
mod vocabulary;

pub use dates::MONTHS;
pub use vocabulary::Tables;

use crate::document::blocks::{Block, Blocks};
use crate::document::credits::ends_with_picture_credit;
use crate::document::dateline::{Dateline, dateline};
use crate::document::furniture::{kind_of, opens_teasers};
use crate::document::headings::{is_marked_up, is_short_title, is_unstopped};
use crate::document::kind::Kind;
use crate::document::lines::trimmed;
use crate::document::sentences::sentences;
use crate::document::vocabulary::Vocabulary;
use crate::report::Report;
use crate::span::Span;
use crate::table::TableError;

/// A sentence and what it is to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first character to its last; line breaks may stand inside, see [`crate::healing::healed`].
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// A report's sentences in the order of the text. Spans point into `Report::text` as published; together with the
/// dateline the sentences hold every character of the text that is not blank ([`crate::document::lines::is_blank`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// All sentences, also those that make no claims.
    pub sentences: Vec<Sentence>,
    /// Where the report was written, where its text says so. It stands in no sentence.
    pub dateline: Option<Dateline>,
}

/// Reads reports: holds the data tables, and nothing of any report.
#[derive(Clone, Debug)]
pub struct Splitter {
    vocabulary: Vocabulary,
}

impl Splitter {
    /// Reads the tables; an error names the first line that does not fit.
    pub fn from_tables(tables: Tables<'_>) -> Result<Self, TableError> {
        Ok(Self { vocabulary: Vocabulary::from_tables(tables)? })
    }
}

impl Document {
    /// Reads `report`. Cannot fail: every text has sentences of some kind, or none.
    pub fn read(report: &Report, splitter: &Splitter) -> Self {
        let mut reading = Reading::new(&report.text, &splitter.vocabulary);
        for block in Blocks::of(&report.text, report.title.as_deref(), &splitter.vocabulary) {
            reading.add(&block);
        }
        reading.document
    }

    /// Where claims are looked for, in the order of the text.
    pub fn claiming(&self) -> impl Iterator<Item = Span> + '_ {
        self.sentences.iter().filter(|sentence| sentence.kind.makes_claims()).map(|sentence| sentence.span)
    }
}

/// Blocks of running text that a dateline is looked for at the beginning of.
const DATELINE_WITHIN: usize = 6;

/// The document so far.
struct Reading<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    document: Document,
    blocks: usize,
    among_teasers: bool,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str, vocabulary: &'a Vocabulary) -> Self {
        Self { text, vocabulary, document: Document::default(), blocks: 0, among_teasers: false }
    }

    fn add(&mut self, block: &Block) {
        let words = block.span.of(self.text);
        if let Some(kind) = self.kind_of_block(block) {
            let listed = kind == Kind::Teaser && self.among_teasers;
            self.among_teasers = listed || opens_teasers(words, self.vocabulary);
            return self.push(block.span, kind);
        }
        self.among_teasers = false;
        let body = self.after_dateline(block.span);
        let spans = sentences(self.text, body, self.vocabulary);
        let alone = spans.len() == 1;
        for span in spans {
            let kind = kind_of(span.of(self.text), self.vocabulary).unwrap_or(Kind::Body);
            let headline = block.first && alone && kind == Kind::Body && is_unstopped(words, self.vocabulary);
            self.push(span, if headline { Kind::Headline } else { kind });
        }
    }

    /// The kind of a block that is one thing as a whole.
    fn kind_of_block(&self, block: &Block) -> Option<Kind> {
        let words = block.span.of(self.text);
        let whole = kind_of(words, self.vocabulary);
        let short = || !block.first && is_short_title(words, self.vocabulary);
        match whole {
            _ if is_marked_up(words) && !opens_teasers(words, self.vocabulary) => Some(Kind::Heading),
            Some(Kind::Teaser | Kind::Caption | Kind::Byline | Kind::Date) => whole,
            None if self.among_teasers && is_unstopped(words, self.vocabulary) => Some(Kind::Teaser),
            None if !block.first && ends_with_picture_credit(words, self.vocabulary) => Some(Kind::Caption),
            None if short() => Some(Kind::Heading),
            _ => None,
        }
    }

    /// Takes the dateline off the beginning of a block.
    fn after_dateline(&mut self, block: Span) -> Span {
        self.blocks += 1;
        if self.document.dateline.is_some() || self.blocks > DATELINE_WITHIN {
            return block;
        }
        self.document.dateline = dateline(block.of(self.text), block.start, self.vocabulary);
        let start = self.document.dateline.map_or(block.start, |line| line.span.end);
        Span::new(start, block.end)
    }

    fn push(&mut self, span: Span, kind: Kind) {
        let span = trimmed(self.text, span);
        if !span.is_empty() {
            self.document.sentences.push(Sentence { span, kind });
        }
    }
}
