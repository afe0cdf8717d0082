//! `cargo xtask check`: format, lints, and the rules that the compiler does not keep.

mod countries;
mod directions;
mod documents;
mod names;
mod sources;
mod tables;
mod tokens;
mod word_lists;

use crate::shell::{self, root};
use anyhow::{Result, bail};

/// A rule that was broken: where, and what.
type Broken = Vec<String>;

/// Runs them all; the error names every place where a rule is broken.
pub fn run() -> Result<()> {
    shell::run("cargo", &["fmt", "--all", "--check"])?;
    shell::run(
        "cargo",
        &["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--", "-D", "warnings"],
    )?;
    rules()
}

/// The rules on code and tables; those on documents need the model in place.
fn code_and_tables(files: &[sources::Source]) -> Result<Broken> {
    let mut broken = directions::check(files);
    broken.extend(directions::check_manifests(&root())?);
    broken.extend(names::check(files));
    broken.extend(word_lists::check(files));
    broken.extend(tables::check(&root())?);
    broken.extend(countries::check(&root())?);
    Ok(broken)
}

fn rules() -> Result<()> {
    let files = sources::all(&root())?;
    let mut broken = code_and_tables(&files)?;
    broken.extend(documents::check(&root())?);
    if broken.is_empty() {
        println!("== rules: {} source files, all kept", files.len());
        return Ok(());
    }
    bail!("{} rules of ARCHITECTURE.md are broken:\n  {}", broken.len(), broken.join("\n  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_keeps_the_rules() {
        let files = sources::all(&root()).unwrap();
        assert!(files.len() > 100, "only {} files found", files.len());
        assert_eq!(code_and_tables(&files).unwrap(), Broken::new());
    }
}
