//! What a record holds, in numbers.

use super::Record;
use super::input::State;
use super::show::Sizes;
use sqlx::Row;

/// The numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Pieces of input by what became of them.
    pub inputs: Vec<(State, i64)>,
    /// Articles.
    pub articles: i64,
    /// Versions of them.
    pub reports: i64,
    /// Reports that are copies.
    pub copies: i64,
    /// Claims that count.
    pub claims: i64,
    /// Claims that were replaced by those of newer versions or coders.
    pub replaced: i64,
    /// Events.
    pub events: i64,
    /// Events that more than one report tells of.
    pub told_by_several: i64,
    /// Events by grade.
    pub grades: Vec<(String, i64)>,
    /// First and last day of publication.
    pub days: (Option<String>, Option<String>),
    /// Coders whose claims count: version, model, data, actors, and of how many reports.
    pub coders: Vec<(String, String, String, String, i64)>,
    /// True where claims have changed since the events were made.
    pub behind: bool,
    /// When it was last added to.
    pub last_run: Option<String>,
}

/// A piece of input that is not in the record, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it came from.
    pub origin: String,
    /// Which part.
    pub part: String,
    /// What became of it.
    pub state: State,
    /// Why.
    pub why: String,
}

impl Record {
    /// Counts.
    pub async fn status(&self) -> Result<Status, sqlx::Error> {
        let number = async |query: &'static str| -> Result<i64, sqlx::Error> {
            sqlx::query(query).fetch_one(&self.pool).await?.try_get(0)
        };
        let word = async |query: &'static str| -> Result<Option<String>, sqlx::Error> {
            sqlx::query(query).fetch_one(&self.pool).await?.try_get(0)
        };
        let mut inputs = Vec::new();
        for row in
            sqlx::query("select state, count(*) from input group by state").fetch_all(&self.pool).await?
        {
            inputs.extend(State::of_word(&row.try_get::<String, _>(0)?).zip(Some(row.try_get::<i64, _>(1)?)));
        }
        inputs.sort();
        let grades = sqlx::query("select grade, count(*) from event group by grade order by 2 desc, 1");
        let grades = grades
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<_, sqlx::Error>>()?;
        let Sizes { reports, claims, published } = self.sizes().await?;
        let marks = self.marks().await?;
        Ok(Status {
            inputs,
            articles: number("select count(*) from report where version = 1").await?,
            reports,
            copies: number("select count(*) from report where copy_of is not null").await?,
            claims,
            // Those that count have an index of their own; the others would be looked for in the whole table.
            replaced: number("select count(*) from claim").await? - claims,
            events: number("select count(*) from event").await?,
            told_by_several: number("select count(*) from event where reports > 1").await?,
            grades,
            days: published.unzip(),
            coders: self.coders().await?,
            behind: marks.claims != marks.events,
            last_run: word("select max(begun) from run").await?,
        })
    }

    async fn coders(&self) -> Result<Vec<(String, String, String, String, i64)>, sqlx::Error> {
        let query = "select version, model, data, actors, count(*) from coding join coder on coder.id = coding.coder \
            where stands = 1 group by version, model, data, actors order by 5 desc, 1, 2, 3, 4";
        let rows = sqlx::query(query).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|r| Ok((r.try_get(0)?, r.try_get(1)?, r.try_get(2)?, r.try_get(3)?, r.try_get(4)?)))
            .collect()
    }

    /// Pieces of input that are not in the record, the newest first.
    pub async fn left(&self, states: &[State], most: usize) -> Result<Vec<Left>, sqlx::Error> {
        let mut found = Vec::new();
        for state in states {
            let query = "select origin, part, coalesce(why, '') from input where state = $1 order by id desc limit $2";
            let query = sqlx::query(query)
                .bind(state.word().to_owned())
                .bind(i64::try_from(most).unwrap_or(i64::MAX));
            for row in query.fetch_all(&self.pool).await? {
                found.push(Left {
                    origin: row.try_get(0)?,
                    part: row.try_get(1)?,
                    state: *state,
                    why: row.try_get(2)?,
                });
            }
        }
        Ok(found)
    }
}
