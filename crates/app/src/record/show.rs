//! One event, one report: with all that belongs to it.

use super::Record;
use super::address::Address;
use super::insert::{Value, one_of};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use std::collections::{BTreeMap, HashMap};

/// Copies of a report that are named at most.
const COPIES: i64 = 200;

/// What is said of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The name that its claims bear.
    pub name: String,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When (ISO 8601).
    pub published: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
}

/// An event with its claims and reports.
#[derive(Clone, Debug)]
pub struct WholeEvent {
    /// Its record (JSON).
    pub record: String,
    /// The records of its claims (JSON), the oldest first.
    pub claims: Vec<String>,
    /// The reports that they stand in.
    pub reports: Vec<Head>,
}

/// A report in its newest version, with its claims.
#[derive(Clone, Debug)]
pub struct WholeReport {
    /// What is said of it.
    pub head: Head,
    /// Where it was written.
    pub dateline: Option<String>,
    /// As published.
    pub text: String,
    /// The name of the report that it is a copy of.
    pub copy_of: Option<String>,
    /// Numbers of the versions and when each was read, the oldest first.
    pub versions: Vec<(i64, String)>,
    /// Copies of it.
    pub copies: Vec<Head>,
    /// The records of its claims that count (JSON), in the order of the text.
    pub claims: Vec<String>,
    /// The events that its claims are in: ids of claims to ids of events.
    pub events: BTreeMap<String, String>,
}

/// How much there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Versions of reports.
    pub reports: i64,
    /// Claims that count.
    pub claims: i64,
    /// First and last day of publication.
    pub published: Option<(String, String)>,
}

impl Record {
    /// An event by its id, or by one that led to it before.
    pub async fn whole_event(&self, id: &str) -> Result<Option<WholeEvent>, sqlx::Error> {
        let Some((number, record)) = self.event(id).await? else { return Ok(None) };
        let query = "select name, title, publisher, published, url from report \
            where id in (select report from event_claim where event = $1) order by published is null, published, name";
        let heads = sqlx::query(query).bind(number).fetch_all(&self.pool).await?;
        Ok(Some(WholeEvent {
            record,
            claims: self.claims(number).await?,
            reports: heads.iter().map(head).collect::<Result<_, _>>()?,
        }))
    }

    /// A report by its name, in its newest version.
    pub async fn whole_report(&self, name: &str) -> Result<Option<WholeReport>, sqlx::Error> {
        let query = "select r.name, r.title, r.publisher, r.published, r.url, r.id, r.article, r.dateline, r.body, o.name \
            from report r left join report o on o.id = r.copy_of where r.name = $1 order by r.version desc limit 1";
        let row = sqlx::query(query).bind(name.to_owned()).fetch_optional(&self.pool).await?;
        let Some(row) = row else { return Ok(None) };
        let (id, article): (i64, String) = (row.try_get(5)?, row.try_get(6)?);
        let mut from = self.pool.acquire().await?;
        let query = "select record from claim where report = $1 and counts = 1 order by id";
        let claims = sqlx::query(query).bind(id).fetch_all(&mut *from).await?;
        let query = "select event_claim.claim, event.name from event_claim join event on event.id = event_claim.event where event_claim.report = $1";
        let events = sqlx::query(query).bind(id).fetch_all(&mut *from).await?;
        Ok(Some(WholeReport {
            head: head(&row)?,
            dateline: row.try_get(7)?,
            text: row.try_get(8)?,
            copy_of: row.try_get(9)?,
            versions: versions(&mut from, &article).await?,
            copies: copies(&mut from, &article).await?,
            claims: claims.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?,
            events: events
                .iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<_, sqlx::Error>>()?,
        }))
    }

    /// The ids of events by their numbers.
    pub async fn ids(&self, numbers: &[i64]) -> Result<HashMap<i64, String>, sqlx::Error> {
        let values: Vec<Value> = numbers.iter().map(|number| (*number).into()).collect();
        let rows =
            one_of(&mut *self.pool.acquire().await?, "select id, name from event where id in", &values, "")
                .await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }

    /// How much there is.
    pub async fn sizes(&self) -> Result<Sizes, sqlx::Error> {
        let query = "select (select count(*) from report), (select count(*) from claim where counts = 1), \
            (select min(published) from report), (select max(published) from report)";
        let row = sqlx::query(query).fetch_one(&self.pool).await?;
        let days: (Option<String>, Option<String>) = (row.try_get(2)?, row.try_get(3)?);
        Ok(Sizes { reports: row.try_get(0)?, claims: row.try_get(1)?, published: days.0.zip(days.1) })
    }

    /// The record's name, without the folder or the server that it lies on.
    pub fn name(&self) -> String {
        match &self.address {
            Address::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Address::Server(url) => {
                let path = url::Url::parse(url).map(|url| url.path().trim_matches('/').to_owned());
                path.unwrap_or_default()
            }
        }
    }
}

async fn versions(from: &mut AnyConnection, article: &str) -> Result<Vec<(i64, String)>, sqlx::Error> {
    let query = sqlx::query("select version, read_at from report where article = $1 order by version");
    let rows = query.bind(article.to_owned()).fetch_all(from).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

async fn copies(from: &mut AnyConnection, article: &str) -> Result<Vec<Head>, sqlx::Error> {
    let query = "select c.name, c.title, c.publisher, c.published, c.url from report c join report o on o.id = c.copy_of \
        where o.article = $1 order by c.published is null, c.published, c.name limit $2";
    let rows = sqlx::query(query).bind(article.to_owned()).bind(COPIES).fetch_all(from).await?;
    rows.iter().map(head).collect()
}

pub(super) fn head(row: &AnyRow) -> Result<Head, sqlx::Error> {
    Ok(Head {
        name: row.try_get(0)?,
        title: row.try_get(1)?,
        publisher: row.try_get(2)?,
        published: row.try_get(3)?,
        url: row.try_get(4)?,
    })
}
