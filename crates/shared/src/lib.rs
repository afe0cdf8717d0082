//! What the program and the Python package have in common: the models and tables that they carry ([`built_in`]), days of publication as they
//! are written ([`day`]), and questions to the resolvers with their answers ([`place`], [`time`], [`party`]).
//!
//! Touches no files, network or threads: what is carried is part of the binary.

pub mod built_in;
pub mod day;
pub mod party;
pub mod place;
pub mod time;

mod written_day;

pub use written_day::month;
