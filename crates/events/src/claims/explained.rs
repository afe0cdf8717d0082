//! The lines that say why a field is what it is.

use crate::coding::FieldWhy;
use crate::why::Why;
use dateline_text::span::Span;

/// One line.
pub(super) fn field(
    field: impl Into<String>,
    value: impl Into<String>,
    words: Option<Span>,
    score: Option<f32>,
    why: Why,
) -> FieldWhy {
    FieldWhy { field: field.into(), value: value.into(), words, score, why }
}

/// A line for what the model decided.
pub(super) fn by_model(
    name: impl Into<String>,
    value: impl Into<String>,
    words: Option<Span>,
    score: f32,
) -> FieldWhy {
    field(name, value, words, Some(score), Why::of_model())
}
