//! The Python package: built as users get it, and tested in an environment of its own.

use crate::packages;
use crate::shell::{self, root};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the environment lies, below the root.
const HOME: &str = "target/python";

/// What the tests need besides the package.
const REQUIREMENTS: &str = "crates/python/requirements.txt";

/// Builds the wheel, installs it beside what the tests need, and runs these: the package's own, and those that read the program's exports back;
/// `full` adds the long ones.
pub fn check(full: bool) -> Result<()> {
    let python = environment()?;
    let python = python.to_string_lossy();
    let wheel = wheel(&python)?;
    shell::run(
        &python,
        &["-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", &wheel.to_string_lossy()],
    )?;
    packages::program(&["ogrinfo"], "gdal-bin")?;
    packages::program(&["java"], "openjdk-17-jre-headless")?;
    let program = root().join("target/release/dateline");
    let program = program.to_string_lossy();
    let mut variables: Vec<(&str, &str)> = vec![("DATELINE", &program)];
    if full {
        variables.push(("DATELINE_FULL", "1"));
    }
    let tests = ["-m", "pytest", "crates/python/tests", "crates/app/tests/read_back"];
    shell::run_with(&python, &tests, &variables)
}

/// The Python of the environment, with everything installed; made where it is missing or other things are wanted.
fn environment() -> Result<PathBuf> {
    let folder = root().join(HOME);
    let python = folder.join("bin/python");
    let wanted = fs::read_to_string(root().join(REQUIREMENTS)).context(REQUIREMENTS)?;
    let stamp = folder.join("requirements.txt");
    if fs::read_to_string(&stamp).is_ok_and(|had| had == wanted) {
        return Ok(python);
    }
    shell::run("python3", &["-m", "venv", HOME]).context("Python 3.11 with its venv module is needed")?;
    shell::run(
        &python.to_string_lossy(),
        &["-m", "pip", "install", "--quiet", "--upgrade", "-r", REQUIREMENTS],
    )?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// Builds the wheel; the only one of its folder.
fn wheel(python: &str) -> Result<PathBuf> {
    let folder = Path::new("target/wheels");
    let _ = fs::remove_dir_all(root().join(folder));
    shell::run(
        python,
        &["-m", "maturin", "build", "--release", "--quiet", "--locked", "--out", &folder.to_string_lossy()],
    )?;
    let built = fs::read_dir(root().join(folder))?.filter_map(Result::ok).map(|entry| entry.path());
    built
        .into_iter()
        .find(|file| file.extension().is_some_and(|e| e == "whl"))
        .context("maturin built no wheel")
}
