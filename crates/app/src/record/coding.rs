//! The claims of a report, by the coder that made them. What a newer coder or a newer version of the report says stands in their place; the
//! others stay in the record and count no more.

use super::insert::{Columns, Value, insert};
use dateline_events::coding::Coding;
use dateline_events::record::{Claim, Coder};
use dateline_events::rename;
use dateline_text::report::Report;
use sqlx::{AnyConnection, AnyPool, Row};
use std::collections::HashMap;

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

/// What a coder made of a report, by the report's number and name in the record.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its number.
    pub report: i64,
    /// Its name, which its claims bear.
    pub name: &'a str,
    /// What the coder made of it.
    pub coding: &'a Coding,
}

/// Keeps what a coder made of reports. What stood for them before is to be discounted first.
pub(crate) async fn add(to: &mut AnyConnection, coder: i64, new: &[New<'_>]) -> Result<(), sqlx::Error> {
    let into =
        Columns::new("coding", &["report", "coder", "stands", "notes", "coded_at"], "returning id, report");
    let now = super::now();
    let row = |new: &New<'_>| {
        let notes: Vec<&str> = new.coding.notes.iter().map(|note| note.text.as_str()).collect();
        vec![new.report.into(), coder.into(), 1.into(), notes.join("\n").into(), now.as_str().into()]
    };
    let mut ids: HashMap<i64, i64> = HashMap::new();
    for row in insert(to, into, new.iter().map(row).collect()).await? {
        ids.insert(row.try_get(1)?, row.try_get(0)?);
    }
    let into = Columns::new("claim", &["coding", "report", "name", "kind", "status", "counts", "record"], "");
    let mut claims = Vec::new();
    for new in new {
        let id = ids.get(&new.report).copied().unwrap_or_default();
        let mut own = new.coding.claims.clone();
        if own.iter().any(|claim| claim.report.id != new.name) {
            // Another article bears the report's own id: claims go by the name that this one has in the record.
            rename(&mut own, new.name);
        }
        claims.extend(own.into_iter().map(|claim| claim_row(id, new.report, claim)));
    }
    let with_claims = new.iter().filter(|new| !new.coding.claims.is_empty()).map(|new| new.report);
    changed(to, with_claims.collect()).await?;
    insert(to, into, claims).await.map(drop)
}

fn claim_row(coding: i64, report: i64, claim: Claim) -> Vec<Value> {
    let record = serde_json::to_string(&claim).unwrap_or_default();
    let (kind, status) = (claim.event.kind, claim.status);
    vec![coding.into(), report.into(), claim.id.into(), kind.into(), status.into(), 1.into(), record.into()]
}

/// The claims of a report count no more.
pub(crate) async fn discount(to: &mut AnyConnection, report: i64) -> Result<(), sqlx::Error> {
    let query = sqlx::query("update coding set stands = 0 where report = $1 and stands = 1").bind(report);
    query.execute(&mut *to).await?;
    let query = sqlx::query("update claim set counts = 0 where report = $1 and counts = 1").bind(report);
    if query.execute(&mut *to).await?.rows_affected() > 0 { changed(to, vec![report]).await } else { Ok(()) }
}

/// The same for all versions of an article.
pub(crate) async fn discount_article(to: &mut AnyConnection, article: &str) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("select id from report where article = $1")
        .bind(article.to_owned())
        .fetch_all(&mut *to)
        .await?;
    for row in rows {
        discount(to, row.try_get(0)?).await?;
    }
    Ok(())
}

/// What some reports tell has changed, or how many copies tell it: events are to be brought up to date.
///
/// The counter is locked until the transaction ends: what others change gets a higher number and is seen later.
pub(crate) async fn changed(to: &mut AnyConnection, mut reports: Vec<i64>) -> Result<(), sqlx::Error> {
    if reports.is_empty() {
        return Ok(());
    }
    let query = "update mark set value = value + 1 where name = 'claims' returning value";
    let mark: i64 = sqlx::query(query).fetch_one(&mut *to).await?.try_get(0)?;
    reports.sort_unstable();
    reports.dedup();
    let rows = reports.into_iter().map(|report| vec![mark.into(), report.into()]).collect();
    insert(to, Columns::new("change", &["mark", "report"], ""), rows).await.map(drop)
}

/// A report out of the record with the claims that count.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its number.
    pub id: i64,
    /// The report, under its name in the record.
    pub report: Report,
    /// Its claims.
    pub claims: Vec<Claim>,
}

/// True where claims of this report count, or would if it had any.
pub(crate) async fn stands(from: &mut AnyConnection, report: i64) -> Result<bool, sqlx::Error> {
    let query = sqlx::query("select 1 from coding where report = $1 and stands = 1 limit 1").bind(report);
    Ok(query.fetch_optional(from).await?.is_some())
}

/// How many reports have claims that count and that another coder made.
pub(crate) async fn count_of_others(pool: &AnyPool, coder: i64) -> Result<i64, sqlx::Error> {
    let query = sqlx::query("select count(*) from coding where stands = 1 and coder <> $1").bind(coder);
    query.fetch_one(pool).await?.try_get(0)
}

/// Reports with a number above `after` that another coder has read, in order.
pub(crate) async fn of_others(
    pool: &AnyPool,
    coder: i64,
    after: i64,
    most: i64,
) -> Result<Vec<Stored>, sqlx::Error> {
    let query = "select report.id, name, body, title, publisher, dateline, published, url from coding \
        join report on report.id = coding.report where stands = 1 and coder <> $1 and report.id > $2 order by report.id limit $3";
    let rows = sqlx::query(query).bind(coder).bind(after).bind(most).fetch_all(pool).await?;
    let mut found = Vec::new();
    for row in rows {
        let id: i64 = row.try_get(0)?;
        let published: Option<String> = row.try_get(6)?;
        let report = Report {
            id: row.try_get(1)?,
            text: row.try_get(2)?,
            title: row.try_get(3)?,
            publisher: row.try_get(4)?,
            dateline: row.try_get(5)?,
            published: published.and_then(|day| day.parse().ok()),
            url: row.try_get(7)?,
        };
        let query =
            sqlx::query("select record from claim where report = $1 and counts = 1 order by id").bind(id);
        let mut claims = Vec::new();
        for row in query.fetch_all(pool).await? {
            claims.extend(serde_json::from_str::<Claim>(&row.try_get::<String, _>(0)?));
        }
        found.push(Stored { id, report, claims });
    }
    Ok(found)
}
