//! Questions to the resolvers: places, times, parties.

use crate::records::{from_json, to_python};
use crate::report::day_of;
use crate::{refused, refused_because};
use anyhow::Result;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::Actors;
use dateline_shared::time::{Answer, CountedFrom};
use dateline_shared::{built_in, party as parties};
use pyo3::prelude::*;
use std::sync::OnceLock;

fn places() -> Result<&'static Gazetteer> {
    static PLACES: OnceLock<Gazetteer> = OnceLock::new();
    if let Some(places) = PLACES.get() {
        return Ok(places);
    }
    let read = built_in::gazetteer()?;
    Ok(PLACES.get_or_init(|| read))
}

fn actors() -> Result<&'static Actors> {
    static ACTORS: OnceLock<Actors> = OnceLock::new();
    if let Some(actors) = ACTORS.get() {
        return Ok(actors);
    }
    let read = built_in::actors()?;
    Ok(ACTORS.get_or_init(|| read))
}

/// What words for a place may mean.
#[pyfunction]
#[pyo3(signature = (words, *, country = None, near = None, most = 5))]
pub fn place<'py>(
    py: Python<'py>,
    words: &str,
    country: Option<&str>,
    near: Option<&str>,
    most: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let resolved = places().and_then(|places| dateline_shared::place::resolve(places, words, country, near));
    let ranking = resolved.map_err(|error| refused_because(&error))?;
    from_json(py, &dateline_shared::place::json(words, &ranking, most).to_string())
}

/// What words for a time mean.
#[pyfunction]
#[pyo3(signature = (words, published = None, *, future = false, told = None, year = None))]
pub fn time<'py>(
    py: Python<'py>,
    words: &str,
    published: Option<&Bound<'py, PyAny>>,
    future: bool,
    told: Option<&Bound<'py, PyAny>>,
    year: Option<i16>,
) -> PyResult<Bound<'py, PyAny>> {
    let from = CountedFrom {
        published: published.map(day_of).transpose()?,
        future,
        told: told.map(day_of).transpose()?,
        year,
    };
    from.check().map_err(|error| refused_because(&error))?;
    to_python(py, &Answer::of(words, from.resolve(words).as_ref()))
}

/// What words for a party mean.
#[pyfunction]
#[pyo3(signature = (words, date = None, *, country = None))]
pub fn party<'py>(
    py: Python<'py>,
    words: &str,
    date: Option<&Bound<'py, PyAny>>,
    country: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    if !words.chars().any(char::is_alphanumeric) {
        return Err(refused("no words: give those that a report has for the party"));
    }
    let date = date.map(day_of).transpose()?;
    let asked = || -> Result<String> {
        let country =
            country.map(|words| dateline_shared::place::country_called(places()?, words)).transpose()?;
        let actors = actors()?;
        let found = parties::resolve(actors, words, date, country);
        let codes = found.country.as_deref().and_then(|iso3| actors.state_codes(iso3, date));
        Ok(parties::json(words, &found, codes.as_ref()).to_string())
    };
    from_json(py, &asked().map_err(|error| refused_because(&error))?)
}
