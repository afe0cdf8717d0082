//! Records as rows of a batch, and rows as records.

use crate::batch::Coded;
use crate::shape;
use anyhow::{Context, Result};
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, ListArray, RecordBatch, StringArray, StructArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema};
use arrow_select::filter::filter_record_batch;
use dateline_events::record::event::EventRecord;
use dateline_events::record::{Claim, Denial};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Events, a row each.
pub fn events(events: &[EventRecord]) -> Result<RecordBatch> {
    batch(&shape::event(), events)
}

/// Records of a shape, a row each.
pub fn batch<T: Serialize>(fields: &Fields, records: &[T]) -> Result<RecordBatch> {
    Ok(serde_arrow::to_record_batch(fields.as_ref(), &records)?)
}

/// The rows of a batch as records.
pub fn of_rows<T: DeserializeOwned>(batch: &RecordBatch) -> Result<Vec<T>> {
    // Of no rows the columns need not even be there.
    if batch.num_rows() == 0 { Ok(Vec::new()) } else { Ok(serde_arrow::from_record_batch(batch)?) }
}

/// What coding made of reports, a row each.
pub fn coded(rows: Vec<Coded>) -> Result<RecordBatch> {
    let lengths: Vec<usize> = rows.iter().map(|row| row.claims.as_ref().map_or(0, Vec::len)).collect();
    let there = NullBuffer::from_iter(rows.iter().map(|row| row.claims.is_some()));
    let ids = StringArray::from_iter_values(rows.iter().map(|row| &row.id));
    let mut notes =
        ListBuilder::new(StringBuilder::new()).with_field(Field::new("item", DataType::Utf8, false));
    for row in &rows {
        row.notes.iter().for_each(|note| notes.values().append_value(note));
        notes.append(true);
    }
    let values = claims(rows.into_iter().filter_map(|row| row.claims).flatten().collect())?;
    let item = Arc::new(Field::new("item", values.data_type().clone(), false));
    let offsets = OffsetBuffer::from_lengths(lengths);
    let claims = ListArray::try_new(item, offsets, Arc::new(values), Some(there))?;
    let columns: Vec<ArrayRef> = vec![Arc::new(ids), Arc::new(claims), Arc::new(notes.finish())];
    Ok(RecordBatch::try_new(Arc::new(Schema::new(shape::coded())), columns)?)
}

fn claims(mut claims: Vec<Claim>) -> Result<StructArray> {
    for claim in &mut claims {
        if let Some(Denial::Bare(id)) = &claim.denies {
            claim.denies = Some(Denial::Link { claim: id.clone(), what: "event".to_owned() });
        }
    }
    let fields = shape::claim();
    let batch = serde_arrow::to_record_batch(fields.as_ref(), &claims)?;
    let with_confidence = |(field, column): (&FieldRef, &ArrayRef)| {
        if field.name() == "confidence" { shortest(column) } else { Arc::clone(column) }
    };
    let columns = fields.iter().zip(batch.columns()).map(with_confidence).collect();
    Ok(StructArray::try_new(fields, columns, None)?)
}

/// Numbers that were of half the length, with the digits that they are written with elsewhere: 0.93, not 0.9300000071525574.
fn shortest(column: &ArrayRef) -> ArrayRef {
    #[allow(clippy::cast_possible_truncation)]
    let short = |number: f64| (number as f32).to_string().parse().unwrap_or(number);
    let numbers = column.as_primitive::<Float64Type>();
    Arc::new(Float64Array::from_iter(numbers.iter().map(|number| number.map(short))))
}

/// The claims of a batch: those in its column `claims`, as coding gives them, or a claim a row.
pub fn claims_of(batch: &RecordBatch) -> Result<Vec<Claim>> {
    let batch = match batch.column_by_name("claims") {
        Some(lists) => flat(lists)?,
        None => batch.clone(),
    };
    of_rows(&batch).context("these are no claims: give the columns of CLAIM_SCHEMA, or of CODED_SCHEMA")
}

/// What the lists of a column hold, a row each.
fn flat(lists: &ArrayRef) -> Result<RecordBatch> {
    let shown = || format!("the column 'claims' is {}: it holds lists of claims", lists.data_type());
    let (DataType::List(item)
    | DataType::LargeList(item)
    | DataType::ListView(item)
    | DataType::FixedSizeList(item, _)) = lists.data_type()
    else {
        anyhow::bail!(shown());
    };
    let DataType::Struct(fields) = item.data_type() else { anyhow::bail!(shown()) };
    let lists = cast(lists, &DataType::List(Arc::clone(item))).with_context(shown)?;
    let lists = lists.as_list::<i32>();
    let rows: Vec<ArrayRef> = lists.iter().flatten().collect();
    let rows = rows.iter().map(|rows| present(rows.as_struct())).collect::<Result<Vec<_>>>()?;
    let schema = Arc::new(Schema::new(nullable(fields)));
    Ok(arrow_select::concat::concat_batches(&schema, &rows)?)
}

/// The records of a column that are not null, a row each.
pub fn present(column: &StructArray) -> Result<RecordBatch> {
    let is_there = BooleanArray::from_iter((0..column.len()).map(|row| Some(column.is_valid(row))));
    let (fields, arrays, _) = column.clone().into_parts();
    let rows = RecordBatch::try_new(Arc::new(Schema::new(nullable(&fields))), arrays)?;
    Ok(filter_record_batch(&rows, &is_there)?)
}

/// Fields of records that may be missing as a whole: then all of them are null.
fn nullable(fields: &Fields) -> Fields {
    fields.iter().map(|field| field.as_ref().clone().with_nullable(true)).collect()
}
