//! What all commands that read reports have in common.

use crate::reading::{Defaults, date};
use jiff::civil::Date;

/// Options for reading.
#[derive(clap::Args)]
pub struct ReadingArgs {
    /// Day of publication of reports that bear none, as 2012-12-13
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    date: Option<Date>,
    /// Publisher of reports that name none
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
}

impl ReadingArgs {
    /// The same, for the readers.
    pub fn defaults(&self) -> Defaults {
        Defaults { published: self.date, publisher: self.publisher.clone() }
    }
}
