//! Reports by their words, also those that make no claims.

use super::{Record, words};
use sqlx::Row;

/// One report of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its name in the record.
    pub name: String,
    /// Which version of the article it is.
    pub version: i64,
    /// Its day of publication.
    pub published: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its headline.
    pub title: Option<String>,
}

impl Record {
    /// The newest reports that hold all of some words, the last of which may be the beginning of one.
    pub async fn reports(&self, text: &str, most: usize) -> Result<Vec<Hit>, sqlx::Error> {
        let words = words::words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let query = self.engine.query(&words, !text.ends_with(char::is_whitespace));
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = sqlx::query(self.engine.reports_with_words())
            .bind(query)
            .bind(most)
            .fetch_all(&self.pool)
            .await?;
        let hit = |row: &sqlx::any::AnyRow| {
            Ok(Hit {
                name: row.try_get(0)?,
                version: row.try_get(1)?,
                published: row.try_get(2)?,
                publisher: row.try_get(3)?,
                title: row.try_get(4)?,
            })
        };
        rows.iter().map(hit).collect()
    }
}
