//! `GET /api/v1/live`: word of every change, as server-sent events.

use crate::serve::shared::{Shared, State as Current};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_core::Stream;
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::watch;
use utoipa::ToSchema;

/// What has changed.
#[derive(Serialize, ToSchema)]
pub struct Mark {
    mark: i64,
    events: usize,
}

/// Word of every change: an event `mark` at once, and whenever the events were brought up to date.
#[utoipa::path(get, path = "/api/v1/live", responses((status = 200, content_type = "text/event-stream", body = Mark)))]
pub async fn live(State(shared): State<Arc<Shared>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut changes = shared.changes();
    changes.mark_changed();
    Sse::new(futures_util::stream::unfold((changes, None), next)).keep_alive(KeepAlive::default())
}

/// Where a listener stands: word of changes, and what it was told last.
type Listener = (watch::Receiver<Current>, Option<i64>);

async fn next((mut changes, told): Listener) -> Option<(Result<Event, Infallible>, Listener)> {
    loop {
        changes.changed().await.ok()?;
        let Current { mark, events, .. } = *changes.borrow_and_update();
        if told != Some(mark) {
            let event = Event::default().event("mark").json_data(Mark { mark, events }).ok()?;
            return Some((Ok(event), (changes, Some(mark))));
        }
    }
}
