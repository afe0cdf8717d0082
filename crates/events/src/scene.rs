//! What the resolvers may look at around the words that they resolve.

use dateline_text::report::Report;
use dateline_text::span::Span;

/// A report and its sentences, in the order of the text.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its sentences.
    pub sentences: &'a [Span],
}

impl<'a> Scene<'a> {
    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(&self.report.text)
    }

    /// Number of the sentence that a span begins in.
    pub fn sentence_of(&self, span: Span) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.start <= span.start);
        after.checked_sub(1).filter(|n| span.start < self.sentences[*n].end)
    }
}
