//! Where the program keeps what a user gave it, and how a run asks for that or for something else.

use dateline_events::parties::user::OWN_FILE;
use directories::ProjectDirs;
use std::path::{Path, PathBuf};

/// The variable that names another folder.
pub const VARIABLE: &str = "DATELINE_HOME";

/// What a user says to have what the program carries, and nothing of his own.
const BUILT_IN_NAME: &str = "built-in";

/// The file that `asked` names, or the user's `own` where it is there; none where it is what the program carries.
pub fn choose(asked: Option<&Path>, own: Option<PathBuf>) -> Option<PathBuf> {
    match asked {
        Some(name) if name.as_os_str() == BUILT_IN_NAME => None,
        Some(file) => Some(file.to_owned()),
        None => own.filter(|file| file.exists()),
    }
}

/// The user's own gazetteer, whether it is there or not; none where the system knows no home.
pub fn gazetteer() -> Option<PathBuf> {
    folder().map(|folder| folder.join("gazetteer.bin"))
}

/// The file of the user's own actors, likewise.
pub fn actors() -> Option<PathBuf> {
    folder().map(|folder| folder.join(OWN_FILE))
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    named.or_else(|| ProjectDirs::from("", "", "dateline").map(|dirs| dirs.data_dir().to_owned()))
}
