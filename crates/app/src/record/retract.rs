//! Reports that their publishers took back: their claims count no more, and the log says who did that, when and why.

use super::{Record, coding, now};
use sqlx::Row;

/// What became of a report that was to be retracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retracted {
    /// Its claims count no more: so many.
    Claims(i64),
    /// None of its claims counted.
    Nothing,
    /// No report of that name.
    Unknown,
}

impl Record {
    /// Takes a report back, by its name, in all its versions. What it said stays in the record.
    pub async fn retract(&self, name: &str, who: &str, why: &str) -> Result<Retracted, sqlx::Error> {
        let mut tx = self.pool.begin_with(self.engine.begin()).await?;
        let query = sqlx::query("select article from report where name = $1 limit 1").bind(name.to_owned());
        let Some(row) = query.fetch_optional(&mut *tx).await? else { return Ok(Retracted::Unknown) };
        let article: String = row.try_get(0)?;
        let query = "select count(*) from claim join report on report.id = claim.report \
            where report.article = $1 and claim.counts = 1";
        let count: i64 = sqlx::query(query).bind(article.clone()).fetch_one(&mut *tx).await?.try_get(0)?;
        coding::discount_article(&mut tx, &article).await?;
        let query = "insert into decision (at, who, what, subject, detail, why) values ($1, $2, 'retract', $3, '', $4)";
        let query = sqlx::query(query).bind(now()).bind(who.to_owned()).bind(name.to_owned());
        query.bind(why.to_owned()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(if count > 0 { Retracted::Claims(count) } else { Retracted::Nothing })
    }
}
