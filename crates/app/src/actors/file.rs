//! The file of a user's actors as it lies on the disk.

use crate::reading::problem::{Fault, Problem};
use anyhow::{Context, Result, ensure};
use dateline_events::parties::user::Finding;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes that the file may have.
const MOST_BYTES: u64 = 4 << 20;

/// Its text.
pub fn read(file: &Path) -> Result<String> {
    let name = file.display();
    let mut bytes = Vec::new();
    let opened = File::open(file).with_context(|| format!("{name}: cannot be read"))?;
    opened.take(MOST_BYTES + 1).read_to_end(&mut bytes).with_context(|| format!("{name}: cannot be read"))?;
    check_length(file, bytes.len() as u64)?;
    String::from_utf8(bytes).with_context(|| format!("{name}: it is not UTF-8: save it as UTF-8"))
}

/// An error where a file of so many bytes is too long.
pub fn check_length(file: &Path, bytes: u64) -> Result<()> {
    ensure!(
        bytes <= MOST_BYTES,
        "{}: longer than {} MiB: leave actors out",
        file.display(),
        MOST_BYTES >> 20
    );
    Ok(())
}

/// A finding in the file of that name, to be shown.
pub fn problem(file: &str, finding: Finding) -> Problem {
    let fault = Fault { line: Some(finding.line.into()), ..Fault::new(finding.what, finding.cure) };
    if finding.error { Problem::error(file, fault) } else { Problem::warning(file, fault) }
}
