//! ARCHITECTURE.md is at most 200 lines, and every file that the documents name exists.

use super::Broken;
use anyhow::{Context, Result};
use std::path::Path;

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/model.md"];
/// What a path in a document begins with.
const FOLDERS: [&str; 9] =
    ["crates/", "data/", "training/", "examples/", "gold/", "benches/", "xtask/", "docs/", ".ci/"];

/// Paths that do not exist, and an ARCHITECTURE.md that is too long.
pub fn check(root: &Path) -> Result<Broken> {
    let mut broken = Vec::new();
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root.join(document)).with_context(|| document.to_owned())?;
        if document == "ARCHITECTURE.md" && text.lines().count() > 200 {
            broken.push("ARCHITECTURE.md: more than 200 lines".to_owned());
        }
        let missing = paths(&text).into_iter().filter(|path| !root.join(path).exists());
        broken.extend(missing.map(|path| format!("{document}: names '{path}', which does not exist")));
    }
    Ok(broken)
}

/// Words between backquotes that look like paths of this repository.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| {
        FOLDERS.iter().any(|folder| word.starts_with(folder)) && !word.contains([' ', '*', '{', '<', '\n'])
    };
    quoted.filter(is_path).filter(|path| *path != "training/out").collect()
}

#[cfg(test)]
mod tests {
    use super::paths;

    #[test]
    fn finds_paths_between_backquotes() {
        assert_eq!(paths("see `docs/model.md`, `cargo test` and `crates/*/src`"), ["docs/model.md"]);
    }
}
