//! `GET /api/v1/record`: what the record holds.

use super::{Answer, examples};
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A record in numbers.
#[derive(Serialize, ToSchema)]
pub struct RecordAnswer {
    /// Version of the program.
    program: &'static str,
    /// The record's name, without the folder or the server that it lies on.
    name: String,
    /// State of the claims that the events were made of: it grows with every change.
    mark: i64,
    /// Versions of reports.
    reports: i64,
    /// Claims that count.
    claims: i64,
    events: usize,
    /// Claims have changed since the events were made.
    behind: bool,
    /// First and last day of publication.
    published: Option<Days>,
    /// `POST /api/v1/examples` would load the example reports: nothing is in the record.
    examples: bool,
}

/// A first and a last day (ISO 8601).
#[derive(Serialize, ToSchema)]
pub struct Days {
    pub first: String,
    pub last: String,
}

/// What the record holds.
#[utoipa::path(get, path = "/api/v1/record", responses((status = 200, body = RecordAnswer)))]
pub async fn record(State(shared): State<Arc<Shared>>) -> Answer<RecordAnswer> {
    let sizes = shared.record.sizes().await.map_err(|error| shared.failed(&error))?;
    let state = shared.state();
    Ok(Json(RecordAnswer {
        program: env!("CARGO_PKG_VERSION"),
        name: shared.record.name(),
        mark: state.mark,
        reports: sizes.reports,
        claims: sizes.claims,
        events: state.events,
        behind: state.claims != state.mark,
        published: sizes.published.map(|(first, last)| Days { first, last }),
        examples: sizes.reports == 0 && examples::are_there(),
    }))
}
