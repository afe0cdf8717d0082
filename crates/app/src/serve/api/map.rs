//! `GET /api/v1/map`: events by cells of what is looked at.

use super::{Answer, select};
use crate::serve::query::Wishes;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// How much finer cells are than the tiles of the map's zoom, which are 512 pixels wide: 64 pixels.
const FINER: u32 = 3;

/// Events on the map.
#[derive(Serialize, ToSchema)]
pub struct Map {
    mark: i64,
    cells: Vec<MapCell>,
}

/// Events of one cell.
#[derive(Serialize, ToSchema)]
pub struct MapCell {
    /// The middle of the places in it: where to draw them.
    lat: f64,
    lon: f64,
    events: usize,
    /// The most that were killed in one of them, by its lowest figure.
    killed: Option<u32>,
    /// One of them is placed to the town or nearer; else none is placed nearer than a district.
    near: bool,
    /// The commonest type.
    #[serde(rename = "type")]
    kind: String,
    /// Of one that is alone.
    id: Option<String>,
}

/// Events by cells of what is looked at. Filters are those of /api/v1/events.
#[utoipa::path(get, path = "/api/v1/map", params(
        ("view" = Option<String>, Query, description = "South,north,west,east of what is looked at; all where it is left out"),
        ("zoom" = Option<u32>, Query, description = "Zoom of a map of tiles of 512 pixels, 0 to 22; cells are 64 pixels wide")),
    responses((status = 200, body = Map), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn map(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Answer<Map> {
    let mut wishes = Wishes::of(query.as_deref())?;
    let filter = wishes.filter()?;
    let (view, zoom) = (wishes.area("view")?, wishes.number("zoom", 0..=22)?.unwrap_or(0));
    wishes.end()?;
    let (overview, selection) = select(&shared, &filter).await?;
    let zoom = u32::try_from(zoom).unwrap_or(0) + FINER;
    let cells = overview.cells(&selection, view, zoom);
    let alone: Vec<i64> = cells.iter().filter_map(|cell| cell.alone).collect();
    let ids: HashMap<i64, String> = shared.record.ids(&alone).await.map_err(|error| shared.failed(&error))?;
    let cell = |cell: crate::record::overview::cells::Cell| MapCell {
        lat: cell.at.0,
        lon: cell.at.1,
        events: cell.events,
        killed: cell.killed,
        near: cell.near,
        kind: cell.kind,
        id: cell.alone.and_then(|number| ids.get(&number).cloned()),
    };
    Ok(Json(Map { mark: overview.mark(), cells: cells.into_iter().map(cell).collect() }))
}
