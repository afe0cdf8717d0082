//! `GET /api/v1/events`: a list of events, page by page.

use super::{Answer, select};
use crate::record::find::Line;
use crate::record::voices::Voices;
use crate::serve::query::Wishes;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Events of one page, where nothing else is asked for.
const PAGE: i64 = 50;

/// Sources of an event that a list names.
const NAMED: usize = 3;

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct Events {
    mark: i64,
    /// How many events the filter lets through.
    total: usize,
    /// The newest first.
    events: Vec<EventLine>,
    /// What to give as `after` for the next page; null at the end.
    next: Option<String>,
}

/// An event in one line.
#[derive(Serialize, ToSchema)]
pub struct EventLine {
    id: String,
    /// The day that it stands at in order (ISO 8601): a month or a year at its beginning; where no words give one, the day of publication.
    day: Option<String>,
    /// Its first and last day, month or year as the words give them; null where they give none.
    first: Option<String>,
    last: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    grade: String,
    lat: Option<f64>,
    lon: Option<f64>,
    killed: Option<Range>,
    /// One line in plain English.
    summary: String,
    /// Who says so: the most talkative three.
    sources: Vec<String>,
    /// How many say so.
    source_count: usize,
    /// Who denies it or a part of it.
    denied_by: Vec<String>,
}

/// The newest figures of all sources.
#[derive(Serialize, ToSchema)]
pub struct Range {
    low: Option<i64>,
    high: Option<i64>,
}

impl EventLine {
    fn of(line: Line, Voices { mut saying, denying }: Voices) -> Self {
        let (low, high) = line.killed;
        let source_count = saying.len();
        saying.truncate(NAMED);
        Self {
            id: line.id,
            day: Some(line.day).filter(|day| !day.is_empty()),
            first: line.days.0,
            last: line.days.1,
            kind: line.kind,
            grade: line.grade,
            lat: line.at.map(|at| at.0),
            lon: line.at.map(|at| at.1),
            killed: (low.is_some() || high.is_some()).then_some(Range { low, high }),
            summary: line.summary,
            sources: saying,
            source_count,
            denied_by: denying,
        }
    }
}

/// A list of events. Values that are given more than once are alternatives; all conditions must hold.
#[utoipa::path(get, path = "/api/v1/events",
    params(
        ("q" = Option<String>, Query, description = "Words that must all be there, in names, the summary or the sentences; the last may be a beginning"),
        ("from" = Option<String>, Query, description = "First day, as 2012-12-13"), ("to" = Option<String>, Query, description = "Last day"),
        ("area" = Option<String>, Query, description = "South,north,west,east in degrees; west may be greater than east"),
        ("country" = Option<Vec<String>>, Query, description = "ISO 3166 alpha-3 of the place"), ("type" = Option<Vec<String>>, Query, description = "Event type"),
        ("mode" = Option<Vec<String>>, Query), ("grade" = Option<Vec<String>>, Query), ("status" = Option<Vec<String>>, Query, description = "What some claim says of it: occurred, possible, future, hypothetical, denied"),
        ("party" = Option<Vec<String>>, Query, description = "Actor or recipient, by name or id"), ("actor" = Option<Vec<String>>, Query), ("recipient" = Option<Vec<String>>, Query), ("sector" = Option<Vec<String>>, Query),
        ("source" = Option<Vec<String>>, Query), ("source-kind" = Option<Vec<String>>, Query), ("publisher" = Option<Vec<String>>, Query),
        ("killed" = Option<u32>, Query, description = "At least so many, by the lowest of the newest figures"),
        ("limit" = Option<u32>, Query, description = "1 to 200; 50 where it is left out"), ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, body = Events), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn events(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Answer<Events> {
    let mut wishes = Wishes::of(query.as_deref())?;
    let filter = wishes.filter()?;
    let limit = usize::try_from(wishes.number("limit", 1..=200)?.unwrap_or(PAGE)).unwrap_or(0);
    let after = wishes.one("after")?.map(|text| place(&text)).transpose()?;
    wishes.end()?;
    let (overview, selection) = select(&shared, &filter).await?;
    // One more than is asked for tells whether there is a next page.
    let mut numbers = overview.page(&selection, after, limit + 1);
    let is_last = numbers.len() <= limit;
    numbers.truncate(limit);
    let next = numbers.last().filter(|_| !is_last).and_then(|number| overview.place(*number));
    let failed = |error: sqlx::Error| shared.failed(&error);
    let lines = shared.record.lines(&numbers).await.map_err(failed)?;
    let mut voices = shared.record.voices(&numbers).await.map_err(failed)?;
    let line = |line: Line| {
        let voices = voices.remove(&line.number).unwrap_or_default();
        EventLine::of(line, voices)
    };
    Ok(Json(Events {
        mark: overview.mark(),
        total: selection.len(),
        events: lines.into_iter().map(line).collect(),
        next: next.map(|(day, number)| format!("{day}.{number}")),
    }))
}

fn place(text: &str) -> Result<(i32, i64), Refusal> {
    let parts =
        text.split_once('.').and_then(|(day, number)| Some((day.parse().ok()?, number.parse().ok()?)));
    parts.ok_or_else(|| Refusal::wrong("after is not what an answer gave as next"))
}
