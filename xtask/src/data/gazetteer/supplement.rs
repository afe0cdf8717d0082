//! Places written by hand: `supplement.tsv`.

use super::divisions::Divisions;
use anyhow::{Context, Result, ensure};
use dateline_events::gazetteer::Kind;
use dateline_events::gazetteer::fold::fold;
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::table::Table;

/// A row of the table.
pub struct Row {
    name: String,
    aliases: Vec<String>,
    country: String,
    division: String,
    /// Latitude, longitude, radius in kilometres; none for rows that only add names.
    centre: Option<(f64, f64, f64)>,
    /// None for rows that only add names.
    kind: Option<Kind>,
}

/// Reads the table.
pub fn read(text: &str) -> Result<Vec<Row>> {
    let table = Table::parse(text)?;
    let mut rows = Vec::new();
    for (line, cells) in &table.rows {
        let cell = |name: &str| -> Result<&str> { Ok(cells[table.column(name)?]) };
        let number = |name| -> Result<f64> { Ok(cell(name)?.parse()?) };
        let kind = Kind::from_name(cell("kind")?);
        ensure!(kind.is_some() || cell("kind")? == "alias", "supplement.tsv, line {line}: kind");
        let centre = if cell("lat")?.is_empty() {
            ensure!(kind.is_none_or(|k| k == Kind::Admin1), "supplement.tsv, line {line}: no place");
            None
        } else {
            let place = || -> Result<_> { Ok((number("lat")?, number("lon")?, number("radius_km")?)) };
            let place = place().with_context(|| format!("supplement.tsv, line {line}"))?;
            ensure!(place.2 >= 5.0, "supplement.tsv, line {line}: radius under 5 km");
            Some(place)
        };
        rows.push(Row {
            name: cell("name")?.into(),
            aliases: cell("aliases")?.split('|').filter(|a| !a.is_empty()).map(Into::into).collect(),
            country: cell("country")?.into(),
            division: cell("admin1")?.into(),
            centre,
            kind,
        });
    }
    Ok(rows)
}

/// Gives first-order divisions that the table names their customary name, other names and place.
pub fn refine(rows: &[Row], divisions: &mut Divisions) -> Result<()> {
    for row in rows.iter().filter(|r| r.kind == Some(Kind::Admin1)) {
        let found = if row.division.is_empty() { None } else { divisions.find(&row.country, &row.division) };
        let Some(division) = found else {
            ensure!(
                row.centre.is_some(),
                "supplement.tsv: no division '{}' in {}",
                row.division,
                row.country
            );
            continue;
        };
        let before = std::mem::replace(&mut division.name, row.name.clone());
        division.names.push(before);
        division.names.extend(row.aliases.iter().cloned());
        division.centre = row.centre.or(division.centre);
    }
    Ok(())
}

/// Adds spellings to the most populous town of a name.
pub fn add_aliases(rows: &[Row], towns: &mut [NewPlace]) {
    for row in rows.iter().filter(|r| r.kind.is_none()) {
        let key = fold(&row.name);
        let named = |t: &&mut NewPlace| {
            t.country == row.country && std::iter::once(&t.name).chain(&t.names).any(|n| fold(n) == key)
        };
        if let Some(town) = towns.iter_mut().filter(named).max_by_key(|t| (t.population, t.geonames_id)) {
            town.names.extend(row.aliases.iter().cloned());
        }
    }
}

/// The places of the table that are not first-order divisions known to GeoNames.
pub fn places(rows: &[Row], divisions: &Divisions) -> Vec<NewPlace> {
    let known = |row: &Row| {
        let prefix = format!("{}.", row.country);
        let key = fold(&row.division);
        let named =
            |d: &super::divisions::Division| std::iter::once(&d.name).chain(&d.names).any(|n| fold(n) == key);
        divisions
            .0
            .iter()
            .find(|(code, d)| code.starts_with(&prefix) && named(d))
            .map(|(_, d)| d.name.clone())
    };
    let mut places = Vec::new();
    for row in rows {
        let (Some(kind), Some((lat, lon, radius_km))) = (row.kind, row.centre) else { continue };
        let division = if row.division.is_empty() { None } else { known(row) };
        if kind == Kind::Admin1 && division.is_some() {
            continue;
        }
        places.push(NewPlace {
            geonames_id: 0,
            name: row.name.clone(),
            country: row.country.clone(),
            division: division.unwrap_or_default(),
            lat,
            lon,
            population: 0,
            kind,
            radius_km,
            names: row.aliases.clone(),
        });
    }
    places
}
