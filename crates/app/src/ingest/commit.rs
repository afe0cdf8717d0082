//! Into the record, bit by bit: a commit takes what has come since the last one.

use super::sieve::{Original, Piece};
use super::{Tally, claims};
use crate::record::Record;
use crate::record::fault::Fault;
use crate::record::input;
use crate::record::report::{self, NewReport};
use crate::record::{coding, print};
use crate::screen::Screen;
use dateline_events::record::Coder;
use sqlx::AnyConnection;
use std::time::{Duration, Instant};

/// Pieces of one commit at most.
const PIECES: usize = 100;

/// How long pieces wait for their commit at most.
const WAIT: Duration = Duration::from_secs(2);

/// Commits pieces.
pub(super) struct Committer<'r> {
    record: &'r Record,
    run: i64,
    coder: i64,
    waiting: Vec<Piece>,
    since: Instant,
    tally: Tally,
}

impl<'r> Committer<'r> {
    /// For a run whose claims bear this stamp.
    pub(super) fn begin(record: &'r Record, run: i64, stamp: &Coder) -> Result<Self, Fault> {
        let coder = record.wait(async {
            let mut connection = record.pool.acquire().await?;
            coding::coder(&mut connection, stamp).await
        });
        let coder = coder.map_err(|error| record.fault(&error))?;
        Ok(Self { record, run, coder, waiting: Vec::new(), since: Instant::now(), tally: Tally::start() })
    }

    /// Takes a piece, and says what the user should know of it.
    pub(super) fn take(&mut self, piece: Piece, screen: &mut Screen) -> Result<(), Fault> {
        for problem in &piece.problems {
            screen.problem(problem);
        }
        match (piece.state, piece.is_known) {
            (Some(_), true) => self.tally.known += 1,
            (Some(state), false) => *self.tally.states.entry(state).or_insert(0) += 1,
            (None, _) => {}
        }
        self.tally.claims += claims(piece.coding.as_ref()) as u64;
        let tally = &self.tally;
        screen.advance(piece.bytes, || {
            format!("{} read, {} claims, {:.0} a second", tally.all(), tally.claims, tally.rate())
        });
        if !piece.is_known && piece.input.is_some() {
            self.waiting.push(piece);
        }
        if self.waiting.len() >= PIECES { self.commit() } else { self.idle() }
    }

    /// Commits what has waited long enough.
    pub(super) fn idle(&mut self) -> Result<(), Fault> {
        if self.since.elapsed() >= WAIT { self.commit() } else { Ok(()) }
    }

    /// Commits the rest.
    pub(super) fn end(mut self) -> Result<Tally, Fault> {
        self.commit()?;
        Ok(self.tally)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.since = Instant::now();
        let pieces = std::mem::take(&mut self.waiting);
        if pieces.is_empty() {
            return Ok(());
        }
        let record = self.record;
        let updated = record.wait(async {
            let mut tx = record.pool.begin_with(record.engine.begin()).await?;
            let mut updated = 0;
            for piece in &pieces {
                updated += u64::from(self.write(&mut tx, piece).await?);
            }
            tx.commit().await?;
            Ok(updated)
        });
        self.tally.updated += updated.map_err(|error: sqlx::Error| record.fault(&error))?;
        Ok(())
    }

    /// Writes a piece; true where it is a new version of an article.
    async fn write(&self, to: &mut AnyConnection, piece: &Piece) -> Result<bool, sqlx::Error> {
        let (Some(input), Some(state)) = (&piece.input, piece.state) else { return Ok(false) };
        let mut became = (state, piece.why.clone(), None);
        match &piece.copy_of {
            Some(Original::Report(id)) => became.2 = Some(*id),
            // The same bytes came earlier in this run: what became of them is known by now.
            Some(Original::Input(hash)) => match input::first(to, hash).await? {
                Some((_, _, Some(report))) => became.2 = Some(report),
                Some((state, why, None)) => became = (state, why, None),
                None => {}
            },
            None => {}
        }
        let mut kept = None;
        if let Some(report) = &piece.report {
            let new = NewReport { article: &piece.article, hash: &piece.hash, report, copy_of: became.2 };
            let added = report::add(to, self.record.engine, self.run, &new).await?;
            match &piece.coding {
                Some(coding) => {
                    print::add(to, added.id, &piece.sketch).await?;
                    coding::add(to, self.coder, (added.id, &added.name), coding).await?;
                }
                // One more outlet tells of the same events.
                None => coding::changed(to).await?,
            }
            kept = Some(added);
        }
        became.2 = kept.as_ref().map(|kept| kept.id).or(became.2);
        input::write(to, self.run, input, became).await?;
        Ok(kept.is_some_and(|kept| kept.version > 1))
    }
}
