//! Asks for one feed: what is new of it, and when to ask again.

use super::address::Home;
use super::backoff;
use super::document;
use super::entry::Feed;
use super::exchange::{Answer, Ask};
use super::feed_url;
use super::fetcher::{Fetcher, Got, Want};
use super::miss::{Again, Miss};
use super::state::FeedState;
use crate::reading::problem::Fault;
use crate::reading::{fields, limits};
use std::panic::{AssertUnwindSafe, catch_unwind};

const ACCEPT: &str = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, \
    application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
/// Longest mark of a copy that is kept.
const MARK: usize = 1_000;

/// What came of asking for a feed.
#[derive(Clone, Debug)]
pub struct Polled {
    /// The feed as it is to be kept.
    pub state: FeedState,
    /// What it gave.
    pub outcome: Outcome,
    /// Its new address, where the server says that it has moved for good.
    pub moved: Option<String>,
}

/// What a feed gave.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was not asked for: it is too early.
    Early,
    /// Nothing has changed since the last time.
    Same,
    /// All that the feed holds now, known entries among them.
    Read(Feed),
    /// It could not be read.
    Failed(Fault),
}

impl Fetcher {
    /// Asks for a feed, unless it is too early, and says how it is to be kept.
    pub fn poll(&mut self, feed: &FeedState) -> Polled {
        if self.clock.now().as_secs() < feed.not_before {
            return Polled { state: feed.clone(), outcome: Outcome::Early, moved: None };
        }
        match self.news(feed) {
            Ok(polled) => polled,
            Err(miss) => {
                let state = feed.failed(&miss, self.clock.now(), self.options.every);
                Polled { state, outcome: Outcome::Failed(miss.fault), moved: None }
            }
        }
    }

    fn news(&mut self, feed: &FeedState) -> Result<Polled, Miss> {
        let url = feed_url::parse(&feed.url)?;
        let ask = Ask {
            etag: feed.etag.as_deref(),
            last_modified: feed.last_modified.as_deref(),
            most: self.options.feed,
            ..Ask::new(&url, ACCEPT)
        };
        let got = self.fetch(&Want { ask, home: &Home::of(&url), robots: true })?;
        let moved = got.moved.then(|| feed_url::bare(got.url.clone()).into());
        if got.answer.status == 304 {
            let state = feed.succeeded(self.clock.now(), self.options.every);
            return Ok(Polled { state, outcome: Outcome::Same, moved });
        }
        let Got { answer, url, .. } = got;
        let status = answer.status;
        let charset = charset(&answer);
        let read = || document::read(&answer.body, charset.as_deref(), &feed_url::bare(url));
        let read = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(limits::mistake()));
        let read = read.map_err(|fault| Miss { fault, status: Some(status), again: Again::Later })?;
        let feed = FeedState {
            etag: mark(&answer, "etag"),
            last_modified: mark(&answer, "last-modified"),
            wish: read.ttl.map_or(0, wish),
            ..feed.clone()
        };
        let state = feed.succeeded(self.clock.now(), self.options.every);
        Ok(Polled { state, outcome: Outcome::Read(read), moved })
    }
}

/// The encoding that the server names.
pub fn charset(answer: &Answer) -> Option<String> {
    fields::charset_of(answer.header("content-type")?)
}

/// The time that a feed asks for in minutes, in seconds: a day at most.
fn wish(minutes: u64) -> u64 {
    minutes.saturating_mul(60).min(backoff::LONGEST.as_secs())
}

fn mark(answer: &Answer, name: &str) -> Option<String> {
    answer.header(name).filter(|value| value.len() <= MARK).map(str::to_owned)
}
