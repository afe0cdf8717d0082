//! The fetcher and the poll, against a server on loopback and with a clock of their own.

mod formats;
mod matching;
mod polling;
mod reports;
mod robots;
mod safety;
mod server;

use super::clock::Clock;
use super::fetcher::Fetcher;
use super::options::Options;
use super::poll::{Outcome, Polled};
use super::state::FeedState;
use server::{Reply, Server};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The time at which the tests begin.
pub const BEGIN: u64 = 1_767_225_600;

/// A clock that stands still but for the sleeping.
#[derive(Clone)]
pub struct Fake(Arc<Mutex<(Duration, Vec<u64>)>>);

impl Fake {
    fn new() -> Self {
        Self(Arc::new(Mutex::new((Duration::from_secs(BEGIN), Vec::new()))))
    }

    /// Lets `seconds` pass.
    pub fn pass(&self, seconds: u64) {
        self.0.lock().unwrap().0 += Duration::from_secs(seconds);
    }

    /// How long was slept, each time.
    pub fn slept(&self) -> Vec<u64> {
        self.0.lock().unwrap().1.clone()
    }
}

impl Clock for Fake {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn sleep(&self, time: Duration) {
        let mut kept = self.0.lock().unwrap();
        kept.0 += time;
        kept.1.push(time.as_secs());
    }
}

pub fn fetcher() -> (Fetcher, Fake) {
    with(Options::default())
}

pub fn with(options: Options) -> (Fetcher, Fake) {
    let clock = Fake::new();
    (Fetcher::with_clock(options, Box::new(clock.clone())), clock)
}

/// A feed of one entry.
pub const RSS: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>Meridian Wire</title><item>\
    <title>Shells fall</title><guid>7</guid><link>/a</link><pubDate>Thu, 13 Dec 2012 08:30:00 GMT</pubDate>\
    <description>Three people were hurt, a medic said.</description></item></channel></rss>";

/// A server without rules that answers all else with `reply`.
pub fn server(reply: Reply) -> Server {
    Server::start(move |path, _| if path == "/robots.txt" { Reply::new(404, "") } else { reply.clone() })
}

/// What became of a feed that could not be read.
pub fn failure(polled: &Polled) -> String {
    match &polled.outcome {
        Outcome::Failed(fault) => format!("{}; {}", fault.what, fault.cure),
        other => panic!("{other:?}"),
    }
}

/// Asks once for a feed that the server answers so.
pub fn poll(reply: Reply) -> Polled {
    let server = server(reply);
    fetcher().0.poll(&FeedState::new(format!("{}/feed", server.url)))
}
