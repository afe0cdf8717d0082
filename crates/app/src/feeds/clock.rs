//! Time as the feeds see it, so that tests need not wait.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the time and lets it pass.
pub trait Clock: Send {
    /// Time since the beginning of 1970, UTC.
    fn now(&self) -> Duration;
    /// Returns after `time`.
    fn sleep(&self, time: Duration);
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Clock for System {
    fn now(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
