//! How long to leave a feed alone after failures, and how long a server asks for.

use jiff::fmt::rfc2822;
use std::time::Duration;

/// After the first failure.
const FIRST: Duration = Duration::from_secs(5 * 60);
/// At most, whoever asks for it.
pub const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The time after so many failures in a row: twice as long after each, up to a day.
pub fn after(failures: u32) -> Duration {
    let times = 1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX).max(1);
    FIRST.saturating_mul(times).min(LONGEST)
}

/// The time that a `Retry-After` header asks for, in seconds or as a date; a day at most.
pub fn asked(header: &str, now: Duration) -> Option<Duration> {
    let seconds = || header.parse().ok().map(Duration::from_secs);
    let date = || {
        let until = rfc2822::parse(header).ok()?.timestamp().as_second();
        Some(Duration::from_secs(u64::try_from(until).ok()?).saturating_sub(now))
    };
    seconds().or_else(date).map(|time| time.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_up_to_a_day() {
        assert_eq!((after(0), after(1), after(3)), (FIRST, FIRST, FIRST * 4));
        assert_eq!((after(12), after(33), after(u32::MAX)), (LONGEST, LONGEST, LONGEST));
    }

    #[test]
    fn reads_retry_after() {
        let day = Duration::from_secs(1_767_225_600);
        assert_eq!(asked("120", day), Some(Duration::from_secs(120)));
        assert_eq!(asked("Thu, 01 Jan 2026 00:10:00 GMT", day), Some(Duration::from_secs(600)));
        assert_eq!(asked("Thu, 01 Jan 2015 00:10:00 GMT", day), Some(Duration::ZERO));
        assert_eq!(asked("99999999999", day), Some(LONGEST));
        assert_eq!(asked("soon", day), None);
    }
}
