//! Deadly events in the columns of the UCDP Georeferenced Event Dataset.

use super::crosswalk::{self, country, state, violence};
use super::told::{Told, best};
use crate::output::tabular::cell::{Cell, Column, int, none, real, text};
use crate::record::show::Head;
use dateline_events::record::event::{EventCasualties, EventParty};
use jiff::Unit;

/// All columns, in the order of version 23.1.
pub const COLUMNS: [Column<Told>; 49] = [
    int("id", "of the bits of the event's id", |t| t.number().into()),
    text("relid", "id of the event", |t| t.event.id.as_str().into()),
    int("year", "of the first day", |t| t.days().map(|(first, _)| i64::from(first.year())).into()),
    none("active_year"),
    none("code_status"),
    int("type_of_violence", "1 state-based, 2 non-state, 3 one-sided: by data/crosswalks/ucdp.tsv", |t| {
        sides(t).0.into()
    }),
    none("conflict_dset_id"),
    none("conflict_new_id"),
    none("conflict_name"),
    none("dyad_dset_id"),
    none("dyad_new_id"),
    text("dyad_name", "the two sides", |t| {
        let (kind, a, b) = sides(t);
        a.zip(b).map(|(a, b)| format!("{} - {}", a.who, name_of_b(kind, b))).into()
    }),
    none("side_a_dset_id"),
    none("side_a_new_id"),
    text("side_a", "the government, or who did it", |t| sides(t).1.map(|p| p.who.clone()).into()),
    none("side_b_dset_id"),
    none("side_b_new_id"),
    text("side_b", "the other; Civilians where the violence is one-sided", |t| {
        let (kind, _, b) = sides(t);
        b.map(|b| name_of_b(kind, b)).into()
    }),
    int("number_of_sources", "reports that tell of it", |t| t.event.reports.into()),
    text("source_article", "its reports: publisher, day, headline", |t| {
        t.reports.iter().map(article).collect::<Vec<_>>().join("; ").into()
    }),
    text("source_office", "publishers, in the order of source_article", |t| {
        each(t, |r| r.publisher.as_deref())
    }),
    text("source_date", "days, in the order of source_article", |t| each(t, day)),
    text("source_headline", "headlines, in the order of source_article", |t| each(t, |r| r.title.as_deref())),
    text("source_original", "who says so", |t| {
        t.event.sources.iter().map(|s| s.who.as_str()).collect::<Vec<_>>().join("; ").into()
    }),
    int("where_prec", "by data/crosswalks/precision.tsv", |t| {
        let precision = t.event.place.as_ref().and_then(|p| p.precision.as_deref());
        precision.and_then(crosswalk::precision).map(|[_, ucdp, _]| ucdp).into()
    }),
    text("where_coordinates", "most specific part of the place's name", |t| {
        t.place().first().copied().into()
    }),
    text("where_description", "the place's name", |t| t.event.place.as_ref().map(|p| p.name.clone()).into()),
    text("adm_1", "first-order division", |t| t.admin1().into()),
    none("adm_2"),
    real("latitude", "degrees north", |t| t.event.place.as_ref().and_then(|p| p.lat).into()),
    real("longitude", "degrees east", |t| t.event.place.as_ref().and_then(|p| p.lon).into()),
    text("geom_wkt", "the point", |t| {
        let at = t.event.place.as_ref().and_then(|p| p.lat.zip(p.lon));
        at.map(|(lat, lon)| format!("POINT ({lon} {lat})")).into()
    }),
    int("priogrid_gid", "cell of half a degree: counted from the south-west", |t| {
        t.event.place.as_ref().and_then(|p| p.lat.zip(p.lon)).map(priogrid).into()
    }),
    text("country", "name of the country of the place", |t| iso3(t).and_then(country).map(|c| c.name).into()),
    int("country_id", "Gleditsch and Ward", |t| gw(iso3(t))),
    none("region"),
    int("event_clarity", "1: its day is known; 2: it is not. Sums over time are no events here", |t| {
        let clear = t.days().is_some_and(|(first, last)| first == last);
        i64::from(!clear).saturating_add(1).into()
    }),
    int("date_prec", "1 the day, 2 up to 6 days, 3 a week, 4 a month, 5 a year", date_prec),
    text("date_start", "first day", |t| t.days().map(|(first, _)| first.to_string()).into()),
    text("date_end", "last day", |t| t.days().map(|(_, last)| last.to_string()).into()),
    none("deaths_a"),
    none("deaths_b"),
    none("deaths_civilians"),
    int("deaths_unknown", "all killed: whose side they were on is not counted", |t| {
        t.casualties("killed").and_then(best).into()
    }),
    int("best", "the figure that most sources give as their newest, of several the lowest", |t| {
        t.casualties("killed").and_then(best).into()
    }),
    int("high", "the greatest of the newest figures", |t| t.casualties("killed").and_then(highest).into()),
    int("low", "the least of them", |t| t.casualties("killed").and_then(|c| c.low).into()),
    int("gwnoa", "side a, where it is a state", |t| gw_of(sides(t).1)),
    int("gwnob", "side b, where it is a state", |t| gw_of(sides(t).2)),
];

