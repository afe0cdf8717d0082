//! The record on the web: the page, and what it and other programs ask for.
//!
//! It reads the record and never codes text itself. It listens on this machine alone: there are no accounts yet.
//!
//! - [`api`]: the questions, a file each; [`query`]: filters out of addresses; [`refusal`]: what is answered where a request cannot be.
//! - [`shared`]: what requests share, kept up to date; [`guard`]: who may ask, and what browsers are told to refuse; [`etag`]: what has not changed
//!   is not sent again; [`metrics`]: figures for those who keep it running.
//! - [`page`]: the built page, part of the program; [`basemap`]: what lies under its points, where the user has named a map of their own;
//!   [`grades`]: grades in a sentence; [`countries`] and [`towns`]: names.

mod api;
mod basemap;
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
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use basemap::Basemap;
use shared::Shared;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long connections may go on once the user wishes to stop: those of live pages never end by themselves.
const LAST: Duration = Duration::from_secs(1);

/// Serves a record until the user stops it, over a basemap (a PMTiles file or an address of tiles, with whose it is). `ready` is told the address.
pub fn serve(
    record: &Record,
    address: SocketAddr,
    basemap: Option<(&str, Option<&str>)>,
    ready: impl FnOnce(SocketAddr),
) -> Result<()> {
    ensure!(
        address.ip().is_loopback(),
        "{address} is not on this machine: until there are accounts, dateline serves this machine only; use 127.0.0.1:{}",
        address.port()
    );
    record.wait(async {
        let basemap = match basemap {
            Some((given, credit)) => Some(Basemap::open(given, credit).await?),
            None => None,
        };
        let shared = Shared::begin(record.clone(), basemap).await.map_err(|error| record.fault(&error))?;
        let cure = "is another server running there? name another with --listen";
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("{address} cannot be listened on; {cure}"))?;
        ready(listener.local_addr()?);
        tokio::spawn(Arc::clone(&shared).keep_up());
        let server = axum::serve(listener, router(shared)?).with_graceful_shutdown(stopped());
        let served = tokio::select! {
            served = server => served.context("the server ended"),
            () = async { stopped().await; tokio::time::sleep(LAST).await } => Ok(()),
        };
        record.close().await;
        served
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

fn router(shared: Arc<Shared>) -> Result<Router> {
    let origin = shared.basemap.as_ref().and_then(|basemap| basemap.origin.as_deref());
    let policy = guard::policy(origin).context("no policy can name that server of tiles")?;
    let (api, description) = api::routes(Arc::clone(&shared)).split_for_parts();
    let api = api.layer(from_fn_with_state(Arc::clone(&shared), etag::unchanged));
    let own = Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(figures))
        .route(basemap::ROUTE, get(basemap::tile))
        .with_state(Arc::clone(&shared))
        .route("/api/v1/openapi.json", get(move || std::future::ready(Json(description.clone()))))
        .route("/api/{*rest}", get(nothing_there));
    Ok(api
        .merge(own)
        .fallback(page::page)
        .layer(from_fn_with_state(policy, guard::guard))
        .layer(from_fn_with_state(shared, guard::measured)))
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
