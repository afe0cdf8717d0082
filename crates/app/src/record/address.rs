//! Where a record is: a file, or a database on a server.

use super::engine::Engine;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

/// The file where nothing else is said.
pub const DEFAULT: &str = "dateline.db";

/// Where a record is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    File(PathBuf),
    /// The URL of a PostgreSQL database.
    Server(String),
}

impl Address {
    /// The file; none of a database on a server.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(file) => Some(file),
            Self::Server(_) => None,
        }
    }

    /// Reads a path or a URL as the user gives it.
    pub fn parse(text: &str) -> Result<Self, String> {
        if ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
            return Ok(Self::Server(text.to_owned()));
        }
        if let Some((scheme, _)) = text.split_once("://") {
            return Err(format!(
                "{scheme}:// is no database that can hold a record; give a file or postgres://USER@HOST/DATABASE"
            ));
        }
        match text.trim() {
            "" => Err("no name; give a file or postgres://USER@HOST/DATABASE".into()),
            _ => Ok(Self::File(PathBuf::from(text))),
        }
    }

    /// Which database that is.
    pub fn engine(&self) -> Engine {
        match self {
            Self::File(_) => Engine::Sqlite,
            Self::Server(_) => Engine::Postgres,
        }
    }

    /// The address as a user would give it, with all that it takes to get in: for other processes of this program alone, never shown.
    pub(crate) fn in_full(&self) -> OsString {
        match self {
            Self::File(path) => path.clone().into_os_string(),
            Self::Server(url) => url.into(),
        }
    }

    /// The URL by which it is opened.
    pub(super) fn url(&self, create: bool) -> Result<String, String> {
        match self {
            Self::File(path) => {
                let mode = if create { "rwc" } else { "rw" };
                Ok(format!("sqlite://{}?mode={mode}", encoded(path)?))
            }
            Self::Server(url) => Ok(url.clone()),
        }
    }
}

/// A path as it stands in a URL.
fn encoded(path: &Path) -> Result<String, String> {
    let text = path.to_str().ok_or("its name is no UTF-8; give the file another name")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let code = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    Ok(text.bytes().map(code).collect())
}

/// As messages name it: without the password.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Server(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                let rest = rest.split_once('?').map_or(rest, |(rest, _)| rest);
                match rest.rsplit_once('@') {
                    Some((user, host)) => {
                        let user = user.split_once(':').map_or(user, |(user, _)| user);
                        write!(f, "{scheme}://{user}@{host}")
                    }
                    None => write!(f, "{scheme}://{rest}"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_servers_and_what_is_neither() {
        assert_eq!(Address::parse("a b.db").unwrap().url(true).unwrap(), "sqlite://a%20b.db?mode=rwc");
        assert_eq!(Address::parse("postgres://h/d").unwrap().engine(), Engine::Postgres);
        assert!(Address::parse("mysql://h/d").unwrap_err().contains("mysql://"));
        assert!(Address::parse(" ").is_err());
    }

    #[test]
    fn messages_bear_no_password() {
        let shown =
            Address::parse("postgresql://anna:secret@host:5432/record?password=secret").unwrap().to_string();
        assert_eq!(shown, "postgresql://anna@host:5432/record");
    }
}
