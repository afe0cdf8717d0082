//! Conflict: from annotated reports to claims.
//!
//! Pure: no files, network, clock, threads or database. Everything it knows comes in as bytes or as text.

pub mod coding;
pub mod places;
pub mod record;
pub mod scene;
pub mod table;
pub mod why;
