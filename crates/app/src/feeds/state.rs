//! What is kept of a feed from one time to the next.

use super::backoff;
use super::miss::{Again, Miss};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A feed, as it was left the last time. Plain data, for a database to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedState {
    /// Its address, as the user gave it.
    pub url: String,
    /// The server's mark of the copy that was read last.
    pub etag: Option<String>,
    /// The server's time of that copy, as it wrote it.
    pub last_modified: Option<String>,
    /// It is not asked for before this second since 1970.
    pub not_before: u64,
    /// How many requests in a row have failed.
    pub failures: u32,
    /// The seconds between two requests that the feed wishes for.
    pub wish: u64,
}

impl FeedState {
    /// A feed that was never asked for.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }

    /// After a request that succeeded; the next one comes after `every`, or later where the feed wishes it.
    pub fn succeeded(&self, now: Duration, every: Duration) -> Self {
        let wait = every.max(Duration::from_secs(self.wish));
        Self { not_before: (now + wait).as_secs(), failures: 0, ..self.clone() }
    }

    /// After a request that failed; `every` is the least time between two.
    pub fn failed(&self, miss: &Miss, now: Duration, every: Duration) -> Self {
        let failures = self.failures.saturating_add(1);
        let wait = match miss.again {
            Again::Later => backoff::after(failures),
            Again::After(time) => time.max(backoff::after(failures)),
            Again::Never => backoff::LONGEST,
        };
        let not_before = (now + wait.max(every)).as_secs();
        Self { not_before, failures, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_add_up_and_end() {
        let second = Duration::from_secs(1);
        let now = Duration::from_secs(1_000);
        let miss = |again| Miss::new("x", "y", again);
        let once = FeedState::new("u").failed(&miss(Again::Later), now, second);
        assert_eq!((once.failures, once.not_before), (1, 1_300));
        let twice = once.failed(&miss(Again::After(second * 5_000)), now, second);
        assert_eq!((twice.failures, twice.not_before), (2, 6_000));
        assert_eq!(twice.failed(&miss(Again::Never), now, second).not_before, 87_400);
        assert_eq!(twice.succeeded(now, second), FeedState { not_before: 1_001, ..FeedState::new("u") });
        let wishful = FeedState { wish: 60, ..twice };
        assert_eq!(wishful.succeeded(now, second).not_before, 1_060);
    }

    #[test]
    fn is_plain_data() {
        let state = FeedState { etag: Some("\"a\"".into()), ..FeedState::new("http://e.org/") };
        let kept = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<FeedState>(&kept).unwrap(), state);
        assert_eq!(serde_json::from_str::<FeedState>("{\"url\":\"u\"}").unwrap(), FeedState::new("u"));
    }
}
