//! Events in the columns of POLECAT.

use super::crosswalk::{self, state};
use super::told::Told;
use crate::output::tabular::cell::{Cell, Column, none, real, text};
use dateline_events::record::event::EventParty;

/// All columns, in the order of its weekly files.
pub const COLUMNS: [Column<Told>; 40] = [
    text("Event ID", "id of the event", |t| t.event.id.as_str().into()),
    text("Event Date", "first day", |t| t.event.first.clone().into()),
    text("Event Type", "PLOVER: the same as here", |t| t.event.kind.as_str().into()),
    text("Event Mode", "modes, joined by |", |t| t.event.modes.join("|").into()),
    none("Intensity"),
    text("Quad Code", "V-COOP, M-COOP, V-CONF or M-CONF", quad),
    none("Contexts"),
    text("Actor Name", "the first party that somebody names as the one who did it", |t| who(t.actor())),
    text("Actor Country", "ISO 3166 alpha-3", |t| iso3(t.actor())),
    text("Actor COW", "abbreviation of the Correlates of War", |t| cow(t.actor())),
    text("Primary Actor Sector", "its sector", |t| sector(t.actor())),
    text("Actor Sectors", "the same", |t| sector(t.actor())),
    none("Actor Title"),
    text("Actor Name Raw", "its name", |t| who(t.actor())),
    none("Wikipedia Actor ID"),
    text("Recipient Name", "the first to whom it was done", |t| who(t.recipient())),
    text("Recipient Country", "ISO 3166 alpha-3", |t| iso3(t.recipient())),
    text("Recipient COW", "abbreviation of the Correlates of War", |t| cow(t.recipient())),
    text("Primary Recipient Sector", "its sector", |t| sector(t.recipient())),
    text("Recipient Sectors", "the same", |t| sector(t.recipient())),
    none("Recipient Title"),
    text("Recipient Name Raw", "its name", |t| who(t.recipient())),
    none("Wikipedia Recipient ID"),
    text("Placename", "the place's name", |t| t.event.place.as_ref().map(|p| p.name.clone()).into()),
    text("City", "most specific part of the name, where the place is a town or in one", |t| {
        let precision = t.event.place.as_ref().and_then(|p| p.precision.as_deref());
        if matches!(precision, Some("town" | "point")) {
            t.place().first().copied().into()
        } else {
            Cell::Empty
        }
    }),
    none("District"),
    text("Province", "first-order division", |t| t.admin1().into()),
    text("Country", "ISO 3166 alpha-3 of the place", |t| {
        t.event.place.as_ref().and_then(|p| p.country.clone()).into()
    }),
    real("Latitude", "degrees north", |t| t.event.place.as_ref().and_then(|p| p.lat).into()),
    real("Longitude", "degrees east", |t| t.event.place.as_ref().and_then(|p| p.lon).into()),
    none("GeoNames ID"),
    text("Raw Placename", "the place's name", |t| t.event.place.as_ref().map(|p| p.name.clone()).into()),
    none("Feature Type"),
    text("Source", "publishers of its reports", |t| t.of_reports(|r| r.publisher.as_deref()).into()),
    text("Publication Date", "day of its first report", |t| {
        t.reports.first().and_then(|r| r.published.as_deref()).map(|at| at.get(..10).unwrap_or(at)).into()
    }),
    none("Story People"),
    none("Story Organizations"),
    none("Story Locations"),
    text("Language", "of its reports: nothing else is coded", |_| "English".into()),
    none("Version"),
];

/// True for an event that the layout has: STATE is none of its types, and what is only expected has not happened.
pub fn has(told: &Told) -> bool {
    told.event.kind != "STATE" && told.event.grade != "expected"
}

fn quad(told: &Told) -> Cell {
    match crosswalk::quad(&told.event.kind) {
        "verbal cooperation" => "V-COOP".into(),
        "material cooperation" => "M-COOP".into(),
        "verbal conflict" => "V-CONF".into(),
        "material conflict" => "M-CONF".into(),
        _ => Cell::Empty,
    }
}

fn who(party: Option<&EventParty>) -> Cell {
    party.map(|party| party.who.clone()).into()
}

fn iso3(party: Option<&EventParty>) -> Cell {
    party.and_then(|party| party.country.clone()).into()
}

fn cow(party: Option<&EventParty>) -> Cell {
    party.and_then(|party| party.country.as_deref()).and_then(state).map(|(_, cow)| cow).into()
}

fn sector(party: Option<&EventParty>) -> Cell {
    party.and_then(|party| party.sector.clone()).into()
}
