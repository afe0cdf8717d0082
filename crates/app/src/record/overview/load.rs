//! Reading the overview, and bringing it up to date.

use super::{NO_DAY, Overview, Row, Spot};
use crate::record::Record;
use crate::record::events::marks;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::HashSet;

/// Events read at a time.
const PAGE: i64 = 20_000;

/// Degrees north or south at which a square Mercator map ends.
const MERCATOR_END: f64 = 85.051_128_779_806_59;

impl Record {
    /// All events of now.
    pub async fn overview(&self) -> Result<Overview, sqlx::Error> {
        self.renewed(&Overview::default()).await
    }

    /// The events of now, of which `old` holds those of some time before: events that have changed have new numbers.
    pub async fn renewed(&self, old: &Overview) -> Result<Overview, sqlx::Error> {
        // One transaction of what is read alone: events that are brought up to date meanwhile are seen as a whole or not at all.
        let mut tx = self.pool.begin_with(self.engine.begin_to_read()).await?;
        let mark = marks(&mut tx).await?.events;
        let mut new = Overview {
            rows: old.rows.clone(),
            kinds: old.kinds.clone(),
            grades: old.grades.clone(),
            countries: old.countries.clone(),
            precisions: old.precisions.clone(),
            mark,
        };
        if !old.is_empty() {
            let mut there = HashSet::new();
            for row in sqlx::query("select id from event").fetch_all(&mut *tx).await? {
                there.insert(row.try_get::<i64, _>(0)?);
            }
            new.rows.retain(|row| there.contains(&row.number));
        }
        let mut last = old.rows.iter().map(|row| row.number).max().unwrap_or(0);
        loop {
            let query = "select id, day, kind, grade, country, accuracy, lat, lon, killed_low, killed_high from event \
                where id > $1 order by id limit $2";
            let rows = sqlx::query(query).bind(last).bind(PAGE).fetch_all(&mut *tx).await?;
            for row in &rows {
                let row = new.read(row)?;
                last = row.number;
                new.rows.push(row);
            }
            if rows.is_empty() {
                break;
            }
        }
        tx.commit().await?;
        new.rows.sort_unstable_by_key(Row::place);
        Ok(new)
    }
}

impl Overview {
    fn read(&mut self, row: &AnyRow) -> Result<Row, sqlx::Error> {
        let word = |n: usize| -> Result<String, sqlx::Error> {
            Ok(row.try_get::<Option<String>, _>(n)?.unwrap_or_default())
        };
        let people = |n: usize| -> Result<Option<u32>, sqlx::Error> {
            Ok(row.try_get::<Option<i64>, _>(n)?.map(|n| u32::try_from(n).unwrap_or(u32::MAX)))
        };
        let (lat, lon): (Option<f64>, Option<f64>) = (row.try_get(6)?, row.try_get(7)?);
        Ok(Row {
            number: row.try_get(0)?,
            day: day(&word(1)?),
            kind: self.kinds.number(&word(2)?),
            grade: self.grades.number(&word(3)?),
            country: self.countries.number(&word(4)?),
            precision: self.precisions.number(&word(5)?),
            at: lat.zip(lon).map(|(lat, lon)| Spot { lat, lon, map: on_map(lat, lon) }),
            killed: (people(8)?, people(9)?),
        })
    }
}

/// Days since 1970 of an ISO day.
pub(super) fn day(text: &str) -> i32 {
    let day = |date: Date| date.since(Date::constant(1970, 1, 1)).ok().map(|span| span.get_days());
    text.parse::<Date>().ok().and_then(day).unwrap_or(NO_DAY)
}

/// Where a point lies on a square Mercator map, in parts of 2^32 of its width: from west, from north.
fn on_map(lat: f64, lon: f64) -> (u32, u32) {
    let lat = lat.clamp(-MERCATOR_END, MERCATOR_END).to_radians();
    let east = (lon + 180.0).rem_euclid(360.0) / 360.0;
    let south = (1.0 - lat.tan().asinh() / std::f64::consts::PI) / 2.0;
    // A number of more than 32 bits becomes the greatest.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let part = |share: f64| (share * f64::from(u32::MAX)) as u32;
    (part(east), part(south))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_points_have_their_places() {
        assert_eq!([day("1970-01-02"), day("1969-12-31"), day("2012-12-13")], [1, -1, 15_687]);
        assert_eq!([day(""), day("44")], [NO_DAY; 2]);
        assert_eq!(on_map(90.0, -180.0), (0, 0));
        let (east, south) = on_map(0.0, 0.0);
        assert!(east.abs_diff(1 << 31) < 2 && south.abs_diff(1 << 31) < 2);
        assert!(on_map(50.0, 10.0).1 < on_map(49.0, 10.0).1);
    }
}
