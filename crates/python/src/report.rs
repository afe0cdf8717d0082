//! Reports as callers hand them in: a text, or a dictionary with a text.

use crate::refused;
use dateline_shared::day;
use dateline_text::report::Report;
use jiff::civil::Date;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use sha2::{Digest, Sha256};

/// Longest text that is read, in bytes: that of the program's own longest line.
const LONGEST: usize = 64 << 20;

/// A report of a text or a dictionary; `published` where the caller gives it beside.
pub fn of_python(report: &Bound<'_, PyAny>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Report> {
    let published = published.map(day_of).transpose()?;
    if let Ok(text) = report.cast::<PyString>() {
        return named(Report { text: text.to_cow()?.into_owned(), published, ..Report::default() })
            .map_err(refused);
    }
    let Ok(fields) = report.cast::<PyDict>() else {
        return Err(PyTypeError::new_err("a report is a text, or a dictionary with 'text'"));
    };
    let get = |name: &str| -> PyResult<Option<String>> {
        let value = fields.get_item(name)?.filter(|value| !value.is_none());
        let wrong = |_| PyTypeError::new_err(format!("'{name}' of a report is a text"));
        value.map(|value| value.extract::<String>().map_err(wrong)).transpose()
    };
    let own = fields.get_item("published")?.filter(|value| !value.is_none());
    let own = own.as_ref().map(day_of).transpose()?;
    named(Report {
        id: get("id")?.unwrap_or_default(),
        text: get("text")?.ok_or_else(|| refused("a report has a 'text'"))?,
        title: get("title")?,
        publisher: get("publisher")?,
        dateline: get("dateline")?,
        published: published.or(own),
        url: get("url")?,
    })
    .map_err(refused)
}

/// A report with a name: its own, else one made of its text, so that the same text has the same name everywhere. Refuses what is too long.
pub fn named(mut report: Report) -> Result<Report, String> {
    if report.text.len() > LONGEST {
        return Err(format!("longer than {} MB: cut it into reports", LONGEST >> 20));
    }
    if report.id.is_empty() {
        let hash = Sha256::digest(report.text.as_bytes());
        let digits = hash.iter().take(8).map(|byte| format!("{byte:02x}"));
        report.id = format!("r_{}", digits.collect::<String>());
    }
    Ok(report)
}

/// A day: a `datetime.date` or `datetime.datetime`, or a text as reports have it.
pub fn day_of(value: &Bound<'_, PyAny>) -> PyResult<Date> {
    let text = match value.cast::<PyString>() {
        Ok(text) => text.to_cow()?.into_owned(),
        Err(_) => value
            .call_method0("isoformat")
            .and_then(|iso| iso.extract())
            .map_err(|_| PyTypeError::new_err("a day is a datetime.date, or a text such as 2012-12-13"))?,
    };
    day::parse(&text).ok_or_else(|| refused(format!("'{text}' is no date: write it as 2012-12-13")))
}
