//! Columns of a batch by their names, whatever form of text they are in.

use anyhow::{Context, Result};
use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::DataType;

/// A column of texts; a batch may lack it.
pub struct Texts(Option<StringArray>);

impl Texts {
    /// The column `name`. Texts of any layout, days, times and whole numbers are taken; an error says what else it is.
    pub fn of(batch: &RecordBatch, name: &str) -> Result<Self> {
        let Some(column) = batch.column_by_name(name) else { return Ok(Self(None)) };
        if matches!(column.data_type(), DataType::Float32 | DataType::Float64) {
            return Ok(Self(Some(of_numbers(column)?)));
        }
        let is_plain = match column.data_type() {
            DataType::Dictionary(_, values) => is_plain(values),
            other => is_plain(other),
        };
        anyhow::ensure!(is_plain, "the column '{name}' is {}: give texts", column.data_type());
        let cast = cast_with_options(column, &DataType::Utf8, &CastOptions::default())
            .with_context(|| format!("the column '{name}' cannot be read as texts"))?;
        Ok(Self(texts(&cast)))
    }

    /// True where the batch has it.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// The text of a row.
    pub fn get(&self, row: usize) -> Option<&str> {
        self.0.as_ref().filter(|all| row < all.len() && !all.is_null(row)).map(|all| all.value(row))
    }
}

/// Numbers among which some are missing, as data frames have them: whole ones as they are written, the others none.
fn of_numbers(column: &ArrayRef) -> Result<StringArray> {
    let numbers = cast_with_options(column, &DataType::Float64, &CastOptions::default())?;
    let text = |number: f64| (number.fract() == 0.0).then(|| format!("{number:.0}"));
    Ok(numbers.as_primitive::<Float64Type>().iter().map(|number| number.and_then(text)).collect())
}

fn texts(column: &ArrayRef) -> Option<StringArray> {
    column.as_any().downcast_ref::<StringArray>().cloned()
}

fn is_plain(kind: &DataType) -> bool {
    kind.is_integer()
        || matches!(
            kind,
            DataType::Utf8
                | DataType::LargeUtf8
                | DataType::Utf8View
                | DataType::Date32
                | DataType::Date64
                | DataType::Timestamp(..)
                | DataType::Null
        )
}
