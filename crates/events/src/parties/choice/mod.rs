//! Choosing among candidates by clues, whose weights were learnt: a log-linear model, one set of weights for each kind of question.
//!
//! Weights are a table with a row for each clue and a column for each kind of question; `training/choices.py` writes it.

pub(crate) mod clues;
mod question;
pub(crate) mod weights;

pub(crate) use clues::Clues;
pub use question::{Candidate, Question, questions};
pub(crate) use weights::Weights;
