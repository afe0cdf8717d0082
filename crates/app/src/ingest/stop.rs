//! The user's wish to stop: what is under way is finished and committed; a second wish ends at once.

use crate::record::Record;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the user has asked to stop.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

/// The exit code of a program that was interrupted.
const INTERRUPTED: i32 = 130;

impl Stop {
    /// Listens for Ctrl-C from now on.
    pub fn listen(record: &Record) -> Self {
        let stop = Self::default();
        let asked = Arc::clone(&stop.0);
        record.spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                if asked.swap(true, Ordering::SeqCst) {
                    std::process::exit(INTERRUPTED);
                }
                eprintln!(
                    "dateline: stopping; what is under way is finished and kept (Ctrl-C again: at once)"
                );
            }
        });
        stop
    }

    /// True once it was asked for.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
