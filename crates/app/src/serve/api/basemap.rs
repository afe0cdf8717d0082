//! `GET /api/v1/basemap`: what lies under the points of the map.

use super::Answer;
use crate::serve::basemap::About;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// What lies under the points of the map.
#[derive(Serialize, ToSchema)]
pub struct BasemapAnswer {
    /// The user's own map; null where it is Natural Earth's, which is part of the page.
    own: Option<About>,
}

/// The basemap that whoever started the server has named.
#[utoipa::path(get, path = "/api/v1/basemap", responses((status = 200, body = BasemapAnswer)))]
pub async fn basemap(State(shared): State<Arc<Shared>>) -> Answer<BasemapAnswer> {
    Ok(Json(BasemapAnswer { own: shared.basemap.as_ref().map(|basemap| basemap.about.clone()) }))
}
