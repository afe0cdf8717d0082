//! A Parquet file, written group by group.

use super::cell::{Cell, Head, Kind};
use super::writer::Writer;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use std::io::{self, Write};
use std::sync::Arc;

/// Rows of one group: it is held until it is written.
const GROUP: usize = 20_000;

/// A file that takes rows.
pub struct ParquetFile<W: Write + Send> {
    file: SerializedFileWriter<W>,
    kinds: Vec<Kind>,
    /// The rows that wait, by column.
    waiting: Vec<Vec<Cell>>,
}

impl<W: Write + Send> ParquetFile<W> {
    /// With these columns.
    pub fn begin(heads: &[Head], out: W) -> io::Result<Self> {
        let fields = heads.iter().map(|head| field(head.name, head.kind).map(Arc::new));
        let fields = fields.collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let schema = Type::group_type_builder("schema").with_fields(fields).build().map_err(failed)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        let kinds: Vec<Kind> = heads.iter().map(|head| head.kind).collect();
        let waiting = kinds.iter().map(|_| Vec::new()).collect();
        Ok(Self { file, kinds, waiting })
    }

    fn write(&mut self) -> io::Result<()> {
        if self.waiting.first().is_none_or(Vec::is_empty) {
            return Ok(());
        }
        let mut group = self.file.next_row_group().map_err(failed)?;
        for (column, kind) in self.waiting.iter_mut().zip(&self.kinds) {
            let mut writer = group
                .next_column()
                .map_err(failed)?
                .ok_or_else(|| io::Error::other("a column more than the file has"))?;
            put(&mut writer, *kind, &std::mem::take(column)).map_err(failed)?;
            writer.close().map_err(failed)?;
        }
        group.close().map_err(failed).map(drop)
    }
}

impl<W: Write + Send> Writer for ParquetFile<W> {
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        self.waiting.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        if self.waiting.first().is_some_and(|column| column.len() >= GROUP) { self.write() } else { Ok(()) }
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.write()?;
        self.file.close().map_err(failed).map(drop)
    }
}

fn field(name: &str, kind: Kind) -> Result<Type, ParquetError> {
    let (physical, logical) = match kind {
        Kind::Text | Kind::List | Kind::Record => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Int => (Physical::INT64, None),
        Kind::Real => (Physical::DOUBLE, None),
        Kind::Flag => (Physical::BOOLEAN, None),
    };
    Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

/// Writes a column: 1 where a value is there, and the values.
fn put(writer: &mut SerializedColumnWriter<'_>, kind: Kind, cells: &[Cell]) -> Result<(), ParquetError> {
    let mut there = Vec::with_capacity(cells.len());
    let mut known = |is: bool| there.push(i16::from(is));
    match kind {
        // Records inside of records are in no table of cells.
        Kind::Text | Kind::List | Kind::Record => {
            let mut values = Vec::new();
            for cell in cells {
                known(*cell != Cell::Empty);
                if *cell != Cell::Empty {
                    values.push(ByteArray::from(cell.text().as_ref()));
                }
            }
            writer.typed::<ByteArrayType>().write_batch(&values, Some(&there), None)?;
        }
        Kind::Int => {
            let mut values = Vec::new();
            for cell in cells {
                let value = if let Cell::Int(value) = cell { Some(*value) } else { None };
                known(value.is_some());
                values.extend(value);
            }
            writer.typed::<Int64Type>().write_batch(&values, Some(&there), None)?;
        }
        Kind::Flag => {
            let mut values = Vec::new();
            for cell in cells {
                let value = if let Cell::Flag(value) = cell { Some(*value) } else { None };
                known(value.is_some());
                values.extend(value);
            }
            writer.typed::<BoolType>().write_batch(&values, Some(&there), None)?;
        }
        Kind::Real => {
            let mut values = Vec::new();
            for cell in cells {
                #[allow(clippy::cast_precision_loss)]
                let value = match cell {
                    Cell::Real(value) => Some(*value),
                    Cell::Int(value) => Some(*value as f64),
                    Cell::Text(_) | Cell::Flag(_) | Cell::Empty => None,
                };
                known(value.is_some());
                values.extend(value);
            }
            writer.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
        }
    }
    Ok(())
}

fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
