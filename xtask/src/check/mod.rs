//! `cargo xtask check`: format, lints, and the rules that the compiler does not keep.

mod directions;
mod documents;
mod names;
mod sources;
mod tables;
mod word_lists;

use crate::shell::{self, root};
use anyhow::{Result, bail};

/// A rule that was broken: where, and what.
type Broken = Vec<String>;

/// Runs them all; the error names every place where a rule is broken.
pub fn run() -> Result<()> {
    shell::run("cargo", &["fmt", "--all", "--check"])?;
    shell::run("cargo", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])?;
    rules()
}

fn rules() -> Result<()> {
    let files = sources::all(&root())?;
    let mut broken = directions::check(&files);
    broken.extend(directions::check_manifests(&root())?);
    broken.extend(names::check(&files));
    broken.extend(word_lists::check(&files));
    broken.extend(tables::check(&root())?);
    broken.extend(documents::check(&root())?);
    if broken.is_empty() {
        println!("== rules: {} source files, all kept", files.len());
        return Ok(());
    }
    bail!("{} rules of ARCHITECTURE.md are broken:\n  {}", broken.len(), broken.join("\n  "))
}
