//! The rows of a Parquet file, of which only the columns of a report are read.

use super::child;
use crate::reading::columns::Columns;
use crate::reading::problem::Fault;
use parquet::basic::ConvertedType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use serde_json::Value;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

type Take<'a> = &'a mut dyn FnMut(Result<Value, Fault>) -> io::Result<()>;

/// Reads the rows in their order; ends at the first that cannot be read.
pub fn read(file: &Path, take: Take<'_>) -> io::Result<()> {
    let reader = match SerializedFileReader::new(File::open(file)?) {
        Ok(reader) => reader,
        Err(error) => return take(Err(broken(&error))),
    };
    let schema = reader.metadata().file_metadata().schema();
    let fields = schema.get_fields();
    let columns = match Columns::of(fields.iter().map(|field| field.name())) {
        Ok(columns) => columns,
        Err(fault) => return take(Err(fault)),
    };
    let (wanted, columns) = match narrow(schema, &columns) {
        Ok(narrow) => narrow,
        Err(error) => return take(Err(broken(&error))),
    };
    let rows = match reader.get_row_iter(Some(wanted)) {
        Ok(rows) => rows,
        Err(error) => return take(Err(broken(&error))),
    };
    for row in rows {
        match row {
            Ok(row) => take(Ok(report(&row, &columns)))?,
            Err(error) => return take(Err(broken(&error))),
        }
    }
    Ok(())
}

/// The schema with the columns of a report alone, and where these stand in it. Columns of lists and the like are left out.
fn narrow(schema: &Type, columns: &Columns) -> Result<(Type, Columns), ParquetError> {
    let mut places: Vec<usize> = columns.others().iter().map(|(_, place)| *place).collect();
    places.push(columns.text());
    places.sort_unstable();
    let fields = schema.get_fields();
    let kept: Vec<Arc<Type>> =
        places.iter().filter_map(|place| fields.get(*place)).filter(|f| f.is_primitive()).cloned().collect();
    let names: Vec<String> = kept.iter().map(|field| field.name().to_owned()).collect();
    let columns = Columns::of(names.iter().map(String::as_str))
        .map_err(|_| ParquetError::General("its text is no column of words".to_owned()))?;
    let narrow = Type::group_type_builder(schema.name()).with_fields(kept);
    Ok((narrow.with_converted_type(ConvertedType::NONE).build()?, columns))
}

fn report(row: &Row, columns: &Columns) -> Value {
    let cells: Vec<Option<String>> = row.get_column_iter().map(|(_, field)| words(field)).collect();
    let cell = |place: usize| cells.get(place).cloned().flatten();
    child::report(cell(columns.text()).unwrap_or_default(), columns.head(cell))
}

fn words(field: &Field) -> Option<String> {
    match field {
        Field::Null => None,
        Field::Str(words) => Some(words.clone()),
        Field::Bytes(bytes) => Some(String::from_utf8_lossy(bytes.data()).into_owned()),
        other => Some(other.to_string()),
    }
}

fn broken(error: &ParquetError) -> Fault {
    let said: String = error.to_string().chars().take(200).collect();
    let what = match said.split_once("Disabled feature at compile time: ") {
        Some((_, packing)) => format!("a Parquet file packed with {packing}, which is not read"),
        None => format!("a Parquet file that cannot be read on: {said}"),
    };
    Fault::new(what, "save it anew, with snappy or without compression")
}
