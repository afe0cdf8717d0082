//! Conflict: from annotated reports to claims.
//!
//! Pure: no files, network, clock, threads or database. Everything it knows comes in as bytes or as text.

pub mod codebook;
pub mod coder;
pub mod coding;
pub mod eval;
pub mod gazetteer;
pub mod merge;
pub mod numbers;
pub mod parties;
pub mod places;
pub mod record;
pub mod scene;
pub mod sources;
pub mod table;
pub mod times;
pub mod why;

mod claims;

pub use claims::rename;
