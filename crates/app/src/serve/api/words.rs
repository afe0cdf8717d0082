//! `GET /api/v1/words`: values that a filter can ask for, by their beginning.

use super::Answer;
use crate::record::suggest::Suggestion;
use crate::serve::countries;
use crate::serve::query::Wishes;
use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Values, the most frequent first.
#[derive(Serialize, ToSchema)]
pub struct WordsAnswer {
    words: Vec<Word>,
}

/// A value that a filter can ask for.
#[derive(Serialize, ToSchema)]
pub struct Word {
    value: String,
    /// Of a country its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'static str>,
    events: usize,
}

/// Values that a filter can ask for, by their beginning.
#[utoipa::path(get, path = "/api/v1/words", params(
        ("facet" = String, Query, description = "type, grade, country, mode, status, party, source, source-kind or publisher"),
        ("q" = Option<String>, Query, description = "How it begins"), ("limit" = Option<u32>, Query, description = "1 to 300; 20 where it is left out")),
    responses((status = 200, body = WordsAnswer), (status = 400, body = crate::serve::refusal::Error)))]
pub async fn words(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Answer<WordsAnswer> {
    let mut wishes = Wishes::of(query.as_deref())?;
    let facet = wishes.one("facet")?.unwrap_or_default();
    let start = wishes.one("q")?.unwrap_or_default();
    let limit = usize::try_from(wishes.number("limit", 1..=300)?.unwrap_or(20)).unwrap_or(0);
    wishes.end()?;
    let words = match facet.as_str() {
        "type" | "grade" | "country" => of_overview(&shared, &facet, &start, limit),
        "mode" | "status" | "party" | "source" | "source-kind" | "publisher" => {
            let found = shared.record.suggest(&facet, &start, limit).await;
            let word = |Suggestion { value, events }| Word { value, label: None, events };
            found.map_err(|error| shared.failed(&error))?.into_iter().map(word).collect()
        }
        _ => {
            return Err(Refusal::wrong(
                "facet is none of type, grade, country, mode, status, party, source, source-kind, publisher",
            ));
        }
    };
    Ok(Json(WordsAnswer { words }))
}

fn of_overview(shared: &Shared, facet: &str, start: &str, limit: usize) -> Vec<Word> {
    let overview = shared.overview();
    let tally = overview.tally(&overview.everything());
    let all = match facet {
        "type" => tally.kinds,
        "grade" => tally.grades,
        _ => tally.countries,
    };
    let start = start.to_lowercase();
    let labelled = all.into_iter().map(|(value, events)| {
        let label = if facet == "country" { countries::name(&value) } else { None };
        Word { value, label, events }
    });
    let begins = |text: &str| text.to_lowercase().starts_with(&start);
    labelled.filter(|word| begins(&word.value) || word.label.is_some_and(begins)).take(limit).collect()
}
