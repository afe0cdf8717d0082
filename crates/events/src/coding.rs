//! What comes out of one report.

use crate::record::Claim;
use crate::why::Why;
use dateline_text::span::Span;

/// The claims of one report, why each of their fields is what it is, and what could not be read.
#[derive(Clone, Debug, Default)]
pub struct Coding {
    /// All sentences of the report, in the order of the text; also those that make no claims, such as headings.
    pub sentences: Vec<Span>,
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
    /// One for each claim, in the same order.
    pub explanations: Vec<Explanation>,
    /// What could not be read or resolved.
    pub notes: Vec<Note>,
}

/// Why the fields of a claim are what they are.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// One line for each field, in the order of the record.
    pub fields: Vec<FieldWhy>,
}

/// Why one field is what it is.
#[derive(Clone, Debug)]
pub struct FieldWhy {
    /// Path in the claim: `actors[0].country`.
    pub field: String,
    /// The value as shown.
    pub value: String,
    /// The words that it rests on.
    pub words: Option<Span>,
    /// The model's score, 0 to 1, where the model decided.
    pub score: Option<f32>,
    /// The rule and the data behind it.
    pub why: Why,
}

/// Something that could not be read or resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// In a sentence for the reader: what, and what follows from it.
    pub text: String,
    /// The words at fault.
    pub words: Option<Span>,
}
