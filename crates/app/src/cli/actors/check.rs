//! `dateline actors check`: all that is wrong with a file of actors.

use crate::actors::file;
use crate::home;
use crate::screen::Screen;
use crate::tally::FAILED;
use anyhow::Result;
use dateline_shared::built_in;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline actors check
  dateline actors check team-actors.toml

Every error and every warning is shown with its line and what to do about it. Limits: 4 MiB, 50,000 actors, names of 200 characters.
Exit codes: 0 the file can be used, with warnings or without; 2 it cannot.";

/// Check a file of actors: everything that is wrong or doubtful in it
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The file [default: your actors.toml]
    file: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let screen = Screen::new(quiet);
    let Some(file) = args.file.clone().or_else(|| home::choose(None, home::actors())) else {
        screen.message(&"you have no actors of your own yet: dateline actors add");
        return Ok(0);
    };
    let found = built_in::actors()?.check_own(&file::read(&file)?);
    let name = file.display().to_string();
    let errors = found.iter().filter(|f| f.error).count();
    let warnings = found.len() - errors;
    found.into_iter().for_each(|f| screen.problem(&file::problem(&name, f)));
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    screen.message(&format!("{name}: {}, {}", count(errors, "error"), count(warnings, "warning")));
    Ok(if errors > 0 { FAILED } else { 0 })
}
