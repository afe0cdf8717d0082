//! Events by words, place, time, type, mode, party, source, grade, publisher and casualties: what the command line and the page ask for.

use super::Record;
use super::insert::{Value, bind, one_of};
use super::suggest::numbers;
use super::wanted::Wanted;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};
use std::collections::HashMap;

/// What events are asked for by; empty means all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that must all be there; the last may be the beginning of one.
    pub words: Option<String>,
    /// First day (ISO 8601), inclusive.
    pub from: Option<String>,
    /// Last day, inclusive.
    pub to: Option<String>,
    /// South, north, west and east, in degrees. West may be greater than east: across the date line.
    pub area: Option<[f64; 4]>,
    /// ISO 3166 alpha-3 of the place.
    pub countries: Vec<String>,
    /// Event types.
    pub kinds: Vec<String>,
    /// Grades.
    pub grades: Vec<String>,
    /// Least number of people killed, by the lowest of the newest figures.
    pub killed: Option<i64>,
    /// Facets with their values: ("mode", "explosives"), ("party", name or id), ("actor", …), ("recipient", …), ("source", …),
    /// ("source-kind", …), ("status", of a claim), ("publisher", …), ("sector", …), ("party-country", …). Values of one facet are alternatives.
    pub facets: Vec<(&'static str, Vec<String>)>,
}

/// One event of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number in the record.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// The day that it stands at: where no words give one, that of publication.
    pub day: String,
    /// Its first and last day as its record has them: days, months or years.
    pub days: (Option<String>, Option<String>),
    /// Its type.
    pub kind: String,
    /// Its grade.
    pub grade: String,
    /// Degrees north and east.
    pub at: Option<(f64, f64)>,
    /// People killed, low and high.
    pub killed: (Option<i64>, Option<i64>),
    /// One line in plain English.
    pub summary: String,
}

/// True for a text with a word that can be searched for.
pub fn has_words(text: &str) -> bool {
    !super::words::words(text).is_empty()
}

impl Record {
    /// The newest events that a filter lets through, at most `most`.
    pub async fn find(&self, filter: &Filter, most: usize) -> Result<Vec<Line>, sqlx::Error> {
        let mut all = Wanted::of(self.engine, filter);
        let limit = all.next(i64::try_from(most).unwrap_or(i64::MAX));
        let query = format!(
            "select event.id, name, event.day, kind, grade, lat, lon, killed_low, killed_high, summary, first, last {} \
             order by {} limit ${limit}",
            all.rest(),
            all.newest_first()
        );
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        query.fetch_all(&self.pool).await?.iter().map(line).collect()
    }

    /// How many events a filter lets through.
    pub async fn count(&self, filter: &Filter) -> Result<i64, sqlx::Error> {
        let all = Wanted::of(self.engine, filter);
        let query = format!("select count(*) {}", all.rest_to_count());
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        query.fetch_one(&self.pool).await?.try_get(0)
    }

    /// The numbers of the events whose words and facets a filter lets through, whatever else it asks for.
    pub(super) async fn numbers(&self, filter: &Filter) -> Result<Vec<i64>, sqlx::Error> {
        let filter =
            Filter { words: filter.words.clone(), facets: filter.facets.clone(), ..Filter::default() };
        let all = Wanted::of(self.engine, &filter);
        // As one text: a row for each of them takes ten times as long.
        let (joined, number) = (self.engine.joined("n"), all.number());
        let query = format!("select {joined} from (select {number} as n {}) as found", all.rest_to_count());
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        let text: Option<String> = query.fetch_one(&self.pool).await?.try_get(0)?;
        Ok(text.map(|text| numbers(&text)).unwrap_or_default())
    }

    /// Events by their numbers, in that order; those that are there no more are left out.
    pub async fn lines(&self, numbers: &[i64]) -> Result<Vec<Line>, sqlx::Error> {
        let values: Vec<Value> = numbers.iter().map(|number| (*number).into()).collect();
        let query = "select id, name, day, kind, grade, lat, lon, killed_low, killed_high, summary, first, last from event where id in";
        let rows = one_of(&mut *self.pool.acquire().await?, query, &values, "").await?;
        let mut lines: HashMap<i64, Line> = HashMap::new();
        for row in &rows {
            let line = line(row)?;
            lines.insert(line.number, line);
        }
        Ok(numbers.iter().filter_map(|number| lines.remove(number)).collect())
    }

    /// The number and the record (JSON) of an event by its id, or by one that led to it before.
    pub async fn event(&self, id: &str) -> Result<Option<(i64, String)>, sqlx::Error> {
        let query = "select event.id, record from event join event_record on event_record.event = event.id \
            where name = coalesce((select stands from redirect where name = $1), $1)";
        let row = sqlx::query(query).bind(id.to_owned()).fetch_optional(&self.pool).await?;
        row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
    }

    /// The claims of an event, the oldest first: as JSON.
    pub async fn claims(&self, event: i64) -> Result<Vec<String>, sqlx::Error> {
        let query = "select claim.record from event_claim join claim on claim.name = event_claim.claim and claim.report = event_claim.report \
            where event_claim.event = $1 and claim.counts = 1 order by event_claim.age";
        sqlx::query(query).bind(event).fetch_all(&self.pool).await?.iter().map(|row| row.try_get(0)).collect()
    }
}

fn line(row: &AnyRow) -> Result<Line, sqlx::Error> {
    let at: (Option<f64>, Option<f64>) = (row.try_get(5)?, row.try_get(6)?);
    Ok(Line {
        number: row.try_get(0)?,
        id: row.try_get(1)?,
        day: row.try_get(2)?,
        kind: row.try_get(3)?,
        grade: row.try_get(4)?,
        at: at.0.zip(at.1),
        killed: (row.try_get(7)?, row.try_get(8)?),
        summary: row.try_get(9)?,
        days: (row.try_get(10)?, row.try_get(11)?),
    })
}
