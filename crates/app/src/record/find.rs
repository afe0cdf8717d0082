//! Events by words, place, time, type, mode, party, source, grade, publisher and casualties: what the command line and the page ask for.

use super::engine::Engine;
use super::insert::{Value, bind};
use super::{Record, words};
use dateline_events::parties::fold;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

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
    /// ("source-kind", …), ("publisher", …), ("sector", …), ("party-country", …). Values of one facet are alternatives.
    pub facets: Vec<(&'static str, Vec<String>)>,
}

/// One event of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number in the record.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// The day that it stands at.
    pub day: String,
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

/// Where a page begins: after this day and number.
pub type After = (String, i64);

/// Conditions with the values of their parameters.
struct Where {
    engine: Engine,
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Where {
    /// The number of the next parameter, whose value this is.
    fn next(&mut self, value: impl Into<Value>) -> usize {
        self.values.push(value.into());
        self.values.len()
    }

    fn one_of(&mut self, column: &str, values: &[String]) {
        if !values.is_empty() {
            let marks: Vec<String> =
                values.iter().map(|value| format!("${}", self.next(value.as_str()))).collect();
            self.conditions.push(format!("{column} in ({})", marks.join(",")));
        }
    }

    fn of(engine: Engine, filter: &Filter) -> Self {
        let mut all = Self { engine, conditions: Vec::new(), values: Vec::new() };
        all.words(filter);
        for (value, condition) in [(&filter.from, "event.day >= "), (&filter.to, "event.day <= ")] {
            if let Some(day) = value {
                let n = all.next(day.as_str());
                all.conditions.push(format!("{condition}${n} and event.day <> ''"));
            }
        }
        all.area(filter);
        all.one_of("event.country", &filter.countries);
        all.one_of("event.kind", &filter.kinds);
        all.one_of("event.grade", &filter.grades);
        if let Some(killed) = filter.killed {
            let n = all.next(killed);
            all.conditions.push(format!("event.killed_low >= ${n}"));
        }
        for (facet, values) in &filter.facets {
            let facet = all.next(*facet);
            let values: Vec<String> = values.iter().map(|value| fold(value.trim())).collect();
            let marks: Vec<String> =
                values.iter().map(|value| format!("${}", all.next(value.as_str()))).collect();
            all.conditions.push(format!(
                "exists (select 1 from facet where facet.facet = ${facet} and facet.value in ({}) and facet.day = event.day and facet.event = event.id)",
                marks.join(",")
            ));
        }
        all
    }

    fn words(&mut self, filter: &Filter) {
        let Some(text) = filter.words.as_deref() else { return };
        let words = words::words(text);
        if words.is_empty() {
            return;
        }
        let query = self.engine.query(&words, !text.ends_with(char::is_whitespace));
        let n = self.next(query);
        self.conditions.push(self.engine.has_words(n));
    }

    fn area(&mut self, filter: &Filter) {
        let Some([south, north, west, east]) = filter.area else { return };
        let parts = if west <= east { vec![(west, east)] } else { vec![(west, 180.0), (-180.0, east)] };
        let within = |(west, east)| {
            let n = self.next(Some(south));
            [north, west, east].into_iter().for_each(|edge| _ = self.next(Some(edge)));
            self.engine.within(n)
        };
        let parts: Vec<String> = parts.into_iter().map(within).collect();
        self.conditions.push(format!("({})", parts.join(" or ")));
    }

    fn sql(&self) -> String {
        if self.conditions.is_empty() { "true".into() } else { self.conditions.join(" and ") }
    }
}

impl Record {
    /// The newest events that a filter lets through, at most `most`, after `after`.
    pub async fn find(
        &self,
        filter: &Filter,
        after: Option<&After>,
        most: usize,
    ) -> Result<Vec<Line>, sqlx::Error> {
        let mut all = Where::of(self.engine, filter);
        if let Some((day, number)) = after {
            let (day, number) = (all.next(day.as_str()), all.next(*number));
            all.conditions.push(format!("(event.day, event.id) < (${day}, ${number})"));
        }
        let limit = all.next(i64::try_from(most).unwrap_or(i64::MAX));
        let query = format!(
            "select event.id, name, event.day, kind, grade, lat, lon, killed_low, killed_high, summary from event where {} \
             order by event.day desc, event.id desc limit ${limit}",
            all.sql()
        );
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        query.fetch_all(&self.pool).await?.iter().map(line).collect()
    }

    /// How many events a filter lets through.
    pub async fn count(&self, filter: &Filter) -> Result<i64, sqlx::Error> {
        let all = Where::of(self.engine, filter);
        let query = format!("select count(*) from event where {}", all.sql());
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        query.fetch_one(&self.pool).await?.try_get(0)
    }

    /// Events by month and type, for a timeline: the month (ISO 8601), the type, how many.
    pub async fn timeline(&self, filter: &Filter) -> Result<Vec<(String, String, i64)>, sqlx::Error> {
        let all = Where::of(self.engine, filter);
        let query = format!(
            "select substr(event.day, 1, 7) as month, kind, count(*) from event where event.day <> '' and {} group by month, kind order by month, kind",
            all.sql()
        );
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        let row = |row: &AnyRow| Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?));
        query.fetch_all(&self.pool).await?.iter().map(row).collect()
    }

    /// Events by cells of so many degrees, for a map: degrees north and east of the cell's corner, how many.
    pub async fn map(&self, filter: &Filter, degrees: f64) -> Result<Vec<(f64, f64, i64)>, sqlx::Error> {
        let mut all = Where::of(self.engine, filter);
        let n = all.next(Some(degrees));
        let (north, east) = (self.engine.cell("lat", 90, n), self.engine.cell("lon", 180, n));
        let query = format!(
            "select {north} as y, {east} as x, count(*) from event \
             where lat is not null and lon is not null and {} group by y, x order by y, x",
            all.sql()
        );
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        #[allow(clippy::cast_precision_loss)]
        let corner = |n: i64, from: f64| n as f64 * degrees - from;
        let row = |row: &AnyRow| {
            Ok((corner(row.try_get(0)?, 90.0), corner(row.try_get(1)?, 180.0), row.try_get(2)?))
        };
        query.fetch_all(&self.pool).await?.iter().map(row).collect()
    }

    /// The record of an event by its id, or by one that led to it before: as JSON.
    pub async fn event(&self, id: &str) -> Result<Option<String>, sqlx::Error> {
        let query = "select record from event where name = coalesce((select stands from redirect where name = $1), $1)";
        let row = sqlx::query(query).bind(id.to_owned()).fetch_optional(&self.pool).await?;
        row.map(|row| row.try_get(0)).transpose()
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
    })
}
