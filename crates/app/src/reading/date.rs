//! The day of publication, as written.

use super::problem::Fault;
use dateline_shared::day;
use jiff::civil::Date;

/// Reads a day as [`day::parse`] does.
pub fn parse(text: &str) -> Result<Date, Fault> {
    day::parse(text).ok_or_else(|| {
        let shown: String = text.trim().chars().take(40).collect();
        Fault::new(format!("'{shown}' is no date"), "write it as 2012-12-13; until then it counts as unknown")
    })
}

/// For the command line.
pub fn parse_argument(text: &str) -> Result<Date, String> {
    parse(text).map_err(|_| "not a date: write it as 2012-12-13".to_owned())
}
