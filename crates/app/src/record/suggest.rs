//! Values of facets: by their beginning, beside others, and as they are written.

use super::Record;
use super::overview::tally::Counts;
use dateline_events::parties::fold;
use dateline_events::record::event::EventRecord;
use sqlx::{AssertSqlSafe, Row};
use std::collections::HashMap;

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
            let (value, events): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
            if let Some(value) = self.written(facet, value).await?.filter(|_| found.len() < most) {
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

    /// Values of another facet that events with a value of one have, the most frequent first.
    pub async fn beside(&self, facet: &str, value: &str, other: &str) -> Result<Counts, sqlx::Error> {
        let query = "select b.value, count(*) from facet a join facet b on b.event = a.event and b.facet = $3 \
            where a.facet = $1 and a.value = $2 group by b.value";
        let query = sqlx::query(query).bind(facet.to_owned()).bind(fold(value.trim())).bind(other.to_owned());
        let mut counts: HashMap<String, usize> = HashMap::new();
        for row in query.fetch_all(&self.pool).await? {
            counts.insert(row.try_get(0)?, usize::try_from(row.try_get::<i64, _>(1)?).unwrap_or(0));
        }
        let mut counts: Counts = counts.into_iter().collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(counts)
    }
}
