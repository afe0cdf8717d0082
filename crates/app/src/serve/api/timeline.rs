//! `GET /api/v1/timeline`: events over time, by type.

use super::{Answer, select};
use crate::record::overview::timeline::Step;
use crate::serve::query::Wishes;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Events over time.
#[derive(Serialize, ToSchema)]
pub struct Timeline {
    mark: i64,
    /// How long its parts are: day, week, month, year.
    step: &'static str,
    /// In order; parts without events are left out, and so are events without a day.
    parts: Vec<Part>,
}

/// Events of one type in one part of a timeline.
#[derive(Serialize, ToSchema)]
pub struct Part {
    /// First day of the part (ISO 8601).
    day: String,
    #[serde(rename = "type")]
    kind: String,
    events: usize,
}

/// Events over time, by type. Filters are those of /api/v1/events.
#[utoipa::path(get, path = "/api/v1/timeline", params(("step" = Option<String>, Query, description = "day, week, month or year; chosen by the length of the whole where it is left out")),
    responses((status = 200, body = Timeline), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn timeline(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Answer<Timeline> {
    let mut wishes = Wishes::of(query.as_deref())?;
    let filter = wishes.filter()?;
    let step = wishes.one("step")?.map(|word| step(&word)).transpose()?;
    wishes.end()?;
    let (overview, selection) = select(&shared, &filter).await?;
    let step = step.unwrap_or_else(|| overview.step(&selection));
    let parts = overview.timeline(&selection, step).into_iter();
    let parts = parts.map(|(day, kind, events)| Part { day, kind, events }).collect();
    Ok(Json(Timeline { mark: overview.mark(), step: step.name(), parts }))
}

fn step(word: &str) -> Result<Step, Refusal> {
    let all = [Step::Day, Step::Week, Step::Month, Step::Year];
    all.into_iter()
        .find(|step| step.name() == word)
        .ok_or_else(|| Refusal::wrong("step is none of day, week, month, year"))
}
