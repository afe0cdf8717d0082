//! Running other programs, and where the project's root is.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The workspace's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Runs a command in the root and waits for it; says what it runs and how long it took.
pub fn run(program: &str, arguments: &[&str]) -> Result<()> {
    run_with(program, arguments, &[])
}

/// The same with further variables in its environment.
pub fn run_with(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Result<()> {
    println!("== {program} {}", arguments.join(" "));
    let began = Instant::now();
    let mut command = Command::new(program);
    command.args(arguments).envs(variables.iter().copied()).current_dir(root());
    let status = command.status();
    let status = status.with_context(|| format!("'{program}' does not start; is it installed?"))?;
    if !status.success() {
        bail!("'{program} {}' failed ({status})", arguments.join(" "));
    }
    println!("   {:.0} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// What a command prints on standard output.
pub fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let done = Command::new(program).args(arguments).current_dir(root()).output();
    let done = done.with_context(|| format!("'{program}' does not start; is it installed?"))?;
    if !done.status.success() {
        bail!("'{program} {}' failed: {}", arguments.join(" "), String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// The Python of `.venv`, with `training/requirements.txt` installed; made where it is missing.
pub fn python() -> Result<PathBuf> {
    let folder = root().join(".venv");
    let python = folder.join("bin/python");
    let wanted = std::fs::read_to_string(root().join("training/requirements.txt"))?;
    let stamp = folder.join("requirements.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|had| had == wanted) {
        return Ok(python);
    }
    run("python3", &["-m", "venv", ".venv"]).context("Python 3 with its venv module is needed")?;
    run(&python.to_string_lossy(), &["-m", "pip", "install", "--quiet", "-r", "training/requirements.txt"])?;
    std::fs::write(stamp, wanted)?;
    Ok(python)
}
