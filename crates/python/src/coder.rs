//! The class `Coder`.

use crate::batch::{self, Work};
use crate::records::{self, to_python};
use crate::report::of_python;
use crate::{refused, refused_because};
use anyhow::{Context, Result, bail};
use dateline_events::coder::{self, ModelData};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::Actors;
use dateline_events::parties::user::OWN_FILE;
use dateline_shared::built_in::{self, Model};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use pyo3_arrow::input::AnyRecordBatch;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// From reports to claims: one of the models with places and actors, loaded once.
#[pyclass(frozen, module = "dateline._dateline")]
pub struct Coder {
    inner: Arc<coder::Coder>,
    model: Model,
}

#[pymethods]
impl Coder {
    /// Loads a model; from `data`, a folder, whatever of it is there: models/NAME, gazetteer.bin, actors.toml.
    #[new]
    #[pyo3(signature = (model = "accurate", data = None))]
    fn new(py: Python<'_>, model: &str, data: Option<PathBuf>) -> PyResult<Self> {
        let model = Model::called(model)
            .ok_or_else(|| refused(format!("no model '{model}': there are 'accurate' and 'fast'")))?;
        let loaded = py.detach(|| load(model, data.as_deref()));
        Ok(Self { inner: Arc::new(loaded.map_err(|error| refused_because(&error))?), model })
    }

    /// The model's name.
    #[getter]
    fn model(&self) -> &'static str {
        self.model.name()
    }

    /// What its claims say of who coded them.
    #[getter]
    fn stamp<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        to_python(py, self.inner.stamp())
    }

    /// The claims of a report.
    #[pyo3(signature = (report, published = None))]
    fn code<'py>(
        &self,
        py: Python<'py>,
        report: &Bound<'py, PyAny>,
        published: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let report = of_python(report, published)?;
        let json = py.detach(|| records::json(&self.inner.code(&report).claims));
        records::from_json(py, &json.map_err(refused)?)
    }

    /// The claims of a report, why each of their fields is what it is, and what could not be read.
    #[pyo3(signature = (report, published = None))]
    fn explain<'py>(
        &self,
        py: Python<'py>,
        report: &Bound<'py, PyAny>,
        published: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let report = of_python(report, published)?;
        let explained = py.detach(|| records::explained(&report, &self.inner.code(&report)));
        records::from_json(py, &explained.map_err(refused)?)
    }

    /// A row for each report: its id, its claims, notes on what could not be read.
    #[pyo3(signature = (reports, threads = None))]
    fn code_batch(
        &self,
        py: Python<'_>,
        reports: AnyRecordBatch,
        threads: Option<usize>,
    ) -> PyResult<PyRecordBatch> {
        let reader = reports.into_reader()?;
        let work = Work { coder: &self.inner, threads };
        let coded = py.detach(|| batch::code(reader, &work));
        coded.map(PyRecordBatch::new).map_err(|error| refused_because(&error))
    }
}

fn load(model: Model, data: Option<&Path>) -> Result<coder::Coder> {
    is_there(data)?;
    built_in::coder(model_of(model, data)?, places_of(data)?, actors_of(data)?)
}

/// Refuses a folder that is none: what is carried would be taken in its place, here or on one machine of many, and nobody told.
pub fn is_there(data: Option<&Path>) -> Result<()> {
    match data.filter(|folder| !folder.is_dir()) {
        Some(folder) => bail!("{}: no such folder", folder.display()),
        None => Ok(()),
    }
}

fn file(data: Option<&Path>, name: &str) -> Option<PathBuf> {
    data.map(|folder| folder.join(name)).filter(|file| file.exists())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{}: cannot be read", file.display()))
}

fn model_of(model: Model, data: Option<&Path>) -> Result<ModelData> {
    let carried = model.data();
    let Some(network) = file(data, &format!("{}/model.onnx", carried.folder)) else { return Ok(carried) };
    let manifest = network.with_file_name("manifest.json");
    let text = String::from_utf8(read(&manifest)?)
        .with_context(|| format!("{}: is no UTF-8", manifest.display()))?;
    Ok(ModelData { network: read(&network)?.into(), manifest: text.into(), ..carried })
}

/// The gazetteer of a folder, or the one carried.
pub fn places_of(data: Option<&Path>) -> Result<Gazetteer> {
    let Some(file) = file(data, "gazetteer.bin") else { return built_in::gazetteer() };
    Gazetteer::from_bytes(read(&file)?)
        .with_context(|| format!("{}: import the files again (dateline gazetteer import)", file.display()))
}

/// The actors carried, with those of a folder added.
pub fn actors_of(data: Option<&Path>) -> Result<Actors> {
    let mut actors = built_in::actors()?;
    if let Some(file) = file(data, OWN_FILE) {
        let text =
            String::from_utf8(read(&file)?).with_context(|| format!("{}: is no UTF-8", file.display()))?;
        if let Some(wrong) = actors.add_own(&text).into_iter().find(|finding| finding.error) {
            bail!("{}:{}: {}; {}", file.display(), wrong.line, wrong.what, wrong.cure);
        }
    }
    Ok(actors)
}
