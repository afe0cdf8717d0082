//! Merging in parts, for clusters: the steps of `dateline_events::merge::parts` over batches. What calls them is `dateline/spark.py`.

use crate::column::Texts;
use crate::merging::{prepared, tables};
use crate::rows::{self, claims_of, of_rows};
use crate::{refused_because, shape};
use anyhow::{Context, Result};
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::DataType;
use dateline_events::merge::parts;
use dateline_events::record::Claim;
use dateline_events::record::event::EventRecord;
use dateline_events::record::part::{Member, Sheet, TellingRow, Tie};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use pyo3_arrow::input::AnyRecordBatch;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A telling as a row: its sheet as JSON, which nobody looks into on the way.
#[derive(Serialize)]
struct Row {
    order: String,
    keys: Vec<i64>,
    report: String,
    claims: Vec<String>,
    told: usize,
    sheet: String,
}

/// A telling in one of its blocks.
#[derive(Deserialize)]
struct InBlock {
    block: i64,
    part: i64,
    telling: i64,
    own: bool,
    sheet: String,
}

/// Which set a telling is in.
#[derive(Serialize)]
struct InSet {
    telling: i64,
    set: i64,
}

/// An event with its place among all.
#[derive(Serialize)]
struct InOrder<'a> {
    order: &'a str,
    #[serde(flatten)]
    event: &'a EventRecord,
}

/// Claims of one report as they move between machines: as JSON, which nobody looks into on the way.
#[derive(Serialize, Deserialize)]
struct Packed {
    report: String,
    packed: String,
}

/// The claims of whole reports, a row for each report (PACKED_SCHEMA).
#[pyfunction]
#[pyo3(signature = (claims, data = None))]
pub fn part_pack(py: Python<'_>, claims: AnyRecordBatch, data: Option<PathBuf>) -> PyResult<PyRecordBatch> {
    let reader = claims.into_reader()?;
    answer(py, || {
        let mut reports: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
        for claim in prepared(all(reader, claims_of)?, data.as_deref())? {
            reports.entry(claim.report.id.clone()).or_default().push(claim);
        }
        let pack = |(report, claims): (String, Vec<Claim>)| -> Result<Packed> {
            Ok(Packed { report, packed: serde_json::to_string(&claims)? })
        };
        let found = reports.into_iter().map(pack).collect::<Result<Vec<_>>>()?;
        rows::batch(&shape::packed(), &found)
    })
}

fn unpack(packed: &str) -> Result<Vec<Claim>> {
    serde_json::from_str(packed).context("claims that another version of dateline has packed")
}

/// The tellings of reports that were packed, a row each (TELLING_SCHEMA).
#[pyfunction]
pub fn part_tellings(py: Python<'_>, packed: AnyRecordBatch) -> PyResult<PyRecordBatch> {
    let reader = packed.into_reader()?;
    answer(py, || {
        let mut found = Vec::new();
        for report in all(reader, of_rows::<Packed>)? {
            for telling in parts::tellings(tables()?, &unpack(&report.packed)?) {
                let TellingRow { order, keys, report, claims, told, sheet } = telling;
                found.push(Row { order, keys, report, claims, told, sheet: serde_json::to_string(&sheet)? });
            }
        }
        rows::batch(&shape::telling(), &found)
    })
}

/// How likely the tellings of some blocks are one event, pair by pair (TIE_SCHEMA).
///
/// A row is a telling in a block or, of a crowded one, a part of it: `block`, `part`, `telling`, `sheet`, and `own`, which is false where the telling belongs to the next part of a
/// crowded block and is only there to be met.
#[pyfunction]
pub fn part_weigh(py: Python<'_>, tellings: AnyRecordBatch) -> PyResult<PyRecordBatch> {
    let reader = tellings.into_reader()?;
    answer(py, || {
        let mut blocks: BTreeMap<(i64, i64), Vec<InBlock>> = BTreeMap::new();
        for row in all(reader, of_rows::<InBlock>)? {
            blocks.entry((row.block, row.part)).or_default().push(row);
        }
        let mut ties = Vec::new();
        for rows in blocks.into_values() {
            let sheets = rows.iter().map(|row| serde_json::from_str::<Sheet>(&row.sheet));
            let sheets =
                sheets.collect::<Result<Vec<_>, _>>().context("a sheet of another version of dateline")?;
            let number = |n: usize| rows.get(n).map_or(0, |row| row.telling);
            let own = rows.iter().filter(|row| row.own).count();
            let found = parts::weigh(tables()?, &sheets, own);
            ties.extend(found.into_iter().map(|(a, b, odds)| Tie { a: number(a), b: number(b), odds }));
        }
        rows::batch(&shape::tie(), &ties)
    })
}

