//! `dateline export`: events or claims of the record, in the forms that others read.

use super::filter_args::FilterArgs;
use super::record_args::RecordArgs;
use crate::export::{Export, Form, What, export};
use crate::output::target::{Target, refuse_to_overwrite};
use crate::record::open::Purpose;
use crate::screen::Screen;
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  dateline export --format csv --out events.csv
  dateline export --format parquet --what claims --out claims.parquet
  dateline export --format geojson --from 2022-01-01 --country UKR --out ukraine.geojson
  dateline export --format acled --killed 1 --out acled.csv
  dateline export --format jsonl | jq .summary

Events, or with --what claims the claims that count, of all that the conditions let through. Beside a FILE lie FILE.dictionary.csv, which says what
each column holds, and FILE.CITATION.cff. What stands for what in the layouts of others, and why: data/crosswalks. A column that nothing in the
record tells is empty; events that a layout does not have (words in ACLED, events without dead in UCDP) are left out, and counted.
Exit codes: 0 written; 1 nothing to write; 2 no record, or it could not be written, or wrong usage.";

/// Hand on events or claims, as tables and in the layouts of others
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    record: RecordArgs,
    /// Form of the output
    #[arg(long, value_enum)]
    format: Form,
    /// What a row is
    #[arg(long, value_enum, default_value_t)]
    what: What,
    /// File to write; standard output where it is left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    ensure!(
        args.what == What::Events || args.format.has_claims(),
        "{} has a row for each event: leave --what claims out, or take csv, jsonl or parquet",
        args.format
    );
    ensure!(
        args.out.is_some() || !args.format.is_binary(),
        "{} is no text: name a file with --out",
        args.format
    );
    let record_file = args.record.address().file().map(Path::to_owned);
    refuse_to_overwrite(record_file.as_slice(), &[("--out", args.out.as_deref())])?;
    let record = args.record.open(Purpose::HandOn)?;
    let mut screen = Screen::counting(quiet);
    let wanted = Export { form: args.format, what: args.what, filter: args.filter.filter() };
    let mut target = Target::open(args.out.as_deref())?;
    let done =
        export(&record, &wanted, &mut target, |rows| screen.advance(1, || format!("{rows} rows written")))?;
    target.finish()?;
    screen.end();
    if let Some(file) = &args.out {
        wanted.write_beside(file, &record, &done)?;
    }
    screen.message(&done);
    Ok(u8::from(done.rows == 0))
}
