//! Claims of an older coder, made anew by this one: reports come out of the record, claims go back beside the old ones.

use crate::coder::Code;
use crate::ingest::Stop;
use crate::pipeline::{self, Next};
use crate::record::Record;
use crate::record::coding::{self, New, Stored};
use crate::record::fault::Fault;
use crate::record::input::{begin_run, end_run};
use crate::screen::Screen;
use anyhow::Result;
use dateline_events::coding::Coding;
use dateline_events::record::{Claim, Coder};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reports fetched from the record at a time.
const PAGE: i64 = 64;

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recoded {
    /// Reports read again.
    pub reports: u64,
    /// Reports that could not be: a mistake in the program.
    pub failed: u64,
    /// Claims as they were.
    pub same: u64,
    /// Claims that say something else.
    pub altered: u64,
    /// Claims that are new.
    pub new: u64,
    /// Claims that are gone.
    pub gone: u64,
    /// Changes of type: from, to, how often.
    pub kinds: BTreeMap<(String, String), u64>,
}

/// Brings up to so many reports to a coder.
pub fn recode(
    record: &Record,
    (code, stamp): (Code, Coder),
    (jobs, most): (usize, Option<u64>),
    screen: &mut Screen,
    stop: &Stop,
) -> Result<Recoded> {
    let failed = |error: sqlx::Error| record.fault(&error);
    let coder = record
        .wait(async { coding::coder(&mut *record.pool.acquire().await?, &stamp).await })
        .map_err(failed)?;
    let run = record.wait(begin_run(&record.pool, "recode")).map_err(failed)?;
    let all = record.wait(coding::count_of_others(&record.pool, coder)).map_err(failed)?;
    let (reader, stopped) = (record.clone(), stop.clone());
    let mut done = Recoded::default();
    pipeline::run(
        jobs,
        move |send: &mut dyn FnMut(Result<Stored, Fault>) -> ControlFlow<()>| {
            _ = feed(&reader, (coder, most), &stopped, send)
        },
        move |stored: Result<Stored, Fault>| {
            stored.map(|stored| (catch_unwind(AssertUnwindSafe(|| code(&stored.report))).ok(), stored))
        },
        |next| -> Result<ControlFlow<()>> {
            let Next::Ready(next) = next else { return Ok(ControlFlow::Continue(())) };
            let (coding, stored): (Option<Coding>, Stored) = next?;
            done.reports += 1;
            match coding {
                Some(coding) => {
                    done.compare(&stored.claims, &coding.claims);
                    record.wait(write(record, coder, &stored, &coding)).map_err(failed)?;
                }
                None => done.failed += 1,
            }
            let reports = done.reports;
            screen.advance(1, || format!("{reports} of {all} reports"));
            Ok(ControlFlow::Continue(()))
        },
    )?;
    record.wait(end_run(&record.pool, run)).map_err(failed)?;
    Ok(done)
}

/// Hands on the reports whose claims another coder made.
fn feed(
    record: &Record,
    (coder, most): (i64, Option<u64>),
    stop: &Stop,
    send: &mut dyn FnMut(Result<Stored, Fault>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (mut last, mut left) = (0, most.unwrap_or(u64::MAX));
    loop {
        let page = match record.wait(coding::of_others(&record.pool, coder, last, PAGE)) {
            Ok(page) => page,
            Err(error) => return send(Err(record.fault(&error))),
        };
        if page.is_empty() {
            return ControlFlow::Continue(());
        }
        for stored in page {
            if left == 0 || stop.is_asked() {
                return ControlFlow::Break(());
            }
            (last, left) = (stored.id, left - 1);
            send(Ok(stored))?;
        }
    }
}

async fn write(record: &Record, coder: i64, stored: &Stored, coding: &Coding) -> Result<(), sqlx::Error> {
    let mut tx = record.pool.begin_with(record.engine.begin()).await?;
    // Another program may have brought a newer version meanwhile: then these claims have no place any more.
    if coding::stands(&mut tx, stored.id).await? {
        coding::discount(&mut tx, stored.id).await?;
        coding::add(&mut tx, coder, &[New { report: stored.id, name: &stored.report.id, coding }]).await?;
    }
    tx.commit().await
}

impl Recoded {
    fn compare(&mut self, before: &[Claim], now: &[Claim]) {
        let at = |claim: &Claim| (claim.evidence.trigger.start, claim.evidence.trigger.end);
        for claim in now {
            match before.iter().find(|old| at(old) == at(claim)) {
                None => self.new += 1,
                Some(old) if says(old) == says(claim) => self.same += 1,
                Some(old) => {
                    self.altered += 1;
                    if old.event.kind != claim.event.kind {
                        let kinds = (old.event.kind.clone(), claim.event.kind.clone());
                        *self.kinds.entry(kinds).or_insert(0) += 1;
                    }
                }
            }
        }
        self.gone += before.iter().filter(|old| !now.iter().any(|claim| at(claim) == at(old))).count() as u64;
    }
}

/// A claim without what tells who coded it, and how sure that was.
fn says(claim: &Claim) -> Claim {
    Claim { id: String::new(), coder: Coder::default(), confidence: 0.0, ..claim.clone() }
}

impl fmt::Display for Recoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reports, failed, same, altered, new, gone, kinds } = self;
        write!(f, "{reports} report{} read again", if *reports == 1 { "" } else { "s" })?;
        if *failed > 0 {
            write!(f, " ({failed} of them could not be coded: a mistake in dateline)")?;
        }
        write!(f, ": {same} claims the same, {altered} altered, {new} new, {gone} gone")?;
        let mut most: Vec<_> = kinds.iter().collect();
        most.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
        for ((from, to), n) in most.into_iter().take(5) {
            write!(f, "; {from} to {to} {n}")?;
        }
        Ok(())
    }
}
