//! A file is named for the one idea in it.

use super::Broken;
use super::sources::Source;

const EMPTY: [&str; 6] = ["utils", "util", "helpers", "helper", "manager", "common"];

/// Files whose name says nothing.
pub fn check(files: &[Source]) -> Broken {
    let says_nothing = |f: &&Source| f.path.split(['/', '.']).any(|part| EMPTY.contains(&part));
    files.iter().filter(says_nothing).map(|f| format!("{}: the name says nothing", f.path)).collect()
}
