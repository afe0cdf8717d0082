//! The claims of a report, by the coder that made them. What a newer coder or a newer version of the report says stands in their place; the
//! others stay in the record and count no more.

use super::insert::insert;
use dateline_events::coding::Coding;
use dateline_events::record::{Claim, Coder};
use sqlx::{AnyConnection, Row};

/// The number of a coder, new or known.
pub(crate) async fn coder(to: &mut AnyConnection, coder: &Coder) -> Result<i64, sqlx::Error> {
    let values = [&coder.version, &coder.model, &coder.data, coder.actors.as_ref().unwrap_or(&String::new())]
        .map(String::clone);
    let query = "select id from coder where version = $1 and model = $2 and data = $3 and actors = $4";
    let found = values
        .iter()
        .fold(sqlx::query(query), |query, value| query.bind(value.clone()))
        .fetch_optional(&mut *to)
        .await?;
    if let Some(row) = found {
        return row.try_get(0);
    }
    let query = "insert into coder (version, model, data, actors) values ($1, $2, $3, $4) returning id";
    let query = values.iter().fold(sqlx::query(query), |query, value| query.bind(value.clone()));
    query.fetch_one(to).await?.try_get(0)
}

/// Keeps what a coder made of a report; what stood for it before stands no more. `name`: the report's name in the record.
pub(crate) async fn add(
    to: &mut AnyConnection,
    coder: i64,
    (report, name): (i64, &str),
    coding: &Coding,
) -> Result<(), sqlx::Error> {
    let stood = discount(to, report).await?;
    let notes: Vec<&str> = coding.notes.iter().map(|note| note.text.as_str()).collect();
    let query =
        "insert into coding (report, coder, stands, notes, coded_at) values ($1, $2, 1, $3, $4) returning id";
    let query = sqlx::query(query)
        .bind(report)
        .bind(coder)
        .bind(notes.join("\n").replace('\0', "\u{fffd}"))
        .bind(super::now());
    let id: i64 = query.fetch_one(&mut *to).await?.try_get(0)?;
    let row = |claim: &Claim| {
        let mut claim = claim.clone();
        name.clone_into(&mut claim.report.id);
        let record = serde_json::to_string(&claim).unwrap_or_default();
        let (kind, status) = (claim.event.kind, claim.status);
        vec![id.into(), report.into(), claim.id.into(), kind.into(), status.into(), 1.into(), record.into()]
    };
    let columns = &["coding", "report", "name", "kind", "status", "counts", "record"];
    insert(to, "claim", columns, "", coding.claims.iter().map(row).collect()).await?;
    if stood || !coding.claims.is_empty() {
        changed(to).await?;
    }
    Ok(())
}

/// The claims of a report count no more; true where some did.
pub(crate) async fn discount(to: &mut AnyConnection, report: i64) -> Result<bool, sqlx::Error> {
    sqlx::query("update coding set stands = 0 where report = $1 and stands = 1")
        .bind(report)
        .execute(&mut *to)
        .await?;
    let query = sqlx::query("update claim set counts = 0 where report = $1 and counts = 1").bind(report);
    Ok(query.execute(to).await?.rows_affected() > 0)
}

/// The same for all versions of an article.
pub(crate) async fn discount_article(to: &mut AnyConnection, article: &str) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("select id from report where article = $1")
        .bind(article.to_owned())
        .fetch_all(&mut *to)
        .await?;
    let mut any = false;
    for row in rows {
        any |= discount(to, row.try_get(0)?).await?;
    }
    if any { changed(to).await } else { Ok(()) }
}

/// The claims that count have changed: events are to be made anew.
pub(crate) async fn changed(to: &mut AnyConnection) -> Result<(), sqlx::Error> {
    sqlx::query("update mark set value = value + 1 where name = 'claims'").execute(to).await.map(drop)
}
