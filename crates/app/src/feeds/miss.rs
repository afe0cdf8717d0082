//! A request that gave nothing: why, and whether another may.

use super::resolver::Local;
use crate::reading::problem::Fault;
use std::io::ErrorKind;
use std::time::Duration;

/// When to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// After a while that grows with every failure.
    Later,
    /// Not before this time has passed: the server or the site's rules say so.
    After(Duration),
    /// Nothing will change by itself.
    Never,
}

/// Why a request gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What happened, and what cures it.
    pub fault: Fault,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// When to try again.
    pub again: Again,
}

const WAIT: &str = "it is asked again later";

impl Miss {
    /// Without an answer.
    pub fn new(what: impl Into<String>, cure: &str, again: Again) -> Self {
        Self { fault: Fault::new(what, cure), status: None, again }
    }

    /// Of a status that is no success. `asked` is how long the server says to wait.
    pub fn of_status(status: u16, asked: Option<Duration>) -> Self {
        let (what, cure) = match status {
            404 => ("not found", "look for its new address, or take it off the list"),
            410 => ("gone for good, says the server", "take it off the list"),
            401 | 403 | 407 | 451 => {
                ("the server refuses it", "see in a browser whether it is still open to all")
            }
            429 => ("the server asks for fewer requests", WAIT),
            408 | 500..=599 => ("the server has a fault", WAIT),
            _ => ("the server does not give it", "see in a browser what it says"),
        };
        let again = match (status, asked) {
            (429 | 500..=599, Some(time)) => Again::After(time),
            (408 | 425 | 429 | 500..=599, _) => Again::Later,
            _ => Again::Never,
        };
        Self { status: Some(status), ..Self::new(format!("{what} (HTTP {status})"), cure, again) }
    }

    /// Of a request that broke off.
    pub fn of_error(error: &ureq::Error) -> Self {
        use ureq::Error as E;
        match error {
            E::Other(inner) if inner.is::<Local>() => Self::new(
                inner.to_string(),
                "only a feed that you name there yourself is asked for",
                Again::Never,
            ),
            E::BadUri(_) | E::Http(_) => Self::new("not an address of the web", "correct it", Again::Never),
            E::Timeout(_) => Self::new("the server took too long", WAIT, Again::Later),
            E::HostNotFound => {
                Self::new("its host is not found", "check the address and the connection", Again::Later)
            }
            E::Io(e) if e.kind() == ErrorKind::ConnectionRefused => {
                Self::new("its host takes no connection", WAIT, Again::Later)
            }
            other => Self::new(format!("the request broke off: {other}"), WAIT, Again::Later),
        }
    }

    /// Of a body of more than `most` bytes.
    pub fn too_large(most: usize) -> Self {
        let what = format!("larger than {most} bytes");
        Self::new(what, "ask its publisher for a shorter one", Again::Never)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_say_whether_to_try_again() {
        let minute = Duration::from_secs(60);
        let again = |status, asked| Miss::of_status(status, asked).again;
        assert_eq!(again(404, Some(minute)), Again::Never);
        assert_eq!(again(503, Some(minute)), Again::After(minute));
        assert_eq!(again(500, None), Again::Later);
        assert!(Miss::of_status(410, None).fault.what.contains("gone for good"));
    }
}
