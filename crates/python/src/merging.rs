//! From claims to events.

use crate::coder::{actors_of, is_there, places_of};
use crate::records::{from_json, json, of_python};
use crate::{refused, refused_because, rows};
use anyhow::{Result, bail};
use dateline_events::merge::{Merger, Merging, complete};
use dateline_events::record::Claim;
use dateline_events::record::event::EventRecord;
use dateline_shared::built_in;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use pyo3_arrow::input::AnyRecordBatch;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The events of claims that are dictionaries, as dictionaries.
#[pyfunction]
#[pyo3(signature = (claims, data = None))]
pub fn merge<'py>(
    py: Python<'py>,
    claims: &Bound<'py, PyAny>,
    data: Option<PathBuf>,
) -> PyResult<Bound<'py, PyAny>> {
    let claims: Vec<Claim> = of_python(py, claims)?;
    let events = py.detach(|| events(claims, data.as_deref())).map_err(|error| refused_because(&error))?;
    from_json(py, &json(&events).map_err(refused)?)
}

/// The events of the claims of a batch or a stream of them, a row each.
#[pyfunction]
#[pyo3(signature = (claims, data = None))]
pub fn merge_batch(py: Python<'_>, claims: AnyRecordBatch, data: Option<PathBuf>) -> PyResult<PyRecordBatch> {
    let reader = claims.into_reader()?;
    let merged = py.detach(|| -> Result<_> {
        let mut all = Vec::new();
        for batch in reader {
            all.extend(rows::claims_of(&batch?)?);
        }
        rows::events(&events(all, data.as_deref())?)
    });
    merged.map(PyRecordBatch::new).map_err(|error| refused_because(&error))
}

/// The tables, read once.
pub fn tables() -> Result<&'static Merging> {
    static TABLES: OnceLock<Merging> = OnceLock::new();
    if let Some(tables) = TABLES.get() {
        return Ok(tables);
    }
    let read = built_in::merging()?;
    Ok(TABLES.get_or_init(|| read))
}

fn events(claims: Vec<Claim>, data: Option<&Path>) -> Result<Vec<EventRecord>> {
    let claims = prepared(claims, data)?;
    let mut merger = Merger::new(tables()?);
    claims.iter().for_each(|claim| merger.add(claim));
    merger.settle();
    Ok(merger.events().collect())
}

/// Claims that can be merged. An error names the first that cannot.
pub fn prepared(mut claims: Vec<Claim>, data: Option<&Path>) -> Result<Vec<Claim>> {
    is_there(data)?;
    // What this program has coded is complete; what others wrote may lack coordinates and ids.
    if claims.iter().any(|claim| claim.coder.version.is_empty()) {
        let (places, actors) = (places_of(data)?, actors_of(data)?);
        let others = claims.iter_mut().filter(|claim| claim.coder.version.is_empty());
        others.for_each(|claim| complete(claim, &places, &actors));
    }
    for claim in &claims {
        let missing = [("id", &claim.id), ("event.type", &claim.event.kind), ("report.id", &claim.report.id)];
        if let Some((field, _)) = missing.iter().find(|(_, value)| value.is_empty()) {
            bail!("the claim '{}' of the report '{}' has no {field}", claim.id, claim.report.id);
        }
    }
    Ok(claims)
}
