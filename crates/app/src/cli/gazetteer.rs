//! `dateline gazetteer`: a user's own places.

use crate::gazetteer::{GazetteerArgs, import};
use crate::home;
use crate::output::target::Target;
use crate::screen::Screen;
use crate::tally::SOME_FAILED;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  dateline gazetteer import SY.txt
  dateline gazetteer import allCountries.txt alternateNamesV2.txt --into world.bin
  dateline gazetteer import sudan-places.csv --country Sudan
  dateline gazetteer show
  dateline gazetteer reset";

const IMPORT_EXAMPLES: &str = "\
Examples:
  dateline gazetteer import SY.txt
  dateline gazetteer import allCountries.txt alternateNamesV2.txt --into world.bin
  dateline gazetteer import sudan-places.csv --country Sudan

Files: a GeoNames dump (a country's SY.txt, allCountries.txt), GeoNames' alternateNamesV2.txt after it, or a table of populated
places with a header (CSV; columns such as name_en, latitude, longitude, admin1Name_en). Unpack archives first.
A place that the gazetteer has is merged, by its GeoNames id or by its name and a short distance: its other names are added.
The villages are used by all commands from then on; --into writes a file for --gazetteer FILE instead.
Exit codes: 0 all lines read; 1 some could not be read, the others were; 2 nothing was imported, and the gazetteer is as before.";

/// Add villages and other places of your own to the gazetteer
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Import GeoNames dumps or tables of populated places
    #[command(after_help = IMPORT_EXAMPLES)]
    Import {
        /// The files, one after the other
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Country of all places of a table that has no column for it: name or ISO code
        #[arg(long)]
        country: Option<String>,
        /// Write to FILE and leave the gazetteer in use as it is
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,
        #[command(flatten)]
        on_top_of: GazetteerArgs,
    },
    /// Show which places are in use, and where they are from
    #[command(after_help = "Examples:\n  dateline gazetteer show")]
    Show(GazetteerArgs),
    /// Remove what was imported: back to the built-in places
    #[command(after_help = "Examples:\n  dateline gazetteer reset")]
    Reset,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    match &args.what {
        What::Import { files, country, into, on_top_of } => {
            take(files, country.as_deref(), into.as_deref(), on_top_of, quiet)
        }
        What::Show(which) => show(which),
        What::Reset => reset(quiet),
    }
}

fn take(
    files: &[PathBuf],
    country: Option<&str>,
    into: Option<&Path>,
    on_top_of: &GazetteerArgs,
    quiet: bool,
) -> Result<u8> {
    let base = on_top_of.open()?;
    let called =
        |words: &str| base.country_called(words).cloned().with_context(|| format!("no country '{words}'"));
    let country = country.map(called).transpose()?;
    let place = match into {
        Some(file) => file.to_owned(),
        None => own_file()?,
    };
    let target = Target::open(Some(&place))?;
    let mut screen = Screen::with_progress(quiet, files);
    let today = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date();
    let counts = import::run(base, files, country.as_ref(), today, target, &mut screen)?;
    screen.end();
    screen.message(&format!("{}: written", place.display()));
    Ok(if counts.failed > 0 { SOME_FAILED } else { 0 })
}

/// The user's own gazetteer; its folder is made.
fn own_file() -> Result<PathBuf> {
    let file = home::gazetteer().with_context(|| {
        format!("no folder for your own places: name one in {}, or a file with --into", home::VARIABLE)
    })?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    Ok(file)
}

fn show(which: &GazetteerArgs) -> Result<u8> {
    let name = which.file().map_or_else(|| "built-in".to_owned(), |file| file.display().to_string());
    let gazetteer = which.open()?;
    let mut target = Target::open(None)?;
    target.write(|out| {
        writeln!(out, "{name}: {} places", gazetteer.len())?;
        gazetteer
            .origins()
            .lines()
            .try_for_each(|line| writeln!(out, "  {}", crate::terminal::clean::clean(line)))
    })?;
    target.finish()?;
    Ok(0)
}

fn reset(quiet: bool) -> Result<u8> {
    let screen = Screen::new(quiet);
    let Some(file) = home::gazetteer().filter(|file| file.exists()) else {
        screen.message(&"nothing was imported: the built-in places are in use");
        return Ok(0);
    };
    std::fs::remove_file(&file).with_context(|| format!("{}: cannot be removed", file.display()))?;
    screen.message(&format!("{}: removed; the built-in places are in use", file.display()));
    Ok(0)
}
