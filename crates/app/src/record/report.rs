//! Reports as published: every version, and copies of each other.

use super::engine::Engine;
use super::insert::{Columns, Value, insert, one_of};
use super::words;
use dateline_text::report::Report;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AnyPool, Row};
use std::collections::{HashMap, HashSet};

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

/// Adds reports, each of an article of its own, as a new version where the article is known; claims of earlier versions count no more.
pub(crate) async fn add(
    to: &mut AnyConnection,
    engine: Engine,
    run: i64,
    new: &[NewReport<'_>],
) -> Result<Vec<Kept>, sqlx::Error> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    // Locked until the commit: no two writers give one name to two articles.
    sqlx::query("update mark set value = value + 1 where name = 'reports'").execute(&mut *to).await?;
    let latest = latest(to, new).await?;
    let taken = taken_names(to, new).await?;
    let (mut rows, mut kept) = (Vec::new(), Vec::new());
    let mut given: HashSet<String> = HashSet::new();
    let mut copied = Vec::new();
    for new in new {
        let (version, name) = match latest.get(new.article) {
            Some((version, name, copy_of)) => {
                super::coding::discount_article(to, new.article).await?;
                // Of what it was a copy before, it may be none now.
                copied.extend(*copy_of);
                (version + 1, name.clone())
            }
            None => (
                1,
                free_name(&new.report.id, new.article, |name| taken.contains(name) || given.contains(name)),
            ),
        };
        given.insert(name.clone());
        rows.push(row(run, new, version, &name));
        kept.push(Kept { id: 0, name, version });
    }
    let ids = ids(insert(to, INTO, rows).await?)?;
    super::coding::changed(to, copied).await?;
    let mut words = Vec::new();
    for (kept, new) in kept.iter_mut().zip(new) {
        kept.id = ids.get(new.article).copied().unwrap_or_default();
        let report = new.report;
        let searched = words::joined([report.title.as_deref().unwrap_or(""), report.text.as_str()]);
        words.push(vec![kept.id.into(), searched.into()]);
    }
    insert(to, engine.report_words(), words).await?;
    Ok(kept)
}

const INTO: Columns = Columns::new(
    "report",
    &[
        "article",
        "version",
        "name",
        "hash",
        "body",
        "title",
        "publisher",
        "dateline",
        "published",
        "url",
        "copy_of",
        "run",
        "read_at",
    ],
    "returning id, article",
);

fn row(run: i64, new: &NewReport<'_>, version: i64, name: &str) -> Vec<Value> {
    let report = new.report;
    vec![
        new.article.into(),
        version.into(),
        name.into(),
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
    ]
}

/// The numbers that the reports got, by their articles.
fn ids(rows: Vec<AnyRow>) -> Result<HashMap<String, i64>, sqlx::Error> {
    rows.iter().map(|row| Ok((row.try_get(1)?, row.try_get(0)?))).collect()
}

/// The latest version of articles that are known, with the name that it bears and what it is a copy of.
async fn latest(
    from: &mut AnyConnection,
    new: &[NewReport<'_>],
) -> Result<HashMap<String, (i64, String, Option<i64>)>, sqlx::Error> {
    let articles: Vec<Value> = new.iter().map(|new| new.article.into()).collect();
    let query = "select article, version, name, copy_of from report where article in";
    let mut found = HashMap::new();
    for row in one_of(from, query, &articles, "order by version").await? {
        found.insert(row.try_get(0)?, (row.try_get(1)?, row.try_get(2)?, row.try_get(3)?));
    }
    Ok(found)
}

/// Those of the reports' own ids that others have.
async fn taken_names(
    from: &mut AnyConnection,
    new: &[NewReport<'_>],
) -> Result<HashSet<String>, sqlx::Error> {
    let names: Vec<Value> = new.iter().map(|new| own_name(&new.report.id).into()).collect();
    let rows = one_of(from, "select name from report where name in", &names, "").await?;
    rows.iter().map(|row| row.try_get(0)).collect()
}

/// The report's own id, or where another article has that, one made of it.
fn free_name(id: &str, article: &str, taken: impl Fn(&str) -> bool) -> String {
    let own = own_name(id);
    let tail: String = short_hash([article.as_bytes()]).chars().take(8).collect();
    if taken(&own) { format!("{own}~{tail}") } else { own }
}

fn own_name(id: &str) -> String {
    if id.is_empty() { "report".to_owned() } else { id.replace('\0', "\u{fffd}") }
}
