//! How the commands that answer one question print.

use clap::ValueEnum;

/// The form of an answer.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// A JSON object on a line, for each question
    Jsonl,
}
