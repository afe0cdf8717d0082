//! What a run did, in numbers, and the exit code that follows.

use crate::record::input::State;
use crate::tally::{FAILED, SOME_FAILED};
use std::collections::BTreeMap;
use std::fmt;
use std::time::Instant;

/// The numbers.
#[derive(Debug)]
pub struct Tally {
    started: Instant,
    /// Pieces of input by what became of them.
    pub states: BTreeMap<State, u64>,
    /// Pieces that the record had, from the same place.
    pub known: u64,
    /// Articles that came in a new version.
    pub updated: u64,
    /// Claims found.
    pub claims: u64,
}

impl Tally {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { started: Instant::now(), states: BTreeMap::new(), known: 0, updated: 0, claims: 0 }
    }

    /// Pieces in a state.
    pub fn of(&self, state: State) -> u64 {
        self.states.get(&state).copied().unwrap_or(0)
    }

    /// All pieces.
    pub fn all(&self) -> u64 {
        self.states.values().sum::<u64>() + self.known
    }

    /// Pieces a second so far.
    pub fn rate(&self) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let all = self.all() as f64;
        all / self.started.elapsed().as_secs_f64().max(1e-3)
    }

    /// 0 where everything was read, 1 where some was refused, 2 where nothing else was.
    pub fn exit_code(&self) -> u8 {
        match self.of(State::Refused) {
            0 if self.all() > 0 => 0,
            refused if refused < self.all() => SOME_FAILED,
            _ => FAILED,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let coded = self.of(State::Coded);
        write!(f, "{coded} report{} coded, {} claim{}", s(coded), self.claims, s(self.claims))?;
        let others = [
            (self.updated, "in a new version"),
            (self.of(State::Copy), "copies"),
            (self.of(State::NotEnglish), "not English"),
            (self.of(State::NoText), "without text"),
            (self.of(State::Refused), "refused"),
            (self.known, "known already"),
        ];
        for (count, what) in others.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, ", {count} {what}")?;
        }
        write!(f, "; {:.1} seconds", self.started.elapsed().as_secs_f64())
    }
}

fn s(n: u64) -> &'static str {
    if n == 1 { "" } else { "s" }
}
