//! Data tables: the format of the files under `data/`.

pub use dateline_text::table::{Table, TableError};
