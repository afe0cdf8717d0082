//! The record on the web: the page, and what it and other programs ask for.
//!
//! It reads the record and never codes text itself. It listens on this machine alone: there are no accounts yet.
//!
//! - [`api`]: the questions, a file each; [`query`]: filters out of addresses; [`refusal`]: what is answered where a request cannot be.
//! - [`shared`]: what requests share, kept up to date; [`guard`]: who may ask, and what browsers are told to refuse; [`etag`]: what has not changed
//!   is not sent again; [`metrics`]: figures for those who keep it running.
//! - [`page`]: the built page, part of the program; [`grades`]: grades in a sentence; [`countries`] and [`towns`]: names.

mod api;
mod countries;
mod etag;
mod grades;
mod guard;
mod metrics;
mod page;
mod query;
mod refusal;
mod shared;
#[cfg(test)]
mod tests;
mod towns;

use crate::record::Record;
use anyhow::{Context, Result, ensure};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use shared::Shared;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long connections may go on once the user wishes to stop: those of live pages never end by themselves.
const LAST: Duration = Duration::from_secs(1);

/// Serves a record until the user stops it. `ready` is told the address.
pub fn serve(record: &Record, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    ensure!(
        address.ip().is_loopback(),
        "{address} is not on this machine: until there are accounts, dateline serves this machine only; use 127.0.0.1:{}",
        address.port()
    );
    record.wait(async {
        let shared = Shared::begin(record.clone()).await.map_err(|error| record.fault(&error))?;
        let cure = "is another server running there? name another with --listen";
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("{address} cannot be listened on; {cure}"))?;
        ready(listener.local_addr()?);
        tokio::spawn(Arc::clone(&shared).keep_up());
        let server = axum::serve(listener, router(shared)).with_graceful_shutdown(stopped());
        tokio::select! {
            served = server => served.context("the server ended"),
            () = async { stopped().await; tokio::time::sleep(LAST).await } => Ok(()),
        }
    })
}

/// How soon a record answers that is well.
const HEALTHY: Duration = Duration::from_secs(5);

async fn stopped() {
    // Where the system has no such signal, the program is ended by it anyway.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn router(shared: Arc<Shared>) -> Router {
    let (api, description) = api::routes(Arc::clone(&shared)).split_for_parts();
    let api = api.layer(from_fn_with_state(Arc::clone(&shared), etag::unchanged));
    let own = Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(figures))
        .with_state(Arc::clone(&shared))
        .route("/api/v1/openapi.json", get(move || std::future::ready(Json(description.clone()))))
        .route("/api/{*rest}", get(nothing_there));
    api.merge(own)
        .fallback(page::page)
        .layer(from_fn(guard::guard))
        .layer(from_fn_with_state(shared, guard::measured))
}

async fn healthz(State(shared): State<Arc<Shared>>) -> Result<&'static str, refusal::Refusal> {
    match tokio::time::timeout(HEALTHY, shared.record.marks()).await {
        Ok(marks) => marks.map(|_| "ok\n").map_err(|error| shared.failed(&error)),
        Err(_) => Err(refusal::Refusal::late()),
    }
}

async fn figures(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    (StatusCode::OK, [(header::CONTENT_TYPE, kind)], shared.metrics.text())
}

async fn nothing_there() -> refusal::Refusal {
    refusal::Refusal::missing("nothing here; /api/v1/openapi.json describes what there is")
}