/// The set of each telling that ties lead to (`telling`, `set`); the others are sets by themselves.
#[pyfunction]
pub fn part_sets(py: Python<'_>, ties: AnyRecordBatch) -> PyResult<PyRecordBatch> {
    let reader = ties.into_reader()?;
    answer(py, || {
        let ties = all(reader, |batch| {
            let [a, b, odds] = [int(batch, "a")?, int(batch, "b")?, int(batch, "odds")?];
            let ties = a.into_iter().zip(b).zip(odds).map(|((a, b), odds)| Tie { a, b, odds });
            Ok(ties.collect::<Vec<Tie>>())
        })?;
        let mut tellings: Vec<i64> = ties.iter().flat_map(|tie| [tie.a, tie.b]).collect();
        tellings.sort_unstable();
        tellings.dedup();
        let sets = parts::sets(&tellings, &ties);
        let found: Vec<InSet> =
            tellings.into_iter().zip(sets).map(|(telling, set)| InSet { telling, set }).collect();
        rows::batch(&shape::in_set(), &found)
    })
}

/// The events of some whole sets (EVENT_SCHEMA with `order` before it).
///
/// Each row has one of `packed`, `member` and `tie`; the others are null.
#[pyfunction]
pub fn part_compose(py: Python<'_>, rows: AnyRecordBatch) -> PyResult<PyRecordBatch> {
    let reader = rows.into_reader()?;
    answer(py, || {
        let (mut claims, mut members, mut ties) = (Vec::new(), Vec::<Member>::new(), Vec::<Tie>::new());
        for batch in reader {
            let batch = batch?;
            let packed = Texts::of(&batch, "packed")?;
            for packed in (0..batch.num_rows()).filter_map(|row| packed.get(row)) {
                claims.extend(unpack(packed)?);
            }
            members.extend(of_rows::<Member>(&there(&batch, "member")?)?);
            ties.extend(of_rows::<Tie>(&there(&batch, "tie")?)?);
        }
        let placed = parts::compose(tables()?, &claims, &members, &ties)?;
        let found: Vec<InOrder<'_>> =
            placed.iter().map(|placed| InOrder { order: &placed.order, event: &placed.event }).collect();
        rows::batch(&shape::in_order(), &found)
    })
}

fn answer(py: Python<'_>, work: impl FnOnce() -> Result<RecordBatch> + Send) -> PyResult<PyRecordBatch> {
    py.detach(work).map(PyRecordBatch::new).map_err(|error| refused_because(&error))
}

fn all<T>(
    reader: Box<dyn RecordBatchReader + Send>,
    read: impl Fn(&RecordBatch) -> Result<Vec<T>>,
) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for batch in reader {
        found.extend(read(&batch?)?);
    }
    Ok(found)
}

fn int(batch: &RecordBatch, name: &str) -> Result<Vec<i64>> {
    let column = batch.column_by_name(name).filter(|column| *column.data_type() == DataType::Int64);
    let column = column.with_context(|| format!("no column '{name}' of 64-bit whole numbers"))?;
    Ok(column.as_primitive::<Int64Type>().values().to_vec())
}

/// The rows of a column of records that are not null.
fn there(batch: &RecordBatch, name: &str) -> Result<RecordBatch> {
    let column = batch.column_by_name(name).and_then(|column| column.as_any().downcast_ref::<StructArray>());
    let column = column.with_context(|| format!("no column '{name}' of records"))?;
    rows::present(column)
}
