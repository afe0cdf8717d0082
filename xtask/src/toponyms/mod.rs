//! Measures the resolver of places on corpora of toponyms with coordinates: LGL (Lieberman et al. 2010) and GeoVirus
//! (Gritta et al. 2018), the toponyms given, as the latter's evaluation does, or found by the product itself.

pub mod corpus;
mod found;
mod given;
mod pairs;

use anyhow::{Context, Result};
use corpus::Article;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::places::Resolution;
use std::path::{Path, PathBuf};

/// Kilometres within which a place counts as found: 100 miles, as is customary, and a town's reach.
const WITHIN: [f64; 2] = [161.0, 10.0];
/// The error of a toponym that gets no place: half of the way round the world.
const LOST: f64 = 20_039.0;

/// Prints figures for each corpus; with `errors`, every toponym that is more than 161 km off. With `find` the product
/// finds the toponyms itself, and `errors` lists what it missed and what it found beside them too.
pub fn measure(pack: &Path, corpora: &[PathBuf], find: bool, errors: bool) -> Result<()> {
    let bytes = std::fs::read(pack).with_context(|| format!("reading {}", pack.display()))?;
    let gazetteer = Gazetteer::from_bytes(bytes)?;
    for file in corpora {
        let articles = corpus::read(file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let figures = if find { found::measure } else { given::measure }(&gazetteer, &articles, errors);
        println!("{name}: {} articles, {figures}", articles.len());
    }
    Ok(())
}

/// Where an answer stands on the map.
fn point(answer: &Resolution) -> Option<(f64, f64)> {
    answer.place.as_ref().and_then(|p| Some((p.lat?, p.lon?)))
}

fn name(answer: &Resolution) -> &str {
    answer.place.as_ref().map(|p| p.name.as_str()).unwrap_or_default()
}

fn share(n: usize, of: usize) -> f64 {
    n as f64 / of.max(1) as f64
}

/// The middle one; what is LOST stands at the end.
fn median(mut errors: Vec<f64>) -> f64 {
    errors.sort_by(f64::total_cmp);
    errors.get(errors.len() / 2).copied().unwrap_or(LOST)
}
