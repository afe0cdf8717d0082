//! The places that the program knows: those that it carries, or those with a user's own on top.

pub mod import;
mod lines;
mod table;

use crate::home;
use anyhow::{Context, Result};
use dateline_events::gazetteer::Gazetteer;
use dateline_shared::built_in;
use std::path::{Path, PathBuf};

/// Which gazetteer.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct GazetteerArgs {
    /// Places: a FILE that `dateline gazetteer import` made, or built-in [default: those imported, else built-in]
    #[arg(long, value_name = "FILE")]
    gazetteer: Option<PathBuf>,
}

impl GazetteerArgs {
    /// The file that was asked for, or the user's own; none where it is the built-in one.
    pub fn file(&self) -> Option<PathBuf> {
        home::choose(self.gazetteer.as_deref(), home::gazetteer())
    }

    /// Opens it.
    pub fn open(&self) -> Result<Gazetteer> {
        self.file().map_or_else(built_in::gazetteer, |file| open(&file))
    }
}

/// Opens a file that an import made.
pub fn open(file: &Path) -> Result<Gazetteer> {
    let name = file.display();
    let bytes = std::fs::read(file).with_context(|| format!("{name}: cannot be read"))?;
    Gazetteer::from_bytes(bytes).with_context(|| {
        format!("{name}: import the files again (dateline gazetteer import), or use --gazetteer built-in")
    })
}
