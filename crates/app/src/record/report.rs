//! Reports as published: every version, and copies of each other.

use super::engine::Engine;
use super::insert::bind;
use super::words;
use dateline_text::report::Report;
use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, AnyPool, Row};

/// A report that is to be kept.
#[derive(Clone, Debug)]
pub struct NewReport<'a> {
    /// What makes it the same article as an earlier version; see [`article`].
    pub article: &'a str,
    /// Hash of the text and of what is said of it; see [`hash`].
    pub hash: &'a str,
    /// The report.
    pub report: &'a Report,
    /// The report of which it is a copy.
    pub copy_of: Option<i64>,
}

/// A version of a report in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub id: i64,
    /// Its name, which its claims bear.
    pub name: String,
    /// Which version it is, from 1.
    pub version: i64,
}

/// What makes two texts versions of one article: the same address, else the same id from the same publisher, else the same file. A line
/// of a file without any of these is an article of its own.
pub(crate) fn article(report: &Report, own_id: bool, file: Option<&str>, hash: &str) -> String {
    if let Some(url) = &report.url {
        let bare = url.split_once('#').map_or(url.as_str(), |(bare, _)| bare);
        return format!("url:{}", bare.trim_end_matches('/'));
    }
    match (own_id, file) {
        (true, _) => format!("id:{}/{}", report.publisher.as_deref().unwrap_or(""), report.id),
        (false, Some(file)) => format!("file:{file}"),
        (false, None) => format!("text:{hash}"),
    }
}

/// Hash of a report's text and of what is said of it: 32 hexadecimal digits.
pub(crate) fn hash(report: &Report) -> String {
    let day = report.published.map(|day| day.to_string());
    let parts = [
        Some(report.text.as_str()),
        report.title.as_deref(),
        report.publisher.as_deref(),
        report.dateline.as_deref(),
        day.as_deref(),
    ];
    short_hash(parts.iter().map(|part| part.map_or(&b"\xff"[..], str::as_bytes)))
}

/// 32 hexadecimal digits of the hash of some parts.
pub(crate) fn short_hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The report with this text and head.
pub(crate) async fn same(pool: &AnyPool, hash: &str) -> Result<Option<i64>, sqlx::Error> {
    let row = sqlx::query("select id from report where hash = $1 order by id limit 1")
        .bind(hash.to_owned())
        .fetch_optional(pool)
        .await?;
    row.map(|row| row.try_get(0)).transpose()
}

/// The texts of some reports with what makes them articles, and the report of which each is a copy.
pub(crate) async fn bodies(pool: &AnyPool, ids: &[i64]) -> Result<Vec<(i64, String, String)>, sqlx::Error> {
    let mut found = Vec::new();
    for id in ids {
        let query =
            sqlx::query("select coalesce(copy_of, id), article, body from report where id = $1").bind(*id);
        if let Some(row) = query.fetch_optional(pool).await? {
            found.push((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?));
        }
    }
    Ok(found)
}

/// Adds a report, as a new version where the article is known; claims of earlier versions count no more.
pub(crate) async fn add(
    to: &mut AnyConnection,
    engine: Engine,
    run: i64,
    new: &NewReport<'_>,
) -> Result<Kept, sqlx::Error> {
    let latest =
        sqlx::query("select version, name from report where article = $1 order by version desc limit 1");
    let latest = latest.bind(new.article.to_owned()).fetch_optional(&mut *to).await?;
    let (version, name) = match latest {
        Some(row) => {
            super::coding::discount_article(to, new.article).await?;
            (row.try_get::<i64, _>(0)? + 1, row.try_get(1)?)
        }
        None => (1, free_name(to, &new.report.id, new.article).await?),
    };
    let query = "insert into report (article, version, name, hash, body, title, publisher, dateline, published, url, copy_of, run, read_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id";
    let report = new.report;
    let values = [
        new.article.into(),
        version.into(),
        clean(&name).into(),
        new.hash.into(),
        report.text.as_str().into(),
        report.title.clone().into(),
        report.publisher.clone().into(),
        report.dateline.clone().into(),
        report.published.map(|day| day.to_string()).into(),
        report.url.clone().into(),
        new.copy_of.into(),
        run.into(),
        super::now().into(),
    ];
    let row = values.into_iter().fold(sqlx::query(query), bind).fetch_one(&mut *to).await?;
    let id = row.try_get(0)?;
    let searched = words::joined([report.title.as_deref().unwrap_or(""), report.text.as_str()]);
    sqlx::query(engine.add_report_words()).bind(id).bind(searched).execute(to).await?;
    Ok(Kept { id, name, version })
}

/// The report's own id, or where another article has that, one made of it.
async fn free_name(to: &mut AnyConnection, id: &str, article: &str) -> Result<String, sqlx::Error> {
    let id = if id.is_empty() { "report" } else { id };
    let taken = sqlx::query("select 1 from report where name = $1 limit 1")
        .bind(clean(id))
        .fetch_optional(to)
        .await?;
    let tail: String = short_hash([article.as_bytes()]).chars().take(8).collect();
    Ok(if taken.is_some() { format!("{id}~{tail}") } else { id.to_owned() })
}

fn clean(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
