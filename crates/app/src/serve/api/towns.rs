//! `GET /api/v1/towns`: names of towns for the map.

use super::Answer;
use crate::serve::query::Wishes;
use crate::serve::refusal::Refusal;
use crate::serve::towns::towns as named;
use axum::Json;
use axum::extract::RawQuery;
use serde::Serialize;
use utoipa::ToSchema;

/// Names for a map.
#[derive(Serialize, ToSchema)]
pub struct Towns {
    /// Capitals first, then the largest.
    towns: Vec<TownName>,
}

/// A town.
#[derive(Serialize, ToSchema)]
pub struct TownName {
    name: &'static str,
    lat: f64,
    lon: f64,
    capital: bool,
}

/// Names of towns for the map: the largest of what is looked at; none where there is room for countries only.
#[utoipa::path(get, path = "/api/v1/towns", params(
        ("view" = String, Query, description = "South,north,west,east of what is looked at"),
        ("zoom" = u32, Query, description = "Zoom of a map of tiles of 512 pixels, 0 to 22")),
    responses((status = 200, body = Towns), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn towns(RawQuery(query): RawQuery) -> Answer<Towns> {
    let mut wishes = Wishes::of(query.as_deref())?;
    let (view, zoom) = (wishes.area("view")?, wishes.number("zoom", 0..=22)?);
    wishes.end()?;
    let missing = || Refusal::wrong("view and zoom are needed: what is looked at");
    let (view, zoom) = view.zip(zoom).ok_or_else(missing)?;
    let found = named(view, u32::try_from(zoom).unwrap_or(0)).into_iter();
    let town = |town: &'static crate::serve::towns::Town| TownName {
        name: &town.name,
        lat: town.lat,
        lon: town.lon,
        capital: town.capital,
    };
    Ok(Json(Towns { towns: found.map(town).collect() }))
}
