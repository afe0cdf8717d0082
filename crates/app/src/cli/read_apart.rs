//! `dateline read-apart`: what the program runs in a process of its own; see [`reading::apart`](crate::reading::apart).

use crate::reading::apart::child;
use anyhow::Result;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline read-apart pdf < report.pdf
  dateline read-apart mail < alert.eml
  dateline read-apart parquet feed.parquet";

/// Read a file and write its reports as JSON lines (dateline itself runs this)
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(clap::Subcommand)]
enum Form {
    /// The PDF file on standard input
    Pdf,
    /// The e-mail on standard input
    Mail,
    /// A Parquet file
    Parquet {
        /// The file
        file: PathBuf,
    },
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    match &args.form {
        Form::Pdf => child::pdf()?,
        Form::Mail => child::mail()?,
        Form::Parquet { file } => child::parquet(file)?,
    }
    Ok(0)
}
