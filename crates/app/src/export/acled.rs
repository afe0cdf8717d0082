//! Events in the columns of ACLED.

use super::crosswalk::{self, country};
use super::told::{Told, best};
use crate::output::tabular::cell::{Cell, Column, int, none, real, text};
use dateline_events::record::event::EventParty;
use jiff::Unit;

/// All columns, in the order of its exports since 2023.
pub const COLUMNS: [Column<Told>; 31] = [
    text("event_id_cnty", "id of the event", |t| t.event.id.as_str().into()),
    text("event_date", "first day", |t| t.days().map(|(first, _)| first.to_string()).into()),
    int("year", "its year", |t| t.days().map(|(first, _)| i64::from(first.year())).into()),
    int("time_precision", "1: the day is known; 2: within a week; 3: within more", time_precision),
    text("disorder_type", "of the event type", |t| kinds(t).map(|(event, sub)| disorder(event, sub)).into()),
    text("event_type", "by data/crosswalks/acled.tsv", |t| kinds(t).map(|(event, _)| event).into()),
    text("sub_event_type", "by data/crosswalks/acled.tsv", |t| kinds(t).map(|(_, sub)| sub).into()),
    text("actor1", "the first party that somebody names as the one who did it", |t| {
        t.actor().map(|p| p.who.clone()).into()
    }),
    text("assoc_actor_1", "other parties that are named", |t| {
        others(t.event.actors.iter().filter(|p| !p.named_by.is_empty()).map(|p| p.who.as_str()))
    }),
    text("inter1", "what kind it is, by data/crosswalks/sectors.tsv", |t| inter(t, t.actor(), true)),
    text("actor2", "the first to whom it was done", |t| t.recipient().map(|p| p.who.clone()).into()),
    text("assoc_actor_2", "others to whom it was done", |t| {
        others(t.event.recipients.iter().map(|p| p.who.as_str()))
    }),
    text("inter2", "what kind it is, by data/crosswalks/sectors.tsv", |t| inter(t, t.recipient(), false)),
    none("interaction"),
    text(
        "civilian_targeting",
        "Civilian targeting, where the event type says so, or by the first to whom it was done",
        |t| {
            if targets_civilians(t) { "Civilian targeting".into() } else { Cell::Empty }
        },
    ),
    int("iso", "ISO 3166-1 numeric", |t| code(t).and_then(|c| c.numeric.parse::<i64>().ok()).into()),
    none("region"),
    text("country", "name of the country of the place", |t| code(t).map(|c| c.name).into()),
    text("admin1", "first-order division", |t| t.admin1().into()),
    none("admin2"),
    none("admin3"),
    text("location", "most specific part of the place's name", |t| t.place().first().copied().into()),
    real("latitude", "degrees north", |t| t.event.place.as_ref().and_then(|p| p.lat).into()),
    real("longitude", "degrees east", |t| t.event.place.as_ref().and_then(|p| p.lon).into()),
    int("geo_precision", "by data/crosswalks/precision.tsv", |t| {
        let precision = t.event.place.as_ref().and_then(|p| p.precision.as_deref());
        precision.and_then(crosswalk::precision).map(|[acled, ..]| acled).into()
    }),
    text("source", "publishers of its reports", |t| t.of_reports(|r| r.publisher.as_deref()).into()),
    none("source_scale"),
    text("notes", "one line of plain English", |t| t.event.summary.as_str().into()),
    int(
        "fatalities",
        "killed: the figure that most sources give as their newest, of several the lowest; 0 where none gives one, as ACLED has it",
        |t| t.casualties("killed").and_then(best).unwrap_or(0).into(),
    ),
    none("tags"),
    none("timestamp"),
];

/// True for an event that the layout has.
pub fn has(told: &Told) -> bool {
    // What is only expected has not happened.
    told.event.grade != "expected" && kinds(told).is_some() && told.days().is_some()
}

fn kinds(told: &Told) -> Option<(&'static str, &'static str)> {
    let sector = |party: Option<&EventParty>| party.and_then(|p| p.sector.clone()).unwrap_or_default();
    let kinds = crosswalk::acled(&told.event, &sector(told.actor()), &sector(told.recipient()))?;
    // What kills protesters is excessive; the table does not see the dead.
    let is_deadly = told.casualties("killed").and_then(best).is_some_and(|killed| killed > 0);
    Some(if kinds.1 == "Protest with intervention" && is_deadly {
        (kinds.0, "Excessive force against protesters")
    } else {
        kinds
    })
}

/// What kind of actor a party is: one who acts, or one to whom it was done.
fn inter(told: &Told, party: Option<&EventParty>, acts: bool) -> Cell {
    let Some(party) = party else { return Cell::Empty };
    match kinds(told) {
        // In a protest that others step into, the protesters are those to whom it is done.
        Some(("Protests", sub)) if acts == (sub == "Peaceful protest") => return "Protesters".into(),
        Some(("Riots", _)) if acts => return "Rioters".into(),
        _ => {}
    }
    let kind = party.sector.as_deref().map_or("", |sector| crosswalk::sector(sector)[1]);
    let at = told.event.place.as_ref().and_then(|place| place.country.as_deref());
    let is_abroad = at.zip(party.country.as_deref()).is_some_and(|(at, of)| at != of);
    if kind == "State forces" && is_abroad { "External/Other forces".into() } else { kind.into() }
}

fn targets_civilians(told: &Told) -> bool {
    match kinds(told) {
        Some(("Violence against civilians", _) | (_, "Excessive force against protesters")) => true,
        Some(("Explosions/Remote violence" | "Riots", _)) => {
            let sector = told.recipient().and_then(|party| party.sector.as_deref());
            sector.is_some_and(|sector| crosswalk::sector(sector)[1] == "Civilians")
        }
        _ => false,
    }
}

fn disorder(event_type: &str, sub: &str) -> &'static str {
    match (event_type, sub) {
        ("Strategic developments", _) => "Strategic developments",
        ("Protests", "Excessive force against protesters") => "Political violence; Demonstrations",
        ("Protests", _) | ("Riots", "Violent demonstration") => "Demonstrations",
        _ => "Political violence",
    }
}

fn others<'a>(names: impl Iterator<Item = &'a str>) -> Cell {
    names.skip(1).collect::<Vec<_>>().join("; ").into()
}

fn code(told: &Told) -> Option<crosswalk::Country> {
    told.event.place.as_ref().and_then(|place| country(place.country.as_deref()?))
}

fn time_precision(told: &Told) -> Cell {
    let days =
        told.days().and_then(|(first, last)| last.since((Unit::Day, first)).ok()).map(|span| span.get_days());
    days.map(|days| match days {
        0 => 1_i64,
        1..=6 => 2,
        _ => 3,
    })
    .into()
}
