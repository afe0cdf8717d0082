//! What the user sees on standard error: messages, and progress on long work.

use crate::reading::problem::{Gravity, Problem};
use crate::terminal::clean::clean;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Work shorter than this shows no progress.
const LONG: Duration = Duration::from_millis(700);

/// Standard error.
pub struct Screen {
    quiet: bool,
    bar: ProgressBar,
    started: Instant,
    /// No bar is to be shown, or it is shown already.
    settled: bool,
}

impl Screen {
    /// Messages only, and of those no more than errors where `quiet` is set.
    pub fn new(quiet: bool) -> Self {
        Self { quiet, bar: ProgressBar::hidden(), started: Instant::now(), settled: true }
    }

    /// The same, with progress through `paths`. A bar needs their length: other inputs get a count.
    pub fn with_progress(quiet: bool, paths: &[PathBuf]) -> Self {
        let bar = ProgressBar::with_draw_target(length(paths), ProgressDrawTarget::hidden());
        let template = match bar.length() {
            Some(_) => "{bar:30} {percent}%  {msg}  {elapsed}, {eta} left",
            None => "{spinner} {msg}  {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, settled: quiet, ..Self::new(quiet) }
    }

    /// The same, for work whose length nobody knows.
    pub fn counting(quiet: bool) -> Self {
        Self::with_progress(quiet, &[PathBuf::from("-")])
    }

    /// Shows how far the work is: so many bytes more, and what has been done so far.
    pub fn advance(&mut self, bytes: u64, message: impl FnOnce() -> String) {
        if !self.settled && self.started.elapsed() > LONG {
            // Draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.settled = true;
        }
        self.bar.inc(bytes);
        if !self.bar.is_hidden() {
            self.bar.set_message(message());
        }
    }

    /// Shows a problem; quiet runs show errors only.
    pub fn problem(&self, problem: &Problem) {
        if !self.quiet || problem.gravity == Gravity::Error {
            self.line(problem);
        }
    }

    /// Shows a message unless the run is quiet.
    pub fn message(&self, message: &dyn Display) {
        if !self.quiet {
            self.line(message);
        }
    }

    /// Shows an error.
    pub fn error(&self, message: &dyn Display) {
        self.line(message);
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn line(&self, message: &dyn Display) {
        let line = message.to_string();
        // Where standard error is closed there is nobody to tell.
        self.bar.suspend(|| _ = writeln!(std::io::stderr(), "dateline: {}", clean(&line)));
    }
}

/// Length of all inputs together, where all are plain files.
fn length(paths: &[PathBuf]) -> Option<u64> {
    let one = |path: &PathBuf| std::fs::metadata(path).ok().filter(|m| m.is_file()).map(|m| m.len());
    paths.iter().map(one).try_fold(0_u64, |sum, length| sum.checked_add(length?))
}
