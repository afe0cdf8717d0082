//! A line of a GeoNames dump.

/// The cells that matter, out of nineteen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row<'a> {
    pub id: u32,
    pub name: &'a str,
    pub ascii: &'a str,
    /// With commas between them.
    pub alternates: &'a str,
    pub lat: f64,
    pub lon: f64,
    pub class: &'a str,
    pub code: &'a str,
    pub country: &'a str,
    /// Code of the first-order division in its country.
    pub admin1: &'a str,
    pub population: u64,
}

const CELLS: usize = 19;

impl<'a> Row<'a> {
    /// Reads a line; an error says what is wrong with it.
    pub fn parse(line: &'a str) -> Result<Self, String> {
        let mut all = [""; CELLS];
        let mut count = 0;
        for (cell, place) in line.split('\t').zip(all.iter_mut()) {
            *place = cell.trim();
            count += 1;
        }
        if count < CELLS || line.split('\t').nth(CELLS).is_some() {
            return Err(
                "a line of a GeoNames dump has nineteen cells with tabs between them, this one has not"
                    .into(),
            );
        }
        let [id, name, ascii, alternates, lat, lon, class, code, country, _, admin1, _, _, _, population, ..] =
            all;
        Ok(Row {
            id: id.parse().ok().filter(|id| *id > 0).ok_or_else(|| format!("'{id}' is no GeoNames id"))?,
            name,
            ascii,
            alternates,
            lat: degrees(lat, 90.0)?,
            lon: degrees(lon, 180.0)?,
            class,
            code,
            country,
            admin1,
            population: population.parse().unwrap_or(0),
        })
    }
}

/// Degrees within `most` of zero.
pub(super) fn degrees(cell: &str, most: f64) -> Result<f64, String> {
    let value: f64 =
        cell.trim().parse().map_err(|_| format!("'{cell}' is no latitude or longitude in degrees"))?;
    if value.is_finite() && value.abs() <= most {
        Ok(value)
    } else {
        Err(format!("{cell} degrees are beyond {most}"))
    }
}
