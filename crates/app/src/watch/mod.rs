//! Feeds, watched: what is new in them goes into the record, as often as they allow.
//!
//! An entry counts as read once its report is in the record: whatever ends the program before that, it is read the next time.

mod entries;

use crate::feeds::feed_url::shown;
use crate::feeds::fetcher::Fetcher;
use crate::feeds::poll::Outcome;
use crate::feeds::state::FeedState;
use crate::ingest::{Job, Stop, Tally, run};
use crate::reading::Raw;
use crate::reading::inputs::Item;
use crate::reading::problem::Problem;
use crate::record::Record;
use crate::record::fault::Fault;
use crate::record::watched;
use crate::screen::Screen;
use anyhow::Result;
use std::ops::ControlFlow;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long to sleep at a time, so that a wish to stop is heard.
const NAP: Duration = Duration::from_millis(200);

/// What one round through the feeds brought.
#[derive(Debug, Default)]
pub struct Round {
    /// What was read of each feed that had news.
    pub read: Vec<Tally>,
    /// Feeds that answered.
    pub answered: usize,
    /// Feeds that failed.
    pub failed: usize,
    /// When the next feed may be asked, in seconds since 1970.
    pub next: u64,
}

/// Feeds on their way into a record.
pub struct Watch<'r> {
    /// The record.
    pub record: &'r Record,
    /// Their addresses.
    pub feeds: Vec<String>,
    /// Whether the pages are fetched that entries lead to.
    pub pages: bool,
    /// What fetches.
    pub fetcher: Fetcher,
    /// What codes.
    pub job: Job,
}

impl Watch<'_> {
    /// Asks every feed that is due.
    pub fn round(&mut self, screen: &mut Screen, stop: &Stop) -> Result<Round> {
        let mut round = Round { next: u64::MAX, ..Round::default() };
        for feed in self.feeds.clone() {
            if stop.is_asked() {
                break;
            }
            self.ask(&feed, &mut round, screen, stop)?;
        }
        Ok(round)
    }

    fn ask(&mut self, feed: &str, round: &mut Round, screen: &mut Screen, stop: &Stop) -> Result<()> {
        let state =
            self.record.wait(watched::state(&self.record.pool, feed)).map_err(|error| self.failed(&error))?;
        // A record that cannot be written now fails before the feed is asked: else it would be asked anew each time.
        if state.not_before <= now() {
            let kept = self.record.wait(watched::keep(&self.record.pool, &state));
            kept.map_err(|error| self.failed(&error))?;
        }
        let polled = self.fetcher.poll(&state);
        let mut kept = polled.state;
        if let Some(to) = &polled.moved {
            screen.message(&format!("{} has moved to {to}: give that instead", shown(feed)));
        }
        round.next = round.next.min(kept.not_before);
        match polled.outcome {
            Outcome::Early => return Ok(()),
            Outcome::Same => round.answered += 1,
            Outcome::Failed(fault) => {
                round.failed += 1;
                screen.problem(&Problem::error(&shown(feed), fault));
            }
            Outcome::Read(news) => {
                round.answered += 1;
                let read = self
                    .record
                    .wait(watched::read(&self.record.pool, feed))
                    .map_err(|error| self.failed(&error))?;
                let fresh = entries::fresh(&mut self.fetcher, (feed, &news), self.pages, &read, stop);
                fresh.problems.iter().for_each(|problem| screen.problem(problem));
                if !fresh.raws.is_empty() {
                    round.read.push(self.take(fresh.raws, screen)?);
                }
                self.record
                    .wait(watched::mark_read(&self.record.pool, feed, &fresh.read))
                    .map_err(|error| self.failed(&error))?;
                if fresh.cut {
                    // Not all of it was read: the server must not say the next time that nothing has changed.
                    kept = FeedState { etag: None, last_modified: None, ..kept };
                }
            }
        }
        self.record.wait(watched::keep(&self.record.pool, &kept)).map_err(|error| self.failed(&error))?;
        Ok(())
    }

    /// What was fetched is taken to its end, also where the user wishes to stop.
    fn take(&self, raws: Vec<Raw>, screen: &mut Screen) -> Result<Tally> {
        let feed = move |take: &mut dyn FnMut(Item) -> ControlFlow<()>| {
            _ = raws.into_iter().map(Item::Raw).try_for_each(take);
        };
        run(self.record, feed, self.job.clone(), screen, &Stop::default())
    }

    fn failed(&self, error: &sqlx::Error) -> Fault {
        self.record.fault(error)
    }
}

/// Now, in seconds since 1970.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

/// Sleeps until a second since 1970, or until the user wishes to stop.
pub fn sleep_until(second: u64, stop: &Stop) {
    while now() < second && !stop.is_asked() {
        std::thread::sleep(NAP);
    }
}
