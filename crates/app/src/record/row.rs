//! What of an event can be asked for: the columns and facets that its record is found by.

use super::insert::Value;
use super::words;
use dateline_events::parties::fold;
use dateline_events::record::event::{EventCasualties, EventRecord};
use std::collections::BTreeSet;

/// Columns of `event`, those after `id` in the order of [`columns`].
pub(super) const COLUMNS: &[&str] = &[
    "id",
    "name",
    "kind",
    "grade",
    "day",
    "first",
    "last",
    "country",
    "lat",
    "lon",
    "accuracy",
    "killed_low",
    "killed_high",
    "hurt_low",
    "reports",
    "publishers",
    "independent",
    "summary",
    "hash",
];

/// The day by which an event is put in order: its first, else since when it is told.
pub(crate) fn day(event: &EventRecord) -> String {
    let since = || event.history.first().and_then(|grade| grade.since.clone());
    let day = event.first.clone().or_else(since).unwrap_or_default();
    // A month or a year stands at its beginning.
    if day.is_empty() {
        day
    } else {
        format!("{day}{}", "-01-01".get(day.len().saturating_sub(4).min(6)..).unwrap_or(""))
    }
}

/// The values of an event's columns.
pub(super) fn columns(event: &EventRecord, hash: &str) -> Vec<Value> {
    let number = |n: usize| Value::Int(i64::try_from(n).ok());
    let place = event.place.as_ref();
    let figures = |kind: &str| event.casualties.iter().find(|c| c.kind == kind);
    let low = |c: Option<&EventCasualties>| c.and_then(|c| c.low).and_then(|n| i64::try_from(n).ok());
    let high = |c: Option<&EventCasualties>| c.and_then(|c| c.high).and_then(|n| i64::try_from(n).ok());
    let (killed, hurt) = (figures("killed"), figures("wounded"));
    vec![
        event.id.as_str().into(),
        event.kind.as_str().into(),
        event.grade.as_str().into(),
        day(event).into(),
        event.first.clone().into(),
        event.last.clone().into(),
        place.and_then(|p| p.country.clone()).into(),
        place.and_then(|p| p.lat).into(),
        place.and_then(|p| p.lon).into(),
        place.and_then(|p| p.precision.clone()).into(),
        low(killed).into(),
        high(killed).into(),
        low(hurt).into(),
        number(event.reports),
        number(event.publishers),
        number(event.independent_sources),
        event.summary.as_str().into(),
        hash.into(),
    ]
}

/// What an event can be asked for by, with the publishers that tell of it and the statuses of its claims.
pub(super) fn facets(
    event: &EventRecord,
    publishers: &BTreeSet<String>,
    statuses: &BTreeSet<&str>,
) -> BTreeSet<(&'static str, String)> {
    let mut found = BTreeSet::new();
    let mut add = |facet: &'static str, value: Option<&str>| {
        let value = value.map(|v| fold(v.trim())).unwrap_or_default();
        if !value.is_empty() {
            found.insert((facet, value.chars().take(200).collect::<String>()));
        }
    };
    event.modes.iter().for_each(|mode| add("mode", Some(mode)));
    statuses.iter().for_each(|status| add("status", Some(status)));
    for (role, parties) in [("actor", &event.actors), ("recipient", &event.recipients)] {
        for party in parties {
            for facet in [role, "party"] {
                add(facet, Some(&party.who));
                add(facet, party.id.as_deref());
            }
            add("sector", party.sector.as_deref());
            add("party-country", party.country.as_deref());
        }
    }
    for source in &event.sources {
        add("source", Some(&source.who));
        add("source-kind", source.kind.as_deref());
    }
    publishers.iter().for_each(|publisher| add("publisher", Some(publisher)));
    found
}

/// The words that an event is found by: its summary, names, and the sentences of its claims.
pub(super) fn searched<'a>(event: &'a EventRecord, sentences: impl Iterator<Item = &'a str>) -> String {
    let parties = event.actors.iter().chain(&event.recipients).map(|p| p.who.as_str());
    let sources = event.sources.iter().map(|s| s.who.as_str());
    let place = event.place.iter().map(|p| p.name.as_str());
    let instruments = event.instruments.iter().map(String::as_str);
    let own =
        std::iter::once(event.summary.as_str()).chain(place).chain(parties).chain(sources).chain(instruments);
    words::joined(own.chain(sentences))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_stand_in_order() {
        let at = |first: &str| day(&EventRecord { first: Some(first.into()), ..EventRecord::default() });
        assert_eq!([at("2012-12-13"), at("2012-12"), at("2012")], ["2012-12-13", "2012-12-01", "2012-01-01"]);
        assert_eq!(day(&EventRecord::default()), "");
    }
}
