//! What the page and other programs ask for: `/api/v1`.
//!
//! Each file answers one kind of question. All of them are described by the types that they answer with; `/api/v1/openapi.json` is made of those.

mod basemap;
mod counts;
mod event;
mod events;
mod examples;
mod live;
mod map;
mod party;
mod record;
mod report;
mod source;
mod summary;
mod timeline;
mod towns;
mod words;

use super::query::Wishes;
use super::refusal::Refusal;
use super::shared::Shared;
use crate::record::find::Filter;
use crate::record::overview::{Overview, Selection};
use axum::Json;
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Answers of a handler.
type Answer<T> = Result<Json<T>, Refusal>;

#[derive(OpenApi)]
#[openapi(info(
    title = "Dateline",
    description = "Events of a conflict, as reports claim them: who did or said what to whom, where, when, how many were hurt, according to whom, and who denies it."
))]
struct Description;

/// All routes.
pub fn routes(shared: Arc<Shared>) -> OpenApiRouter {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(record::record))
        .routes(routes!(summary::summary))
        .routes(routes!(events::events))
        .routes(routes!(event::event))
        .routes(routes!(timeline::timeline))
        .routes(routes!(map::map))
        .routes(routes!(towns::towns))
        .routes(routes!(basemap::basemap))
        .routes(routes!(report::report))
        .routes(routes!(party::party))
        .routes(routes!(source::source))
        .routes(routes!(words::words))
        .routes(routes!(live::live))
        .routes(routes!(examples::examples))
        .with_state(shared)
}

/// The events that a filter lets through, of the overview as it stands.
async fn select(shared: &Shared, filter: &Filter) -> Result<(Arc<Overview>, Selection), Refusal> {
    let overview = shared.overview();
    let selection = shared.record.select(&overview, filter).await.map_err(|error| shared.failed(&error))?;
    Ok((overview, selection))
}

/// A filter that also asks for one value of a facet.
fn with(filter: &Filter, facet: &'static str, value: &str) -> Filter {
    let mut filter = filter.clone();
    filter.facets.push((facet, vec![value.to_owned()]));
    filter
}

/// The filter of a request that asks for nothing else.
fn filter_alone(query: Option<&str>) -> Result<Filter, Refusal> {
    let mut wishes = Wishes::of(query)?;
    let filter = wishes.filter()?;
    wishes.end()?;
    Ok(filter)
}
