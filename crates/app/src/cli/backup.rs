//! `dateline backup` and `dateline restore`.

use super::record_args::RecordArgs;
use crate::record::backup;
use crate::record::open::Purpose;
use crate::screen::Screen;
use anyhow::Result;
use std::path::PathBuf;

const BACKUP: &str = "\
Examples:
  dateline backup monday.db
  dateline backup monday.db --record archive.db

Others may read and write the record meanwhile. The backup is itself a record: look into it with --record monday.db.";

const RESTORE: &str = "\
Examples:
  dateline restore monday.db                         as dateline.db, if there is none
  dateline restore monday.db --record archive.db";

/// Copy the record to a file, while others read and write it
#[derive(clap::Args)]
#[command(after_help = BACKUP)]
pub struct BackupArgs {
    /// The backup, a new file
    file: PathBuf,
    #[command(flatten)]
    record: RecordArgs,
}

/// Make a record of a backup
#[derive(clap::Args)]
#[command(after_help = RESTORE)]
pub struct RestoreArgs {
    /// The file that dateline backup has written
    file: PathBuf,
    #[command(flatten)]
    record: RecordArgs,
}

/// Runs `dateline backup`.
pub fn backup(args: &BackupArgs, quiet: bool) -> Result<u8> {
    let record = args.record.open(Purpose::Look)?;
    backup::backup(&record, &args.file)?;
    Screen::new(quiet).message(&format!("{} is a copy of {}", args.file.display(), args.record.address()));
    Ok(0)
}

/// Runs `dateline restore`.
pub fn restore(args: &RestoreArgs, quiet: bool) -> Result<u8> {
    let record = backup::restore(&args.file, args.record.address())?;
    let status = record.wait(record.status()).map_err(|error| record.fault(&error))?;
    let counts = format!("{} reports, {} claims, {} events", status.reports, status.claims, status.events);
    Screen::new(quiet).message(&format!("{} has {counts}", args.record.address()));
    Ok(0)
}
