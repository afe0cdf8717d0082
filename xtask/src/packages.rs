//! Programs that the tests need from the system's packages; installed where that can be done.

use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The first of some programs on the path; a Debian package brings it where there is none.
pub fn program(names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(names) {
        return Ok(found);
    }
    install(package)?;
    match on_path(names) {
        Some(found) => Ok(found),
        None => {
            bail!("the tests need {}: install it (Debian: apt-get install {package})", names.join(" or "))
        }
    }
}

/// Installs a Debian package where this runs as root on such a system; does nothing elsewhere.
pub fn install(package: &str) -> Result<()> {
    if !is_root() || !Path::new("/usr/bin/apt-get").exists() {
        return Ok(());
    }
    println!("== apt-get install {package}");
    let _ = run(Command::new("apt-get").args(["update", "-q"]));
    let mut install = Command::new("apt-get");
    install.args(["install", "-y", "-q", "--no-install-recommends", package]);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// Runs a command and waits for it; what it prints is shown where it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let done = command.output().with_context(|| format!("{command:?} does not start"))?;
    let errors = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "{command:?} ended with {}: {errors}", done.status);
    Ok(())
}

/// True where this runs as root.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
