//! The codebook's tables: which event types there are, and the quad that each belongs to.

use crate::table::{Table, TableError};
use std::collections::BTreeMap;

/// Path below `data/` of the table of event types.
pub const TYPES: &str = "codebook/types.tsv";

/// What the coder needs of the codebook.
#[derive(Clone, Debug, Default)]
pub struct Codebook {
    quads: BTreeMap<String, String>,
}

impl Codebook {
    /// Reads the text of [`TYPES`].
    pub fn from_table(types: &str) -> Result<Self, TableError> {
        let table = Table::parse(types)?;
        let (kind, quad) = (table.column("type")?, table.column("quad")?);
        let cell = |row: &[&str], at: usize| row.get(at).copied().unwrap_or_default().to_owned();
        let quads = table.rows.iter().map(|(_, row)| (cell(row, kind), cell(row, quad))).collect();
        Ok(Self { quads })
    }

    /// statement, or verbal or material cooperation or conflict; empty for a type that the codebook does not know.
    pub fn quad(&self, kind: &str) -> &str {
        self.quads.get(kind).map_or("", String::as_str)
    }
}
