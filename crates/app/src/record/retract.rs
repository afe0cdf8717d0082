//! Reports that their publishers took back: their claims count no more, and the log says who did that, when and why.

use super::{Record, coding, now};
use sqlx::Row;

/// What became of a report that was to be retracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retracted {
    /// Its claims count no more: so many.
    Claims(i64),
    /// It is a copy, and no more one outlet that tells of the original's events.
    Copy,
    /// None of its claims counted.
    Nothing,
    /// No report of that name.
    Unknown,
}

impl Record {
    /// Takes a report back, by its name, in all its versions. What it said stays in the record.
    pub async fn retract(&self, name: &str, who: &str, why: &str) -> Result<Retracted, sqlx::Error> {
        let mut tx = self.pool.begin_with(self.engine.begin()).await?;
        let query = "select article, copy_of from report where name = $1 order by version desc limit 1";
        let row = sqlx::query(query).bind(name.to_owned()).fetch_optional(&mut *tx).await?;
        let Some(row) = row else { return Ok(Retracted::Unknown) };
        let (article, copy_of): (String, Option<i64>) = (row.try_get(0)?, row.try_get(1)?);
        let query = "select count(*) from claim join report on report.id = claim.report \
            where report.article = $1 and claim.counts = 1";
        let count: i64 = sqlx::query(query).bind(article.clone()).fetch_one(&mut *tx).await?.try_get(0)?;
        coding::discount_article(&mut tx, &article).await?;
        let query = "insert into decision (at, who, what, subject, detail, why) values ($1, $2, 'retract', $3, '', $4)";
        let query = sqlx::query(query).bind(now()).bind(who.to_owned()).bind(name.to_owned());
        query.bind(why.to_owned()).execute(&mut *tx).await?;
        coding::changed(&mut tx, copy_of.into_iter().collect()).await?;
        tx.commit().await?;
        Ok(match (count, copy_of) {
            (0, None) => Retracted::Nothing,
            (0, Some(_)) => Retracted::Copy,
            (count, _) => Retracted::Claims(count),
        })
    }
}
