//! What a user may set of how feeds are asked for.

use crate::reading::limits;
use std::time::Duration;

/// Largest feed, in bytes after decompression.
pub const FEED: usize = 10 << 20;

/// How patient and how polite to be.
#[derive(Clone, Debug)]
pub struct Options {
    /// Least time between two requests to one host.
    pub pause: Duration,
    /// Least time between two requests for one feed.
    pub every: Duration,
    /// Most time to connect, looking up the name included.
    pub connect: Duration,
    /// Most time for one request, from the name to the last byte.
    pub total: Duration,
    /// Largest feed, in bytes.
    pub feed: usize,
    /// Largest page, in bytes.
    pub page: usize,
    /// Whether addresses of the machine itself and of the local network may be asked, whoever names them.
    pub local: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(2),
            every: Duration::from_secs(15 * 60),
            connect: Duration::from_secs(10),
            total: Duration::from_secs(30),
            feed: FEED,
            page: limits::PAGE,
            local: false,
        }
    }
}
