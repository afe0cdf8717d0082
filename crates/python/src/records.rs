//! Records as plain Python: dictionaries and lists, as JSON has them.

use dateline_events::coding::{Coding, FieldWhy};
use dateline_events::record::Claim;
use dateline_text::offsets::CodePoints;
use dateline_text::report::Report;
use dateline_text::span::Span;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// As JSON, in which numbers are as short as in the program's own output.
pub fn json(record: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(record)
}

/// A record as Python has it.
pub fn to_python<'py>(py: Python<'py>, record: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    from_json(py, &json(record).map_err(crate::refused)?)
}

/// What Python's own reader of JSON makes of a text.
pub fn from_json<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}

/// A record that Python holds, as JSON would have it.
pub fn of_python<T: DeserializeOwned>(py: Python<'_>, record: &Bound<'_, PyAny>) -> PyResult<T> {
    static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let text: String = DUMPS.import(py, "json", "dumps")?.call1((record,))?.extract()?;
    serde_json::from_str(&text).map_err(crate::refused)
}

/// A report explained, as Python gets it. Offsets are code points.
#[derive(Serialize)]
struct Explained<'a> {
    text: &'a str,
    sentences: Vec<[usize; 2]>,
    claims: &'a [Claim],
    fields: Vec<Vec<FieldShown<'a>>>,
    notes: Vec<NoteShown<'a>>,
}

/// Why a field is what it is.
#[derive(Serialize)]
struct FieldShown<'a> {
    field: &'a str,
    value: &'a str,
    words: Option<[usize; 2]>,
    score: Option<f32>,
    rule: &'a str,
    data: &'a str,
}

/// What could not be read or resolved.
#[derive(Serialize)]
struct NoteShown<'a> {
    text: &'a str,
    words: Option<[usize; 2]>,
}

/// A report with its claims, why each field is what it is, and what could not be read: as JSON.
pub fn explained(report: &Report, coding: &Coding) -> serde_json::Result<String> {
    let points = CodePoints::new(&report.text);
    let place = |span: Span| [points.of(span.start), points.of(span.end)];
    let notes = coding.notes.iter().map(|note| NoteShown { text: &note.text, words: note.words.map(place) });
    json(&Explained {
        text: &report.text,
        sentences: coding.sentences.iter().map(|span| place(*span)).collect(),
        claims: &coding.claims,
        fields: coding
            .explanations
            .iter()
            .map(|all| all.fields.iter().map(|field| shown(field, &place)).collect())
            .collect(),
        notes: notes.collect(),
    })
}

fn shown<'a>(field: &'a FieldWhy, place: &dyn Fn(Span) -> [usize; 2]) -> FieldShown<'a> {
    FieldShown {
        field: &field.field,
        value: &field.value,
        words: field.words.map(place),
        score: field.score,
        rule: field.why.rule,
        data: field.why.data,
    }
}
