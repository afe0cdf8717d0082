//! `GET /api/v1/reports/{id}`: a report with its claims.

use super::Answer;
use super::event::raw;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// A report in its newest version, with the claims that count.
#[derive(Serialize, ToSchema)]
pub struct ReportAnswer {
    id: String,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    dateline: Option<String>,
    url: Option<String>,
    /// As published.
    text: String,
    /// The report that this one is a copy of: claims are taken from there.
    copy_of: Option<String>,
    /// The oldest first.
    versions: Vec<Version>,
    /// Reports that are copies of it.
    copies: Vec<Copy>,
    /// The claim records, in the order of the text; offsets count code points of `text`.
    #[schema(value_type = Vec<Object>)]
    claims: Vec<Box<RawValue>>,
    /// The events that the claims are in: ids of claims to ids of events.
    events: BTreeMap<String, String>,
}

/// A version of an article.
#[derive(Serialize, ToSchema)]
pub struct Version {
    version: i64,
    /// When it was read (UTC).
    read_at: String,
    /// It is the one shown.
    current: bool,
}

/// A copy of a report.
#[derive(Serialize, ToSchema)]
pub struct Copy {
    id: String,
    publisher: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

/// A report in its newest version, with the claims that count.
#[utoipa::path(get, path = "/api/v1/reports/{id}", params(("id" = String, Path)),
    responses((status = 200, body = ReportAnswer), (status = 404, body = crate::serve::refusal::Error)))]
pub async fn report(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Answer<ReportAnswer> {
    let found = shared.record.whole_report(&id).await.map_err(|error| shared.failed(&error))?;
    let found = found.ok_or_else(|| Refusal::missing("no report of that id"))?;
    let newest = found.versions.iter().map(|(version, _)| *version).max();
    let version = |(version, read_at)| Version { version, read_at, current: Some(version) == newest };
    Ok(Json(ReportAnswer {
        id: found.head.name,
        title: found.head.title,
        publisher: found.head.publisher,
        published: found.head.published,
        dateline: found.dateline,
        url: found.head.url,
        text: found.text,
        copy_of: found.copy_of,
        versions: found.versions.into_iter().map(version).collect(),
        copies: found
            .copies
            .into_iter()
            .map(|copy| Copy {
                id: copy.name,
                publisher: copy.publisher,
                published: copy.published,
                url: copy.url,
            })
            .collect(),
        claims: found.claims.into_iter().map(raw).collect::<Result<_, _>>()?,
        events: found.events,
    }))
}
