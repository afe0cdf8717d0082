//! The page: its own checks, whether its built form is of these sources, and a browser that uses it on a real server.

use crate::packages;
use crate::shell::{self, root};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The built form, which is part of the program.
const BUILT: &str = "web/dist";

/// Runs all of it; the program must be built.
pub fn check() -> Result<()> {
    install()?;
    for script in ["check", "test"] {
        npm(&["run", "--silent", script])?;
    }
    is_current()?;
    let browser = packages::program(&["chromium", "chromium-browser", "google-chrome"], "chromium")?;
    let program = root().join("target/release/dateline");
    ensure!(program.exists(), "the browser's tests need target/release/dateline: cargo build --release");
    let variables =
        [("CHROMIUM", browser.display().to_string()), ("DATELINE", program.display().to_string())];
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    shell::run_with("npm", &["--prefix", "web", "run", "--silent", "real"], &variables)
}

/// Builds the page into its place.
pub fn build() -> Result<()> {
    install()?;
    npm(&["run", "--silent", "build"])
}

/// What the page is built with, as its lock file says; once.
fn install() -> Result<()> {
    let (lock, stamp) = (root().join("web/package-lock.json"), root().join("web/node_modules/.installed"));
    let wanted = std::fs::read_to_string(&lock).with_context(|| lock.display().to_string())?;
    if std::fs::read_to_string(&stamp).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    npm(&["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .context("Node.js 20 with npm is needed for the page")?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}

fn npm(arguments: &[&str]) -> Result<()> {
    let all: Vec<&str> = ["--prefix", "web"].iter().chain(arguments).copied().collect();
    shell::run("npm", &all)
}

/// Refuses a built form that other sources made.
fn is_current() -> Result<()> {
    let new = root().join("target/page");
    let new_name = new.display().to_string();
    npm(&["run", "--silent", "build", "--", "--outDir", &new_name, "--emptyOutDir", "--logLevel", "warn"])?;
    let (new, old) = (files(&new)?, files(&root().join(BUILT))?);
    let other: Vec<&PathBuf> =
        new.keys().chain(old.keys()).filter(|name| new.get(*name) != old.get(*name)).collect();
    match other.first() {
        None => Ok(()),
        Some(name) => bail!(
            "{BUILT}/{} is not what these sources make: cargo xtask page, and commit it",
            name.display()
        ),
    }
}

/// What lies in a folder, by names within it.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let (mut found, mut open) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).with_context(|| at.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_path_buf(), std::fs::read(&path)?);
            }
        }
    }
    Ok(found)
}
