//! Feeds that are watched: what to ask their servers next, and which entries were read.

use super::insert::{Columns, insert};
use crate::feeds::state::FeedState;
use sqlx::{AnyPool, Row};
use std::collections::HashSet;

/// What is known of a feed; a new one has its address only.
pub(crate) async fn state(pool: &AnyPool, url: &str) -> Result<FeedState, sqlx::Error> {
    let row = sqlx::query("select state from feed where url = $1")
        .bind(url.to_owned())
        .fetch_optional(pool)
        .await?;
    let text: Option<String> = row.map(|row| row.try_get(0)).transpose()?;
    let known = text.and_then(|text| serde_json::from_str::<FeedState>(&text).ok());
    Ok(known.filter(|known| known.url == url).unwrap_or_else(|| FeedState::new(url)))
}

/// Keeps it.
pub(crate) async fn keep(pool: &AnyPool, state: &FeedState) -> Result<(), sqlx::Error> {
    let query = "insert into feed (url, state) values ($1, $2) on conflict (url) do update set state = excluded.state";
    let text = serde_json::to_string(state).unwrap_or_default();
    sqlx::query(query).bind(state.url.clone()).bind(text).execute(pool).await.map(drop)
}

/// The entries of a feed that were read, by their hashes.
pub(crate) async fn read(pool: &AnyPool, feed: &str) -> Result<HashSet<String>, sqlx::Error> {
    let query = sqlx::query("select hash from entry where feed = $1").bind(feed.to_owned());
    query.fetch_all(pool).await?.iter().map(|row| row.try_get(0)).collect()
}

/// These were read now; those that the feed no longer has are forgotten.
pub(crate) async fn mark_read(pool: &AnyPool, feed: &str, now: &HashSet<String>) -> Result<(), sqlx::Error> {
    let mut tx = pool.begin().await?;
    sqlx::query("delete from entry where feed = $1").bind(feed.to_owned()).execute(&mut *tx).await?;
    let at = super::now();
    let mut hashes: Vec<&String> = now.iter().collect();
    hashes.sort();
    let rows =
        hashes.into_iter().map(|hash| vec![feed.into(), hash.as_str().into(), at.as_str().into()]).collect();
    insert(&mut tx, Columns::new("entry", &["feed", "hash", "read_at"], "on conflict do nothing"), rows)
        .await?;
    tx.commit().await
}
