//! Language: spans, reports, documents and the neural annotator.
//!
//! Knows nothing of conflict, of files, of clocks or of networks: bytes and text come in, plain data goes out.

pub mod annotator;
pub mod document;
pub mod healing;
pub mod offsets;
pub mod report;
pub mod span;
pub mod table;
