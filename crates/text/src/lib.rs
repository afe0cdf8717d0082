//! Language: reports, spans, sentences, tokens and the neural annotator.
//!
//! Knows nothing of conflict, of files, of clocks or of networks: bytes and text come in, plain data goes out.

pub mod annotator;
pub mod dateline;
pub mod document;
pub mod healing;
pub mod kind;
pub mod lines;
pub mod offsets;
pub mod report;
pub mod span;
pub mod table;
pub mod vocabulary;

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
