//! What the fields of the records hold that jsonl hands on as they are.

use super::What;
use crate::output::tabular::cell::{Head, Kind};

const fn field(name: &'static str, kind: Kind, meaning: &'static str) -> Head {
    Head { name, kind, meaning }
}

/// Fields of the event record (`docs/merging.md`), in its order.
const EVENT: [Head; 19] = [
    field("v", Kind::Int, "version of the shape"),
    field("id", Kind::Text, "id of the event; it stays while the event grows"),
    field("type", Kind::Text, "event type (PLOVER), or STATE"),
    field("modes", Kind::List, "modes of the type, the most frequent first"),
    field("grade", Kind::Text, "single-source, corroborated, contested or expected"),
    field("first", Kind::Text, "first day on which it can have happened, ISO 8601"),
    field("last", Kind::Text, "last day"),
    field("place", Kind::Record, "where: name, country (ISO 3166 alpha-3), lat, lon, precision"),
    field(
        "actors",
        Kind::List,
        "who is said to have done it: who, country, sector, id, named_by and denied_by (ids of claims)",
    ),
    field("recipients", Kind::List, "to whom: as actors"),
    field(
        "casualties",
        Kind::List,
        "people hurt: kind, low, high, figures (every source's own, with the id of the claim)",
    ),
    field("instruments", Kind::List, "what it was done with, in the words of the reports"),
    field("sources", Kind::List, "who says something of it: who, kind, claims (ids)"),
    field("claims", Kind::List, "ids of its claims, the oldest first"),
    field("reports", Kind::Int, "reports that tell of it, copies among them"),
    field("publishers", Kind::Int, "publishers of these"),
    field("independent_sources", Kind::Int, "sources that do not repeat each other"),
    field("history", Kind::List, "how its grade came about: since, grade, claim"),
    field("summary", Kind::Text, "one line of plain English"),
];

/// Fields of the claim record (`docs/record.md`), in its order.
const CLAIM: [Head; 17] = [
    field("v", Kind::Int, "version of the shape"),
    field("id", Kind::Text, "id of the claim"),
    field("report", Kind::Record, "the report: id, publisher, title, dateline, published, url"),
    field(
        "evidence",
        Kind::Record,
        "the sentence (number, start, end, text) and the trigger; offsets count code points",
    ),
    field("event", Kind::Record, "type, modes, quad, scope, historical"),
    field("status", Kind::Text, "occurred, possible, future, hypothetical or denied"),
    field("actors", Kind::List, "who did it, or said it: words with offsets, who, country, sector, id"),
    field("recipients", Kind::List, "to whom: as actors"),
    field(
        "places",
        Kind::List,
        "where: words with offsets, name, country, admin1, lat, lon, geonames_id, precision, radius_km, candidates",
    ),
    field("time", Kind::Record, "when: words with offsets, first, last, part, basis"),
    field(
        "casualties",
        Kind::List,
        "figures of people hurt: kind, words with offsets, low, high, qualifier, whose, subset_of",
    ),
    field("counts", Kind::List, "other figures: what, words with offsets, low, high, qualifier"),
    field("instrument", Kind::Record, "what it was done with: words with offsets"),
    field("sources", Kind::List, "according to whom, nearest first: words with offsets, who, kind, cue"),
    field("denies", Kind::Record, "the claim that this one denies, and what of it"),
    field("confidence", Kind::Real, "probability that trigger and type are right"),
    field("coder", Kind::Record, "version of the program, hashes of model and data"),
];

/// The fields of a record.
pub fn of(what: What) -> &'static [Head] {
    match what {
        What::Events => &EVENT,
        What::Claims => &CLAIM,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_events::record::Claim;
    use dateline_events::record::event::EventRecord;
    use serde_json::Value;

    #[test]
    fn the_fields_are_those_of_the_records() {
        let fields = |record: Value| record.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let mut of_events = fields(serde_json::to_value(EventRecord::default()).unwrap());
        let mut of_claims = fields(serde_json::to_value(Claim::default()).unwrap());
        let told = |what, found: &mut Vec<String>| {
            let mut names: Vec<&str> = of(what).iter().map(|head| head.name).collect();
            names.sort_unstable();
            found.sort_unstable();
            assert_eq!(names, *found);
        };
        told(What::Events, &mut of_events);
        told(What::Claims, &mut of_claims);
    }
}
