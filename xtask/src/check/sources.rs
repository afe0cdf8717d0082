//! The Rust files of the workspace.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A file, by its path from the root, without its tests.
pub struct Source {
    pub path: String,
    /// The text up to `#[cfg(test)]`: tests may read files and hold lists.
    pub code: String,
}

/// Every `.rs` file under crates/ and xtask/, in order.
pub fn all(root: &Path) -> Result<Vec<Source>> {
    let mut files = Vec::new();
    for folder in ["crates", "xtask", "benches"] {
        walk(&root.join(folder), &mut files)?;
    }
    files.sort();
    files.into_iter().map(|file| read(root, &file)).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(root: &Path, file: &Path) -> Result<Source> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
    let path = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
    Ok(Source { path, code })
}

impl Source {
    /// True for what ships: no tests, examples or benches.
    pub fn ships(&self) -> bool {
        let test = |part: &str| ["tests", "examples", "benches"].contains(&part) || part == "tests.rs";
        !self.path.split('/').any(test)
    }

    /// Lines of code with their numbers from 1, comments left out.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = |(n, line): (usize, &'_ str)| (n + 1, line.split("//").next().unwrap_or("").len());
        self.code.lines().enumerate().map(move |(n, line)| {
            let (number, end) = code((n, line));
            (number, &line[..end])
        })
    }
}
