//! `GET /api/v1/sources/{name}`: what a source claims, and how often others bear it out.

use super::counts::{Count, counts};
use super::{Answer, filter_alone, select, with};
use crate::record::suggest::named;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A source in events that a filter lets through. Its events: /api/v1/events?source=
#[derive(Serialize, ToSchema)]
pub struct SourceAnswer {
    name: String,
    kind: Option<String>,
    events: usize,
    /// Events that only it tells of.
    alone: usize,
    types: Vec<Count>,
    /// Corroborated: others bear it out. Single source: nobody else does.
    grades: Vec<Count>,
}

/// What a source claims, and how often others bear it out. Filters are those of /api/v1/events.
#[utoipa::path(get, path = "/api/v1/sources/{name}", params(("name" = String, Path)),
    responses((status = 200, body = SourceAnswer), (status = 404, body = crate::serve::refusal::Error)))]
pub async fn source(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer<SourceAnswer> {
    let filter = filter_alone(query.as_deref())?;
    let found = shared.record.example("source", &name).await.map_err(|error| shared.failed(&error))?;
    let known =
        found.and_then(|event| event.sources.into_iter().find(|source| named(&source.who, None, &name)));
    let known = known.ok_or_else(|| Refusal::missing("no source of that name in any event"))?;
    let (overview, selection) = select(&shared, &with(&filter, "source", &name)).await?;
    let alone = shared.record.told_by_alone(&name).await.map_err(|error| shared.failed(&error))?;
    let tally = overview.tally(&selection);
    Ok(Json(SourceAnswer {
        name: known.who,
        kind: known.kind,
        events: selection.len(),
        alone: overview.count_of(&selection, &alone),
        types: counts(tally.kinds),
        grades: counts(tally.grades),
    }))
}
