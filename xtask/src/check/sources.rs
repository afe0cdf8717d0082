//! The Rust files of the workspace.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A file, by its path from the root, without its tests.
pub struct Source {
    pub path: String,
    /// The text with its `#[cfg(test)] mod NAME { … }` blank: tests may read files and hold lists.
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
    let code = without_tests(&text);
    let path = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
    Ok(Source { path, code })
}

/// `text` with empty lines in place of its test modules. `mod NAME;` has its tests elsewhere: nothing is left out.
fn without_tests(text: &str) -> String {
    let (mut code, mut lines, mut testing) = (String::new(), text.lines().peekable(), false);
    while let Some(line) = lines.next() {
        let opens = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        testing |= line == "#[cfg(test)]" && lines.peek().is_some_and(opens);
        code.push_str(if testing { "" } else { line });
        code.push('\n');
        testing &= line != "}";
    }
    code
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

#[cfg(test)]
mod tests {
    use super::without_tests;

    #[test]
    fn only_what_is_in_a_test_module_is_left_out() {
        let text = "a\n#[cfg(test)]\nmod tests;\nb\n#[cfg(test)]\nmod tests {\n    c {\n    }\n}\nd\n";
        assert_eq!(without_tests(text), "a\n#[cfg(test)]\nmod tests;\nb\n\n\n\n\n\nd\n");
    }
}
