//! What has not changed is not sent again.

use super::shared::Shared;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Answers that nothing has changed where that is so, without asking the record: an answer depends on the address and on the state of the record.
pub async fn unchanged(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET || request.uri().path() == "/api/v1/live" {
        return next.run(request).await;
    }
    let state = shared.state();
    let mut hash = Sha256::new();
    hash.update(format!("{}\n{state:?}\n{}", shared.run, request.uri()));
    let hash: String = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("W/\"{hash}\"");
    let known = request.headers().get_all(header::IF_NONE_MATCH).iter();
    let is_known =
        known.filter_map(|tags| tags.to_str().ok()).any(|tags| tags.split(',').any(|t| t.trim() == tag));
    let mut response = match is_known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => next.run(request).await,
    };
    if (response.status().is_success() || is_known)
        && let Ok(tag) = HeaderValue::from_str(&tag)
    {
        response.headers_mut().insert(header::ETAG, tag);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}
