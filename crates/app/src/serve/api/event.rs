//! `GET /api/v1/events/{id}`: an event with its claims and reports.

use super::Answer;
use crate::record::show::Head;
use crate::serve::grades::explained;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{Path, State};
use dateline_events::record::event::EventRecord;
use serde::Serialize;
use serde_json::value::RawValue;
use std::sync::Arc;
use utoipa::ToSchema;

/// An event with all that it rests on.
#[derive(Serialize, ToSchema)]
pub struct Whole {
    /// The event record.
    #[schema(value_type = Object)]
    event: Box<RawValue>,
    /// The claim records, the oldest first.
    #[schema(value_type = Vec<Object>)]
    claims: Vec<Box<RawValue>>,
    /// The reports that they stand in.
    reports: Vec<ReportHead>,
    /// Why it has its grade, in a sentence.
    why: String,
}

/// What is said of a report.
#[derive(Serialize, ToSchema)]
pub struct ReportHead {
    id: String,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

impl From<Head> for ReportHead {
    fn from(head: Head) -> Self {
        let Head { name: id, title, publisher, published, url } = head;
        Self { id, title, publisher, published, url }
    }
}

/// An event with its claims and reports. An id that went away leads to the event that its claims are in now.
#[utoipa::path(get, path = "/api/v1/events/{id}", params(("id" = String, Path)),
    responses((status = 200, body = Whole), (status = 404, body = crate::serve::refusal::Error)))]
pub async fn event(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Answer<Whole> {
    let found = shared.record.whole_event(&id).await.map_err(|error| shared.failed(&error))?;
    let missing = || {
        Refusal::missing(
            "no event of that id; it may have lost its claims to newer versions of their reports",
        )
    };
    let found = found.ok_or_else(missing)?;
    let record: EventRecord =
        serde_json::from_str(&found.record).map_err(|_| Refusal::mistake("an event cannot be read"))?;
    Ok(Json(Whole {
        why: explained(&record),
        event: raw(found.record)?,
        claims: found.claims.into_iter().map(raw).collect::<Result<_, _>>()?,
        reports: found.reports.into_iter().map(ReportHead::from).collect(),
    }))
}

/// JSON as it is stored.
pub(super) fn raw(text: String) -> Result<Box<RawValue>, Refusal> {
    RawValue::from_string(text).map_err(|_| Refusal::mistake("what is stored is no JSON"))
}
