//! The project's own chores.

mod data;
mod places;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["data", "gazetteer", "--geonames", geonames, "--shared", shared] => {
            let out = pack_file()?;
            let tables = out.parent().context("data/gazetteer")?.to_path_buf();
            let inputs = data::gazetteer::GazetteerInputs {
                geonames: PathBuf::from(geonames),
                shared: PathBuf::from(shared),
                tables,
            };
            data::gazetteer::pack(&inputs, &out)
        }
        ["places", claims] => places::measure(&pack_file()?, Path::new(claims), false),
        ["places", "--errors", claims] => places::measure(&pack_file()?, Path::new(claims), true),
        _ => bail!(
            "usage: cargo xtask (data gazetteer --geonames FOLDER --shared FOLDER | places [--errors] CLAIMS)"
        ),
    }
}

fn pack_file() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the workspace's root")?;
    Ok(root.join("data/gazetteer/gazetteer.bin"))
}
