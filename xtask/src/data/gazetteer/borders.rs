//! Land borders: where the towns of two neighbours lie close to each other.

use anyhow::Result;
use dateline_events::gazetteer::geometry::distance_km;
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::gazetteer::{Kind, fold::fold};
use dateline_events::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Kilometres within which a town of the neighbour makes a town one of the border; the first at which there are any.
const CLOSE: [f64; 3] = [40.0, 100.0, 250.0];
/// Share of those towns that the radius holds.
const WITHIN: f64 = 0.9;

/// A country, as far as its borders need it.
struct Country<'a> {
    code: &'a str,
    names: Vec<&'a str>,
    neighbours: Vec<&'a str>,
}

/// The border of every two neighbours, under the names that news gives it: "Syrian-Turkish border", "Turkey-Syria border".
pub fn of(countries: &str, towns: &[NewPlace]) -> Result<Vec<NewPlace>> {
    let table = Table::parse(countries)?;
    let countries = read(&table)?;
    let mut by_country: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for town in towns {
        by_country.entry(&town.country).or_default().push((town.lat, town.lon));
    }
    by_country.values_mut().for_each(|towns| towns.sort_by(|a, b| a.0.total_cmp(&b.0)));
    let mut borders = Vec::new();
    for one in &countries {
        for other in countries.iter().filter(|c| c.code > one.code && one.neighbours.contains(&c.code)) {
            let points = [one, other].map(|c| by_country.get(c.code).map(Vec::as_slice).unwrap_or_default());
            borders.extend(line(points).map(|(at, radius)| border(one, other, at, radius)));
        }
    }
    Ok(borders)
}

fn read<'a>(table: &Table<'a>) -> Result<Vec<Country<'a>>> {
    let (code, name) = (table.column("iso2")?, table.column("name")?);
    let (demonyms, neighbours) = (table.column("demonyms")?, table.column("neighbours")?);
    let country = |row: &Vec<&'a str>| Country {
        code: row[code],
        names: std::iter::once(row[name])
            .chain(row[demonyms].split('|').take(1))
            .filter(|n| !n.is_empty())
            .collect(),
        neighbours: row[neighbours].split(',').collect(),
    };
    Ok(table.rows.iter().map(|(_, row)| country(row)).collect())
}

/// Middle and radius in kilometres of the towns of each that lie close to one of the other.
fn line([one, other]: [&[(f64, f64)]; 2]) -> Option<((f64, f64), f64)> {
    let near = |a: &(f64, f64), others: &[(f64, f64)], km: f64| {
        // Sorted by latitude: only those within the distance to the north and south are looked at.
        let degrees = km / 111.0;
        let from = others.partition_point(|b| b.0 < a.0 - degrees);
        others.iter().skip(from).take_while(|b| b.0 <= a.0 + degrees).any(|b| distance_km(*a, *b) < km)
    };
    let at = CLOSE.into_iter().find_map(|km| {
        let ours = one.iter().filter(|a| near(a, other, km));
        let theirs = other.iter().filter(|b| near(b, one, km));
        let all: Vec<(f64, f64)> = ours.chain(theirs).copied().collect();
        (!all.is_empty()).then_some(all)
    })?;
    let mean = |of: fn(&(f64, f64)) -> f64| at.iter().map(of).sum::<f64>() / at.len() as f64;
    let middle = (mean(|p| p.0), mean(|p| p.1));
    let mut distances: Vec<f64> = at.iter().map(|p| distance_km(*p, middle)).collect();
    distances.sort_by(f64::total_cmp);
    let most = distances[((distances.len() as f64 * WITHIN) as usize).min(distances.len() - 1)];
    Some((middle, most.max(CLOSE[0])))
}

fn border(one: &Country, other: &Country, (lat, lon): (f64, f64), radius_km: f64) -> NewPlace {
    let mut names = BTreeSet::new();
    for (a, b) in one.names.iter().zip(&other.names) {
        for (first, second) in [(a, b), (b, a)] {
            for noun in ["border", "frontier"] {
                names.insert(fold(&format!("{first} {second} {noun}")));
            }
        }
    }
    NewPlace {
        geonames_id: 0,
        name: format!("{}-{} border", one.names[0], other.names[0]),
        country: String::new(),
        division: String::new(),
        lat,
        lon,
        population: 0,
        kind: Kind::Border,
        radius_km,
        names: names.into_iter().collect(),
    }
}
