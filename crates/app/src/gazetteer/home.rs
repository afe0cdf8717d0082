//! Where the program keeps what a user gave it.

use directories::ProjectDirs;
use std::path::PathBuf;

/// The variable that names another folder.
pub const VARIABLE: &str = "DATELINE_HOME";

/// The user's own gazetteer, whether it is there or not; none where the system knows no home.
pub fn gazetteer() -> Option<PathBuf> {
    folder().map(|folder| folder.join("gazetteer.bin"))
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    named.or_else(|| ProjectDirs::from("", "", "dateline").map(|dirs| dirs.data_dir().to_owned()))
}