/// True for an event that the layout has: somebody was killed by the best, the lowest or the highest figure, and it is not only expected.
pub fn has(told: &Told) -> bool {
    let is_deadly = told.casualties("killed").is_some_and(|killed| {
        [best(killed), killed.low, highest(killed)].into_iter().flatten().any(|n| n > 0)
    });
    told.event.kind == "ASSAULT" && told.event.grade != "expected" && is_deadly && told.days().is_some()
}

/// The greatest of the newest figures; where their range is open the greatest number that anybody gives.
fn highest(casualties: &EventCasualties) -> Option<u64> {
    let newest = casualties.figures.iter().filter(|figure| figure.newest);
    casualties.high.or_else(|| newest.filter_map(|figure| figure.high.or(figure.low)).max())
}

/// One-sided violence is against civilians, whatever they are called.
fn name_of_b(kind: Option<i64>, b: &EventParty) -> &str {
    if kind == Some(3) { "Civilians" } else { &b.who }
}

/// Values of the reports in their order, empty between two signs where one is not known; all empty where none is.
fn each(told: &Told, value: fn(&Head) -> Option<&str>) -> Cell {
    if told.reports.iter().all(|report| value(report).is_none()) {
        return Cell::Empty;
    }
    told.reports.iter().map(|report| value(report).unwrap_or("")).collect::<Vec<_>>().join("; ").into()
}

fn day(report: &Head) -> Option<&str> {
    report.published.as_deref().map(|at| at.get(..10).unwrap_or(at))
}

fn article(report: &Head) -> String {
    let parts = [report.publisher.as_deref(), day(report), report.title.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Type of violence, side a and side b.
fn sides(told: &Told) -> (Option<i64>, Option<&EventParty>, Option<&EventParty>) {
    let (actor, recipient) = (told.actor(), told.recipient());
    let sector = |party: Option<&EventParty>| party.and_then(|p| p.sector.clone()).unwrap_or_default();
    match violence(&sector(actor), &sector(recipient)) {
        Some((kind, false)) => (Some(kind), actor, recipient),
        Some((kind, true)) => (Some(kind), recipient, actor),
        None => (None, actor, recipient),
    }
}

fn iso3(told: &Told) -> Option<&str> {
    told.event.place.as_ref()?.country.as_deref()
}

fn gw(iso3: Option<&str>) -> Cell {
    iso3.and_then(state).and_then(|(gw, _)| gw.parse::<i64>().ok()).into()
}

fn gw_of(party: Option<&EventParty>) -> Cell {
    let of_state =
        |party: &&EventParty| matches!(party.sector.as_deref(), Some("GOV" | "MIL" | "COP" | "SPY"));
    gw(party.filter(of_state).and_then(|party| party.country.as_deref()))
}

/// Cells of half a degree, row by row from the south-west (PRIO-GRID).
fn priogrid((lat, lon): (f64, f64)) -> i64 {
    #[allow(clippy::cast_possible_truncation)]
    let cell = |degrees: f64, most: i64| ((degrees * 2.0).floor() as i64).clamp(0, most);
    cell(lat + 90.0, 359) * 720 + cell(lon + 180.0, 719) + 1
}

fn date_prec(told: &Told) -> Cell {
    let days =
        told.days().and_then(|(first, last)| last.since((Unit::Day, first)).ok()).map(|span| span.get_days());
    days.map(|days| match days {
        0 => 1_i64,
        1..=5 => 2,
        6 => 3,
        7..=30 => 4,
        _ => 5,
    })
    .into()
}

#[cfg(test)]
mod tests {
    use super::priogrid;

    #[test]
    fn cells_are_those_of_prio_grid() {
        // Damascus, in cell 178273 by the grid's definition: row 248 from the south, column 433 from the west.
        assert_eq!(priogrid((33.51, 36.29)), 247 * 720 + 432 + 1);
        assert_eq!(priogrid((-90.0, -180.0)), 1);
    }
}
