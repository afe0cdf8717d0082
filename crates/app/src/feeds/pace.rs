//! How long a host is left in peace: the pause between two requests, and the time that it asked for.

use std::collections::HashMap;
use std::time::Duration;

/// Longest pause between two requests that a site's rules can ask for.
pub const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// Hosts that are remembered before those of long ago are forgotten.
const HOSTS: usize = 1_000;

/// What is owed to each host. Times are since the beginning of 1970.
#[derive(Clone, Debug)]
pub struct Pace {
    pause: Duration,
    hosts: HashMap<String, Host>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Host {
    /// When the last request ended.
    last: Duration,
    /// The pause that its rules ask for.
    pause: Duration,
    /// It asked for no request before.
    held: Duration,
}

impl Pace {
    /// With `pause` between two requests to a host that asks for no more.
    pub fn new(pause: Duration) -> Self {
        Self { pause, hosts: HashMap::new() }
    }

    /// How long to sleep before the next request to `host`.
    pub fn wait(&self, host: &str, now: Duration) -> Duration {
        let Some(known) = self.hosts.get(host) else { return Duration::ZERO };
        // A clock that was put back must not make the program sleep for years.
        let pause = known.pause.max(self.pause);
        (known.last + pause).saturating_sub(now).min(pause)
    }

    /// How long `host` asked not to be asked at all.
    pub fn held(&self, host: &str, now: Duration) -> Option<Duration> {
        let left = self.hosts.get(host)?.held.saturating_sub(now);
        (!left.is_zero()).then_some(left)
    }

    /// A request to `host` has ended.
    pub fn asked(&mut self, host: &str, now: Duration) {
        if self.hosts.len() > HOSTS {
            self.hosts.retain(|_, h| h.last + LONGEST_PAUSE > now || h.held > now);
        }
        self.host(host).last = now;
    }

    /// The rules of `host` ask for this pause.
    pub fn slow(&mut self, host: &str, pause: Duration) {
        self.host(host).pause = pause.min(LONGEST_PAUSE);
    }

    /// `host` asks for no request before `until`.
    pub fn hold(&mut self, host: &str, until: Duration) {
        self.host(host).held = until;
    }

    fn host(&mut self, host: &str) -> &mut Host {
        self.hosts.entry(host.to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn a_host_has_its_pause() {
        let mut pace = Pace::new(seconds(2));
        assert_eq!(pace.wait("a", seconds(100)), seconds(0));
        pace.asked("a", seconds(100));
        assert_eq!(pace.wait("a", seconds(101)), seconds(1));
        assert_eq!(pace.wait("b", seconds(101)), seconds(0));
        pace.slow("a", seconds(1_000_000));
        assert_eq!(pace.wait("a", seconds(100)), LONGEST_PAUSE);
        assert_eq!(pace.wait("a", seconds(0)), LONGEST_PAUSE);
    }

    #[test]
    fn a_host_can_ask_for_peace() {
        let mut pace = Pace::new(seconds(2));
        pace.hold("a", seconds(50));
        assert_eq!(pace.held("a", seconds(20)), Some(seconds(30)));
        assert_eq!(pace.held("a", seconds(50)), None);
    }
}
