//! What can go wrong with a database, in words for its user.

use super::address::Address;
use sqlx::migrate::MigrateError;

/// What went wrong, and what cures it. Nothing that was committed before is lost.
#[derive(Debug)]
pub struct Fault {
    /// The record as messages name it.
    pub record: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub cure: String,
    /// True where it may pass by itself: another program writes, a server is away.
    pub may_pass: bool,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}; {}", self.record, self.what, self.cure)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// One that stays until something is done about it.
    pub(super) fn new(record: impl ToString, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { record: record.to_string(), what: what.into(), cure: cure.into(), may_pass: false }
    }

    /// Puts an error of the database into words.
    pub(crate) fn of(address: &Address, error: &sqlx::Error) -> Self {
        let (what, cure) = words(error);
        Self { may_pass: may_pass(error), ..Self::new(address, what, cure) }
    }

    /// The same for an error in bringing its tables up to date.
    pub(super) fn of_migration(address: &Address, error: &MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Self::new(
                address,
                "made by a newer dateline, whose tables this one does not know",
                "use the newer program; nothing was changed",
            ),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                Self::of(address, error)
            }
            other => Self::new(
                address,
                format!("its tables are not as this program made them: {other}"),
                "restore a backup",
            ),
        }
    }
}

fn words(error: &sqlx::Error) -> (String, &'static str) {
    match error {
        sqlx::Error::Database(inner) => {
            let code = inner.code().unwrap_or_default().into_owned();
            let known = primary(&code).and_then(of_file).or_else(|| of_server(&code));
            known.map_or_else(
                || (inner.message().to_owned(), "nothing was changed by this step"),
                |(what, cure)| (what.to_owned(), cure),
            )
        }
        sqlx::Error::Io(error) => (
            format!("cannot be reached: {error}"),
            "check that the server runs and the address is right; what was committed is kept",
        ),
        sqlx::Error::PoolTimedOut => {
            ("does not answer".into(), "check that the server runs; what was committed is kept")
        }
        sqlx::Error::Configuration(error) => {
            (format!("no address of a database: {error}"), "give a file or postgres://USER@HOST/DATABASE")
        }
        other => (other.to_string(), "what was committed is kept"),
    }
}

/// The primary result code of SQLite in an extended one; none in a code of PostgreSQL.
fn primary(code: &str) -> Option<i32> {
    code.parse::<i32>().ok().filter(|_| code.len() < 5).map(|code| code & 0xff)
}

fn may_pass(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(inner) => {
            let code = inner.code().unwrap_or_default();
            matches!(primary(&code), Some(5 | 6))
                // Class 08: the connection broke; 40: rolled back for another's sake; 57P01 to 57P03: stopping or starting.
                || code.len() == 5 && ["08", "40", "57P0"].iter().any(|class| code.starts_with(class))
        }
        _ => false,
    }
}

/// Two programs that add to one record have met.
const TWICE: (&str, &str) =
    ("another program has added the same at the same time", "run this again: it goes on where it was");

/// Result codes of SQLite (sqlite.org/rescode.html).
fn of_file(code: i32) -> Option<(&'static str, &'static str)> {
    Some(match code {
        5 | 6 => ("another program is writing to it", "wait for that to end, and run this again"),
        8 => (
            "it can only be read",
            "give the file and its folder the right to be written, or name another record",
        ),
        10 => ("the disk does not read or write it", "check the disk; what was committed is kept"),
        11 => ("the file is damaged", "restore a backup"),
        13 => (
            "the disk is full",
            "make room and run this again: it goes on where it was, and what was committed is kept",
        ),
        19 => TWICE,
        14 => ("cannot be opened", "check the folder's name and that you may write there"),
        26 => ("no record but some other file", "name another file"),
        _ => return None,
    })
}

/// Error codes of PostgreSQL (appendix A of its manual).
fn of_server(code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        "53100" => (
            "the server's disk is full",
            "make room there and run this again: it goes on where it was, and what was committed is kept",
        ),
        "25006" => ("the server lets nobody write", "ask who keeps it; a standby can only be read"),
        "23505" => TWICE,
        "3D000" => ("there is no such database on the server", "create it: createdb NAME"),
        "28P01" | "28000" => ("the server does not let this user in", "check user and password"),
        "57P01" | "57P02" | "57P03" => {
            ("the server is stopping or starting", "run this again when it is up: it goes on where it was")
        }
        "42501" => {
            ("this user may not do that", "grant it the right to make and change tables in this database")
        }
        _ => return None,
    })
}
