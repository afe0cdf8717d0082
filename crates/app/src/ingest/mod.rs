//! From inputs into the record: read, told apart from what is there, coded, committed bit by bit, merged at the end.
//!
//! One thread reads and asks the record what it knows ([`sieve`]), several code, the caller's thread commits in the order of the input
//! ([`commit`]). What was committed stays, whatever happens next; the same command again goes on where it was.

mod commit;
mod recent;
mod seen;
mod sieve;
mod stop;
mod tally;

pub use tally::Tally;

use crate::coder::Code;
use crate::pipeline::{self, Next};
use crate::reading::Defaults;
use crate::reading::inputs::{self, Item};
use crate::record::Record;
use crate::record::fault::Fault;
use crate::record::input::{begin_run, end_run};
use crate::screen::Screen;
use anyhow::Result;
use commit::Committer;
use dateline_events::coding::Coding;
use dateline_events::record::Coder;
use sieve::{Piece, Sieve};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
pub use stop::Stop;

/// What is to be done.
#[derive(Clone)]
pub struct Job {
    /// What makes claims, and its stamp.
    pub coder: (Code, Coder),
    /// What fills in what reports leave open.
    pub defaults: Defaults,
    /// Threads that code.
    pub jobs: usize,
    /// The command as the log has it.
    pub command: String,
}

/// Reads files, folders and standard input into a record.
pub fn ingest(
    record: &Record,
    paths: Vec<PathBuf>,
    job: Job,
    screen: &mut Screen,
    stop: &Stop,
) -> Result<Tally> {
    let except = record.files();
    let walk = move |take: inputs::Take<'_>| _ = inputs::walk(&paths, &except, take);
    run(record, walk, job, screen, stop)
}

/// The same for whatever hands on pieces of input.
pub fn run(
    record: &Record,
    feed: impl FnOnce(inputs::Take<'_>) + Send + 'static,
    job: Job,
    screen: &mut Screen,
    stop: &Stop,
) -> Result<Tally> {
    let failed = |error: sqlx::Error| record.fault(&error);
    let run = record.wait(begin_run(&record.pool, &job.command)).map_err(failed)?;
    let (code, stamp) = job.coder;
    let mut committer = Committer::begin(record, run, &stamp)?;
    let (mut sieve, stopped) = (Sieve::new(record.clone(), job.defaults)?, stop.clone());
    let feed = move |send: &mut dyn FnMut(Result<Piece, Fault>) -> ControlFlow<()>| {
        feed(&mut |item: Item| {
            if stopped.is_asked() {
                return ControlFlow::Break(());
            }
            send(sieve.take(item))
        });
    };
    pipeline::run(
        job.jobs,
        feed,
        move |piece| piece.map(|piece| coded(piece, &code)),
        |next| -> Result<ControlFlow<()>> {
            match next {
                Next::Waiting => committer.idle()?,
                Next::Ready(piece) => committer.take(piece?, screen)?,
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    let tally = committer.end()?;
    record.wait(end_run(&record.pool, run)).map_err(failed)?;
    Ok(tally)
}

/// Codes a report that is to be coded. A mistake in the program costs that report only, and says so.
fn coded(mut piece: Piece, code: &Code) -> Piece {
    if let Some(report) = &piece.report
        && piece.copy_of.is_none()
    {
        piece.coding = catch_unwind(AssertUnwindSafe(|| code(report))).ok();
        if piece.coding.is_none() {
            piece.refuse(
                "a mistake in dateline: it could not be coded; please report it with this input".to_owned(),
            );
        }
    }
    piece
}

/// Claims of a coding.
fn claims(coding: Option<&Coding>) -> usize {
    coding.map_or(0, |coding| coding.claims.len())
}
