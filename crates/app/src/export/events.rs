//! The project's own table of events: one event a row. Stable: a new column goes to the end, none is renamed or moved.

use super::told::{Told, best};
use crate::output::tabular::cell::{Cell, Column, int, real, text};
use dateline_events::record::event::{EventCasualties, EventFigure, EventParty, EventSource};

/// All columns, in order.
pub const COLUMNS: [Column<Told>; 41] = [
    text("event_id", "id of the event; it stays while the event grows", |t| t.event.id.as_str().into()),
    text("type", "event type (PLOVER), or STATE", |t| t.event.kind.as_str().into()),
    text("modes", "modes of the type, the most frequent first", |t| t.event.modes.join("; ").into()),
    text("grade", "single-source, corroborated, contested or expected", |t| t.event.grade.as_str().into()),
    text("first_day", "first day on which it can have happened, ISO 8601", |t| t.event.first.clone().into()),
    text("last_day", "last day", |t| t.event.last.clone().into()),
    text("place", "where, the most specific part first", |t| {
        t.event.place.as_ref().map(|p| p.name.clone()).into()
    }),
    text("admin1", "first-order division, from the place's name", |t| t.admin1().into()),
    text("country", "ISO 3166 alpha-3 of the place", |t| {
        t.event.place.as_ref().and_then(|p| p.country.clone()).into()
    }),
    real("lat", "degrees north", |t| t.event.place.as_ref().and_then(|p| p.lat).into()),
    real("lon", "degrees east", |t| t.event.place.as_ref().and_then(|p| p.lon).into()),
    text("precision", "point, town, admin2, admin1, country or region", |t| {
        t.event.place.as_ref().and_then(|p| p.precision.clone()).into()
    }),
    text("actors", "who is said to have done it", |t| parties(&t.event.actors, |p| &p.who)),
    text("actor_ids", "their ids, in the order of actors", |t| {
        optional(&t.event.actors, |p| p.id.as_deref())
    }),
    text("actor_countries", "ISO 3166 alpha-3, in the order of actors", |t| {
        optional(&t.event.actors, |p| p.country.as_deref())
    }),
    text("actor_sectors", "sectors, in the order of actors", |t| {
        optional(&t.event.actors, |p| p.sector.as_deref())
    }),
    text("actors_denied", "those of the actors of whom somebody denies it", |t| {
        let denied = t.event.actors.iter().filter(|p| !p.denied_by.is_empty());
        denied.map(|p| p.who.as_str()).collect::<Vec<_>>().join("; ").into()
    }),
    text("recipients", "to whom", |t| parties(&t.event.recipients, |p| &p.who)),
    text("recipient_ids", "in the order of recipients", |t| {
        optional(&t.event.recipients, |p| p.id.as_deref())
    }),
    text("recipient_countries", "in the order of recipients", |t| {
        optional(&t.event.recipients, |p| p.country.as_deref())
    }),
    text("recipient_sectors", "in the order of recipients", |t| {
        optional(&t.event.recipients, |p| p.sector.as_deref())
    }),
    int("killed_low", "least of the newest figures of all sources", |t| low(t, "killed")),
    int("killed_high", "greatest; empty where an open figure lies above all others", |t| high(t, "killed")),
    int("killed_best", "the figure that most sources give as their newest, of several the lowest", |t| {
        t.casualties("killed").and_then(best).into()
    }),
    int("wounded_low", "as killed_low", |t| low(t, "wounded")),
    int("wounded_high", "as killed_high", |t| high(t, "wounded")),
    int("missing_low", "as killed_low", |t| low(t, "missing")),
    int("missing_high", "as killed_high", |t| high(t, "missing")),
    int("captured_low", "people captured, abducted or arrested: the kind with the highest figure", |t| {
        taken(t).and_then(|c| c.low).into()
    }),
    int("displaced_low", "as killed_low", |t| low(t, "displaced")),
    text("figures", "every source's newest figure: kind: figure (source)", |t| {
        t.event.casualties.iter().flat_map(figures).collect::<Vec<_>>().join("; ").into()
    }),
    text("instruments", "what it was done with, in the words of the reports", |t| {
        t.event.instruments.join("; ").into()
    }),
    text("sources", "who says something of it, the most talkative first", |t| sources(t, |s| &s.who)),
    text("source_kinds", "in the order of sources", |t| sources(t, |s| s.kind.as_deref().unwrap_or(""))),
    int("independent_sources", "sources that do not repeat each other", |t| {
        t.event.independent_sources.into()
    }),
    int("reports", "reports that tell of it, copies among them", |t| t.event.reports.into()),
    int("publishers", "publishers of these", |t| t.event.publishers.into()),
    text("publisher_names", "their names", |t| t.of_reports(|r| r.publisher.as_deref()).into()),
    text("urls", "where the reports stand on the web", |t| t.of_reports(|r| r.url.as_deref()).into()),
    text("claims", "ids of its claims, the oldest first", |t| t.event.claims.join("; ").into()),
    text("summary", "one line of plain English", |t| t.event.summary.as_str().into()),
];

fn parties(parties: &[EventParty], value: fn(&EventParty) -> &str) -> Cell {
    parties.iter().map(value).collect::<Vec<_>>().join("; ").into()
}

/// Values in the order of the parties, empty between two signs where one is not known; all empty where none is.
fn optional(parties: &[EventParty], value: fn(&EventParty) -> Option<&str>) -> Cell {
    if parties.iter().all(|party| value(party).is_none()) {
        return Cell::Empty;
    }
    parties.iter().map(|party| value(party).unwrap_or("")).collect::<Vec<_>>().join("; ").into()
}

fn sources(told: &Told, value: fn(&EventSource) -> &str) -> Cell {
    told.event.sources.iter().map(value).collect::<Vec<_>>().join("; ").into()
}

fn low(told: &Told, kind: &str) -> Cell {
    told.casualties(kind).and_then(|casualties| casualties.low).into()
}

fn high(told: &Told, kind: &str) -> Cell {
    told.casualties(kind).and_then(|casualties| casualties.high).into()
}

fn taken(told: &Told) -> Option<&EventCasualties> {
    let kinds = ["captured", "abducted", "arrested"];
    kinds.iter().filter_map(|kind| told.casualties(kind)).max_by_key(|casualties| casualties.low)
}

/// "killed: at least 16 (SANA)".
fn figures(casualties: &EventCasualties) -> Vec<String> {
    let newest = casualties.figures.iter().filter(|figure| figure.newest);
    newest.map(|f| format!("{}: {} ({})", casualties.kind, said(f), f.source)).collect()
}

fn said(figure: &EventFigure) -> String {
    match (&figure.text, figure.low, figure.high) {
        (Some(text), ..) => format!("\"{text}\""),
        (None, Some(low), Some(high)) if low == high => low.to_string(),
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        (None, Some(low), None) => format!("at least {low}"),
        (None, None, Some(high)) => format!("at most {high}"),
        (None, None, None) => "unknown".to_owned(),
    }
}
