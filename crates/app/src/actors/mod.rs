//! Who is who: what the program knows, and a user's own actors on top.

pub mod append;
pub mod file;

use crate::home;
use anyhow::{Result, bail};
use dateline_events::parties::Actors;
use dateline_events::parties::user::OWN_FILE;
use dateline_shared::built_in;
use std::path::{Path, PathBuf};

/// Which actors.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ActorsArgs {
    /// Actors of your own: a FILE as docs/actors.md describes it, or built-in for none [default: those you added]
    #[arg(long, value_name = "FILE")]
    actors: Option<PathBuf>,
}

impl ActorsArgs {
    /// The file that was asked for, or the user's own; none where there is none.
    pub fn file(&self) -> Option<PathBuf> {
        home::choose(self.actors.as_deref(), home::actors())
    }

    /// The file that was asked for, or the user's own whether it is there or not.
    pub fn file_to_be(&self) -> Option<PathBuf> {
        home::choose(self.actors.as_deref(), None)
            .or_else(|| home::actors().filter(|_| self.actors.is_none()))
    }

    /// The actors of the program with those of the file.
    pub fn open(&self) -> Result<Actors> {
        with_own(built_in::actors()?, self.file().as_deref())
    }
}

/// `actors` with those of a file on top.
pub fn with_own(mut actors: Actors, file: Option<&Path>) -> Result<Actors> {
    let Some(path) = file else { return Ok(actors) };
    let found = actors.add_own(&file::read(path)?);
    let errors = found.iter().filter(|f| f.error).count();
    if let Some(first) = found.into_iter().find(|f| f.error) {
        let more = match errors {
            1 => String::new(),
            _ => format!(" (and {} more)", errors - 1),
        };
        let name = path.display();
        bail!(
            "{}{more}; dateline actors check {name} shows all, --actors built-in does without",
            file::problem(&name.to_string(), first)
        );
    }
    Ok(actors)
}

/// The file behind a field, as a user finds it.
pub fn file_of(data: &str) -> String {
    match data {
        OWN_FILE => format!("your {OWN_FILE}"),
        _ => format!("data/{data}"),
    }
}
