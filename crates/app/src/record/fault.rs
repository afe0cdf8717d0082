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
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}; {}", self.record, self.what, self.cure)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// Puts an error of the database into words.
    pub(crate) fn of(address: &Address, error: &sqlx::Error) -> Self {
        let (what, cure) = words(error);
        Self { record: address.to_string(), what, cure: cure.to_owned() }
    }

    /// The same for an error in bringing its tables up to date.
    pub(super) fn of_migration(address: &Address, error: &MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Self {
                record: address.to_string(),
                what: "made by a newer dateline, whose tables this one does not know".into(),
                cure: "use the newer program; nothing was changed".into(),
            },
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                Self::of(address, error)
            }
            other => Self {
                record: address.to_string(),
                what: format!("its tables are not as this program made them: {other}"),
                cure: "restore a backup".into(),
            },
        }
    }
}

fn words(error: &sqlx::Error) -> (String, &'static str) {
    match error {
        sqlx::Error::Database(inner) => {
            let code = inner.code().unwrap_or_default().into_owned();
            let known =
                code.parse::<i32>().ok().filter(|_| code.len() < 5).and_then(|code| of_file(code & 0xff));
            let known = known.or_else(|| of_server(&code));
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
