//! What a run did, in numbers, and the exit code that follows.

use crate::reading::problem::{Gravity, Problem};
use crate::work::Outcome;
use std::fmt;
use std::time::Instant;

/// Exit code where some input could not be read.
pub const SOME_FAILED: u8 = 1;
/// Exit code where nothing could be read, or the run itself failed; the same as for wrong usage.
pub const FAILED: u8 = 2;

/// The numbers.
#[derive(Debug)]
pub struct Tally {
    started: Instant,
    /// Reports coded.
    pub reports: u64,
    /// Sentences in them.
    pub sentences: usize,
    /// Claims found.
    pub claims: usize,
    /// Notes beside the claims.
    pub notes: usize,
    /// Inputs that could not be read.
    pub errors: u64,
}

impl Tally {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { started: Instant::now(), reports: 0, sentences: 0, claims: 0, notes: 0, errors: 0 }
    }

    /// Counts one piece of input.
    pub fn count(&mut self, outcome: &Outcome) {
        if let Some(coded) = &outcome.coded {
            self.reports += 1;
            self.sentences += coded.coding.sentences.len();
            self.claims += coded.coding.claims.len();
            self.notes += coded.coding.notes.len();
        }
        let is_error = |p: &&Problem| p.gravity == Gravity::Error;
        self.errors += outcome.problems.iter().filter(is_error).count() as u64;
    }

    /// 0 where everything was read, 1 where some was not, 2 where nothing was.
    pub fn exit_code(&self) -> u8 {
        match (self.reports, self.errors) {
            (0, _) => FAILED,
            (_, 0) => 0,
            _ => SOME_FAILED,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |n: u64, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let size = |n: usize, one: &str| count(n as u64, one);
        let (sentences, claims) = (size(self.sentences, "sentence"), size(self.claims, "claim"));
        write!(f, "{}, {sentences}, {claims}, ", count(self.reports, "report"))?;
        write!(f, "{}, {:.1} seconds", size(self.notes, "note"), self.started.elapsed().as_secs_f64())?;
        if self.errors > 0 {
            write!(f, "; {} could not be read", count(self.errors, "input"))?;
        }
        Ok(())
    }
}
