//! Values of facets: by their beginning, beside others, and as they are written.

use super::Record;
use dateline_events::parties::fold;
use dateline_events::record::event::EventRecord;
use sqlx::{AssertSqlSafe, Row};

/// A value that events can be asked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// As some event has it.
    pub value: String,
    /// Events that have it.
    pub events: usize,
}

/// True where a name or an id is the one that was asked for: as it is found, whatever its capitals and accents.
pub fn named(who: &str, id: Option<&str>, asked: &str) -> bool {
    let asked = fold(asked.trim());
    fold(who.trim()) == asked || id.is_some_and(|id| fold(id) == asked)
}

impl Record {
    /// The values of a facet that begin so, the most frequent first; ids are left out where names are asked for.
    pub async fn suggest(
        &self,
        facet: &str,
        start: &str,
        most: usize,
    ) -> Result<Vec<Suggestion>, sqlx::Error> {
        let start = fold(start.trim());
        let begins = self.engine.begins("value", 2);
        let query = format!(
            "select value, count(*) from facet where facet = $1 and {begins} group by value order by 2 desc, 1 limit $3"
        );
        // A party stands under its name and under its id.
        let wanted = i64::try_from(most * 2).unwrap_or(i64::MAX);
        let query = sqlx::query(AssertSqlSafe(query)).bind(facet.to_owned()).bind(start);
        let mut found = Vec::new();
        for row in query.bind(wanted).fetch_all(&self.pool).await? {
            if found.len() == most {
                break;
            }
            let (value, events): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
            if let Some(value) = self.written(facet, value).await? {
                found.push(Suggestion { value, events: usize::try_from(events).unwrap_or(0) });
            }
        }
        Ok(found)
    }

    /// A value as some event writes it; none for the id of a party.
    async fn written(&self, facet: &str, value: String) -> Result<Option<String>, sqlx::Error> {
        if !matches!(facet, "party" | "source") {
            return Ok(Some(value));
        }
        let Some(event) = self.example(facet, &value).await? else { return Ok(None) };
        let parties = event.actors.into_iter().chain(event.recipients).map(|party| party.who);
        let mut names = parties.chain(event.sources.into_iter().map(|source| source.who));
        Ok(names.find(|name| named(name, None, &value)))
    }

    /// The newest event that has a value of a facet.
    pub async fn example(&self, facet: &str, value: &str) -> Result<Option<EventRecord>, sqlx::Error> {
        let query = "select record from event_record where event = \
            (select event from facet where facet = $1 and value = $2 order by day desc, event desc limit 1)";
        let query = sqlx::query(query).bind(facet.to_owned()).bind(fold(value.trim()));
        let row = query.fetch_optional(&self.pool).await?;
        let text: Option<String> = row.map(|row| row.try_get(0)).transpose()?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Values of another facet that events with a value of one have, with the numbers of the events.
    pub async fn beside(
        &self,
        facet: &str,
        value: &str,
        other: &str,
    ) -> Result<Vec<(String, Vec<i64>)>, sqlx::Error> {
        let joined = self.engine.joined("b.event");
        let query = format!(
            "select b.value, {joined} from facet a join facet b on b.event = a.event and b.facet = $3 \
             where a.facet = $1 and a.value = $2 group by b.value order by b.value"
        );
        let query = sqlx::query(AssertSqlSafe(query)).bind(facet.to_owned()).bind(fold(value.trim()));
        let rows = query.bind(other.to_owned()).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, numbers(&row.try_get::<String, _>(1)?)))).collect()
    }

    /// The numbers of the events that a source alone tells of.
    pub async fn told_by_alone(&self, source: &str) -> Result<Vec<i64>, sqlx::Error> {
        let joined = self.engine.joined("event");
        let query = format!(
            "select {joined} from (select event from facet where facet = 'source' and event in \
             (select event from facet where facet = 'source' and value = $1) group by event having count(*) = 1) as alone"
        );
        let row = sqlx::query(AssertSqlSafe(query)).bind(fold(source.trim())).fetch_one(&self.pool).await?;
        Ok(row.try_get::<Option<String>, _>(0)?.map(|text| numbers(&text)).unwrap_or_default())
    }
}

/// Numbers as the database has joined them.
pub(super) fn numbers(text: &str) -> Vec<i64> {
    text.split(',').filter_map(|number| number.parse().ok()).collect()
}
