//! `GET /api/v1/summary`: what a filter lets through, counted.

use super::counts::{Count, counts};
use super::record::Days;
use super::{Answer, filter_alone, select};
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Events that a filter lets through, counted.
#[derive(Serialize, ToSchema)]
pub struct Summary {
    mark: i64,
    events: usize,
    /// Those with a place on the map.
    placed: usize,
    days: Option<Days>,
    /// The box of their places: south, north, west, east in degrees; west may be greater than east.
    area: Option<[f64; 4]>,
    types: Vec<Count>,
    grades: Vec<Count>,
    countries: Vec<Count>,
}

/// What a filter lets through, counted. Filters are those of /api/v1/events.
#[utoipa::path(get, path = "/api/v1/summary", responses((status = 200, body = Summary), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn summary(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Answer<Summary> {
    let (overview, selection) = select(&shared, &filter_alone(query.as_deref())?).await?;
    let tally = overview.tally(&selection);
    Ok(Json(Summary {
        mark: overview.mark(),
        events: selection.len(),
        placed: tally.placed,
        days: overview.days(&selection).map(|(first, last)| Days { first, last }),
        area: overview.area(&selection),
        types: counts(tally.kinds),
        grades: counts(tally.grades),
        countries: counts(tally.countries),
    }))
}
