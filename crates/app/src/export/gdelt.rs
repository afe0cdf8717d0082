//! Events in the columns of GDELT 1.0: separated by tabs, without a row of names.

use super::crosswalk::{self, Cameo, cameo, country};
use super::told::Told;
use crate::output::tabular::cell::{Cell, Column, int, none, real, text};
use dateline_events::record::event::EventParty;
use jiff::civil::Date;

/// All columns, in order: those of the daily files since April 2013.
pub const COLUMNS: [Column<Told>; 58] = [
    int("GLOBALEVENTID", "of the bits of the event's id", |t| t.number().into()),
    int("SQLDATE", "first day, as 20121213", |t| day(t).map(compact).into()),
    int("MonthYear", "as 201212", |t| day(t).map(|d| compact(d) / 100).into()),
    int("Year", "", |t| day(t).map(|d| compact(d) / 10_000).into()),
    real("FractionDate", "the year and the part of it that has passed", |t| day(t).map(fraction).into()),
    text("Actor1Code", "country and type", |t| code(t.actor())),
    text("Actor1Name", "the first party that somebody names as the one who did it", |t| name(t.actor())),
    text("Actor1CountryCode", "ISO 3166 alpha-3, as CAMEO has it for most countries", |t| iso3(t.actor())),
    none("Actor1KnownGroupCode"),
    none("Actor1EthnicCode"),
    none("Actor1Religion1Code"),
    none("Actor1Religion2Code"),
    text("Actor1Type1Code", "its sector, by data/crosswalks/sectors.tsv", |t| sector(t.actor())),
    none("Actor1Type2Code"),
    none("Actor1Type3Code"),
    text("Actor2Code", "country and type", |t| code(t.recipient())),
    text("Actor2Name", "the first to whom it was done", |t| name(t.recipient())),
    text("Actor2CountryCode", "ISO 3166 alpha-3", |t| iso3(t.recipient())),
    none("Actor2KnownGroupCode"),
    none("Actor2EthnicCode"),
    none("Actor2Religion1Code"),
    none("Actor2Religion2Code"),
    text("Actor2Type1Code", "its sector, by data/crosswalks/sectors.tsv", |t| sector(t.recipient())),
    none("Actor2Type2Code"),
    none("Actor2Type3Code"),
    int("IsRootEvent", "always 1: whether it stands in the first lines of a report is not kept", |_| {
        1_i64.into()
    }),
    text("EventCode", "CAMEO, by data/crosswalks/gdelt.tsv", |t| of(t, |c| c.code.into())),
    text("EventBaseCode", "its first three digits", |t| of(t, |c| c.code.get(..3).unwrap_or(c.code).into())),
    text("EventRootCode", "its first two", |t| of(t, |c| c.root.into())),
    int("QuadClass", "1 and 2 verbal and material cooperation, 3 and 4 conflict", |t| {
        of(t, |c| c.quad.into())
    }),
    real("GoldsteinScale", "by data/crosswalks/gdelt.tsv", |t| of(t, |c| c.goldstein.into())),
    int("NumMentions", "claims", |t| t.event.claims.len().into()),
    int("NumSources", "publishers", |t| t.event.publishers.into()),
    int("NumArticles", "reports", |t| t.event.reports.into()),
    none("AvgTone"),
    none("Actor1Geo_Type"),
    none("Actor1Geo_FullName"),
    none("Actor1Geo_CountryCode"),
    none("Actor1Geo_ADM1Code"),
    none("Actor1Geo_Lat"),
    none("Actor1Geo_Long"),
    none("Actor1Geo_FeatureID"),
    none("Actor2Geo_Type"),
    none("Actor2Geo_FullName"),
    none("Actor2Geo_CountryCode"),
    none("Actor2Geo_ADM1Code"),
    none("Actor2Geo_Lat"),
    none("Actor2Geo_Long"),
    none("Actor2Geo_FeatureID"),
    int("ActionGeo_Type", "by data/crosswalks/precision.tsv; 2 and 3 in the USA", geo_type),
    text("ActionGeo_FullName", "the place's name", |t| t.event.place.as_ref().map(|p| p.name.clone()).into()),
    text("ActionGeo_CountryCode", "FIPS 10-4", |t| place_country(t).and_then(country).map(|c| c.fips).into()),
    none("ActionGeo_ADM1Code"),
    real("ActionGeo_Lat", "degrees north", |t| t.event.place.as_ref().and_then(|p| p.lat).into()),
    real("ActionGeo_Long", "degrees east", |t| t.event.place.as_ref().and_then(|p| p.lon).into()),
    none("ActionGeo_FeatureID"),
    int("DATEADDED", "day of the first report that tells of it", |t| {
        t.reports.first().and_then(|r| r.published.as_deref()?.get(..10)?.parse().ok()).map(compact).into()
    }),
    text("SOURCEURL", "address of the first report that has one", |t| {
        t.reports.iter().find_map(|r| r.url.clone()).into()
    }),
];

/// True for an event that the layout has: one with a day, and not only expected.
pub fn has(told: &Told) -> bool {
    told.event.grade != "expected" && day(told).is_some() && cameo(&told.event).is_some()
}

fn day(told: &Told) -> Option<Date> {
    told.days().map(|(first, _)| first)
}

fn compact(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// As GDELT counts: months of 30 days, of which those before this one have passed, and a year of 365.
fn fraction(day: Date) -> f64 {
    let passed = ((f64::from(day.month()) - 1.0) * 30.0 + f64::from(day.day())) / 365.0;
    ((f64::from(day.year()) + passed) * 10_000.0).round() / 10_000.0
}

fn of(told: &Told, value: fn(Cameo) -> Cell) -> Cell {
    cameo(&told.event).map_or(Cell::Empty, value)
}

fn name(party: Option<&EventParty>) -> Cell {
    party.map(|party| party.who.to_uppercase()).into()
}

fn iso3(party: Option<&EventParty>) -> Cell {
    party.and_then(|party| party.country.clone()).into()
}

fn sector(party: Option<&EventParty>) -> Cell {
    kind(party).into()
}

/// Its type, as GDELT writes it.
fn kind(party: Option<&EventParty>) -> &'static str {
    party.and_then(|party| party.sector.as_deref()).map_or("", |sector| crosswalk::sector(sector)[0])
}

fn code(party: Option<&EventParty>) -> Cell {
    let country = party.and_then(|party| party.country.as_deref()).unwrap_or("");
    format!("{country}{}", kind(party)).into()
}

fn place_country(told: &Told) -> Option<&str> {
    told.event.place.as_ref()?.country.as_deref()
}

fn geo_type(told: &Told) -> Cell {
    let Some(place) = &told.event.place else { return Cell::Empty };
    let kind = place.precision.as_deref().and_then(crosswalk::precision).map(|[.., gdelt]| gdelt);
    let in_usa = place.country.as_deref() == Some("USA");
    kind.map(|kind| match kind {
        4 if in_usa => 3,
        5 if in_usa => 2,
        other => other,
    })
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_gdelt_writes_them() {
        let day: Date = "2012-12-13".parse().unwrap();
        assert_eq!((compact(day), compact(day) / 100), (20_121_213, 201_212));
        assert!((fraction(day) - 2_012.939_7).abs() < 1e-4);
        // As rows of its files have them.
        for (day, written) in [("2014-09-24", 2_014.723_3), ("2017-03-02", 2_017.169_9)] {
            assert!((fraction(day.parse().unwrap()) - written).abs() < 1e-4, "{day}");
        }
    }
}
