//! Into the record, bit by bit: a commit takes what has come since the last one.

use super::sieve::{Original, Piece};
use super::{Tally, claims};
use crate::record::Record;
use crate::record::coding::{self, New};
use crate::record::fault::Fault;
use crate::record::input::{self, Became, State};
use crate::record::insert::insert;
use crate::record::print;
use crate::record::report::{self, Kept, NewReport};
use crate::screen::Screen;
use dateline_events::record::Coder;
use sqlx::AnyConnection;
use std::collections::{HashMap, HashSet};
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
            for group in groups(&pieces) {
                updated += self.write(&mut tx, group).await?;
            }
            tx.commit().await?;
            Ok(updated)
        });
        self.tally.updated += updated.map_err(|error: sqlx::Error| record.fault(&error))?;
        Ok(())
    }

    /// Writes pieces that do not need each other; returns how many are new versions of articles.
    async fn write(&self, to: &mut AnyConnection, pieces: &[Piece]) -> Result<u64, sqlx::Error> {
        let mut became = Vec::new();
        for piece in pieces {
            became.push(became_before(to, piece).await?);
        }
        let kept = self.reports(to, pieces, &became).await?;
        let mut inputs = Vec::new();
        let (mut updated, mut copied) = (0, Vec::new());
        for (n, (piece, mut became)) in pieces.iter().zip(became).enumerate() {
            let Some(input) = &piece.input else { continue };
            if let Some(kept) = kept.get(&n) {
                copied.extend(became.2.filter(|_| piece.coding.is_none()));
                became.2 = Some(kept.id);
                updated += u64::from(kept.version > 1);
            }
            inputs.push(input::row(self.run, input, became));
        }
        // One more outlet tells of the same events.
        coding::changed(to, copied).await?;
        insert(to, input::INTO, inputs).await?;
        Ok(updated)
    }

    /// Writes the reports among some pieces, with their claims; returns them by the number of the piece.
    async fn reports(
        &self,
        to: &mut AnyConnection,
        pieces: &[Piece],
        became: &[Became],
    ) -> Result<HashMap<usize, Kept>, sqlx::Error> {
        let (mut numbers, mut new) = (Vec::new(), Vec::new());
        for (n, (piece, became)) in pieces.iter().zip(became).enumerate() {
            if let Some(report) = &piece.report {
                numbers.push(n);
                new.push(NewReport { article: &piece.article, hash: &piece.hash, report, copy_of: became.2 });
            }
        }
        let kept = report::add(to, self.record.engine, self.run, &new).await?;
        let kept: HashMap<usize, Kept> = numbers.into_iter().zip(kept).collect();
        let (mut prints, mut codings) = (Vec::new(), Vec::new());
        for (n, piece) in pieces.iter().enumerate() {
            if let (Some(kept), Some(coding)) = (kept.get(&n), &piece.coding) {
                prints.extend(print::rows(kept.id, &piece.sketch));
                codings.push(New { report: kept.id, name: &kept.name, coding });
            }
        }
        insert(to, print::INTO, prints).await?;
        coding::add(to, self.coder, &codings).await?;
        Ok(kept)
    }
}

/// What became of a piece, as far as that is known before it is written.
async fn became_before(to: &mut AnyConnection, piece: &Piece) -> Result<Became, sqlx::Error> {
    let state = piece.state.unwrap_or(State::Refused);
    let became = (state, piece.why.clone(), None);
    match &piece.copy_of {
        Some(Original::Report(id)) => Ok((became.0, became.1, Some(*id))),
        // The same bytes came earlier in this run: what became of them is known by now.
        Some(Original::Input(hash)) => match input::first(to, hash).await? {
            Some((_, _, Some(report))) => Ok((became.0, became.1, Some(report))),
            Some((state, why, None)) => Ok((state, why, None)),
            None => Ok(became),
        },
        None => Ok(became),
    }
}

/// Pieces in their order, parted before each that needs one before it: a copy of it, or another version of its article.
fn groups(pieces: &[Piece]) -> Vec<&[Piece]> {
    let (mut found, mut begun) = (Vec::new(), 0);
    let (mut articles, mut inputs) = (HashSet::new(), HashSet::new());
    for (n, piece) in pieces.iter().enumerate() {
        let needs = piece.report.is_some() && articles.contains(piece.article.as_str())
            || matches!(&piece.copy_of, Some(Original::Input(hash)) if inputs.contains(hash.as_str()));
        if needs {
            found.extend(pieces.get(begun..n));
            begun = n;
            articles.clear();
            inputs.clear();
        }
        if piece.report.is_some() {
            articles.insert(piece.article.as_str());
        }
        inputs.extend(piece.input.iter().map(|input| input.hash.as_str()));
    }
    found.extend(pieces.get(begun..));
    found
}
