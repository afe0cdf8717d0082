//! `GET /api/v1/parties/{name}`: what a party did, and what was done to it.

use super::counts::{Count, counts};
use super::{Answer, filter_alone, select, with};
use crate::record::overview::tally::Counts;
use crate::record::suggest::named;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A party in events that a filter lets through. Its events: /api/v1/events?party=
#[derive(Serialize, ToSchema)]
pub struct PartyAnswer {
    name: String,
    id: Option<String>,
    /// ISO 3166 alpha-3.
    country: Option<String>,
    sector: Option<String>,
    /// What it did, by whomever's word.
    as_actor: Vec<Count>,
    /// What was done to it.
    as_recipient: Vec<Count>,
    /// Events by the kinds of source that tell of them.
    by_source_kind: Vec<Count>,
    events: usize,
}

/// What a party did, and what was done to it. Filters are those of /api/v1/events.
#[utoipa::path(get, path = "/api/v1/parties/{name}", params(("name" = String, Path, description = "Name or id")),
    responses((status = 200, body = PartyAnswer), (status = 404, body = crate::serve::refusal::Error)))]
pub async fn party(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer<PartyAnswer> {
    let filter = filter_alone(query.as_deref())?;
    let failed = |error: sqlx::Error| shared.failed(&error);
    let found = shared.record.example("party", &name).await.map_err(failed)?;
    let known = found.and_then(|event| {
        let mut parties = event.actors.into_iter().chain(event.recipients);
        parties.find(|party| named(&party.who, party.id.as_deref(), &name))
    });
    let known = known.ok_or_else(|| Refusal::missing("no party of that name in any event"))?;
    let (overview, all) = select(&shared, &with(&filter, "party", &name)).await?;
    let beside = shared.record.beside("party", &name, "source-kind").await.map_err(failed)?;
    let mut kinds: Counts =
        beside.into_iter().map(|(kind, events)| (kind, overview.count_of(&all, &events))).collect();
    kinds.retain(|(_, events)| *events > 0);
    kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (overview, actor) = select(&shared, &with(&filter, "actor", &name)).await?;
    let as_actor = overview.tally(&actor).kinds;
    let (overview, recipient) = select(&shared, &with(&filter, "recipient", &name)).await?;
    Ok(Json(PartyAnswer {
        name: known.who,
        id: known.id,
        country: known.country,
        sector: known.sector,
        as_actor: counts(as_actor),
        as_recipient: counts(overview.tally(&recipient).kinds),
        by_source_kind: counts(kinds),
        events: all.len(),
    }))
}
