//! The Python module `dateline._dateline`: `code` and `merge` over Arrow record batches, and questions to the resolvers.
//!
//! Thin: what it does is in the crates below; here are forms of input ([`report`], [`column`]), forms of output ([`shape`], [`rows`], [`records`]),
//! threads ([`batch`]) and errors. The package's own Python (`crates/python/dateline`) is what users import.

mod answers;
mod batch;
mod coder;
mod column;
mod merging;
mod parts;
mod records;
mod report;
mod rows;
mod shape;

use pyo3::prelude::*;

/// The native part of the package `dateline`.
#[pymodule(gil_used = false)]
fn _dateline(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("REPORT_COLUMNS", shape::REPORT)?;
    module.add("WINDOW", dateline_events::merge::parts::WINDOW)?;
    module.add_class::<coder::Coder>()?;
    module.add_function(wrap_pyfunction!(merging::merge, module)?)?;
    module.add_function(wrap_pyfunction!(merging::merge_batch, module)?)?;
    module.add_function(wrap_pyfunction!(parts::part_pack, module)?)?;
    module.add_function(wrap_pyfunction!(parts::part_tellings, module)?)?;
    module.add_function(wrap_pyfunction!(parts::part_weigh, module)?)?;
    module.add_function(wrap_pyfunction!(parts::part_sets, module)?)?;
    module.add_function(wrap_pyfunction!(parts::part_compose, module)?)?;
    module.add_function(wrap_pyfunction!(answers::place, module)?)?;
    module.add_function(wrap_pyfunction!(answers::time, module)?)?;
    module.add_function(wrap_pyfunction!(answers::party, module)?)?;
    module.add_function(wrap_pyfunction!(shape::schemas, module)?)?;
    Ok(())
}

/// What went wrong, as Python has it: a value that cannot be taken.
fn refused(error: impl std::fmt::Display) -> PyErr {
    pyo3::exceptions::PyValueError::new_err(error.to_string())
}

/// The same with all that led to it.
fn refused_because(error: &anyhow::Error) -> PyErr {
    refused(format!("{error:#}"))
}
