//! `cargo xtask test`: every check that a change must pass.

use crate::check;
use crate::postgres::{self, Server};
use crate::python;
use crate::shell::{self, root};
use crate::web;
use anyhow::{Result, bail};
use std::path::Path;

/// Runs all checks, cheapest first; `full` adds the long ones.
pub fn run(full: bool) -> Result<()> {
    check::run()?;
    // Release throughout: the model is too slow otherwise, and one build serves tests, program and measurements.
    let server = Server::start()?;
    let variables: Vec<(&str, &str)> =
        server.iter().map(|server| (postgres::VARIABLE, server.url())).collect();
    shell::run_with(
        "cargo",
        &["test", "--release", "--workspace", "--exclude", "dateline-python", "--locked"],
        &variables,
    )?;
    shell::run(
        "python3",
        &["-m", "unittest", "discover", "--start-directory", "training", "--pattern", "test_*.py"],
    )?;
    crate::parties::cases::measure(false)?;
    crate::merging::cases(false)?;
    readme_command()?;
    python::check(full)?;
    web::check()?;
    if full {
        let long = [
            "test",
            "--release",
            "--workspace",
            "--exclude",
            "dateline-python",
            "--locked",
            "--",
            "--ignored",
        ];
        shell::run_with("cargo", &long, &variables)?;
        shell::run("cargo", &["bench", "--bench", "coding", "--", "--quick"])?;
        shell::run(
            "cargo",
            &["bench", "--package", "dateline-events", "--bench", "resolving", "--", "--quick"],
        )?;
    }
    println!("all checks passed");
    Ok(())
}

/// README command one, as a stranger types it.
fn readme_command() -> Result<()> {
    let readme = std::fs::read_to_string(root().join("README.md"))?;
    let command = "cargo run --release -- code examples/reports";
    if !readme.contains(command) {
        bail!("README.md no longer names its first command, '{command}'");
    }
    let out = Path::new("target/readme-claims.jsonl");
    // Cargo may have been told to build elsewhere.
    std::fs::create_dir_all(root().join("target"))?;
    let words: Vec<&str> =
        command.split(' ').skip(1).chain(["--out", "target/readme-claims.jsonl"]).collect();
    shell::run("cargo", &words)?;
    let claims = std::fs::read_to_string(root().join(out))?.lines().count();
    if claims == 0 {
        bail!("'{command}' gave no claims");
    }
    println!("   {claims} claims");
    Ok(())
}
