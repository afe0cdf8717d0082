//! Which record a command works on.

use crate::record::Record;
use crate::record::address::{Address, DEFAULT};
use crate::record::open::Purpose;

/// The record.
#[derive(Clone, Debug, clap::Args)]
pub struct RecordArgs {
    /// The record: a file, or postgres://USER@HOST/DATABASE
    #[arg(long, value_name = "FILE|URL", default_value = DEFAULT, env = "DATELINE_RECORD", hide_env_values = true, value_parser = Address::parse)]
    record: Address,
}

impl RecordArgs {
    /// Opens it.
    pub fn open(&self, purpose: Purpose) -> anyhow::Result<Record> {
        Ok(Record::open(&self.record, purpose)?)
    }

    /// Where it is.
    pub fn address(&self) -> &Address {
        &self.record
    }
}
