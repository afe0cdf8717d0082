//! Where a value comes from, so that every field of a claim can be explained.

/// The rule that gave a value, and the data file that it read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// A short name of the rule, the same from run to run: "weekday before publication".
    pub rule: &'static str,
    /// Path below `data/` of the table behind it; empty where the rule needs none.
    pub data: &'static str,
}

impl Why {
    /// A rule that reads `data` (empty where it reads none).
    pub const fn new(rule: &'static str, data: &'static str) -> Self {
        Self { rule, data }
    }

    /// The annotator's own reading; which of the models below that folder it was, the record's `coder` tells.
    pub const fn of_model() -> Self {
        Self::new("model", "models")
    }
}
