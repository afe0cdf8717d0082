//! A line of GeoNames' table of alternate names.

/// Another name of a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name<'a> {
    pub place: u32,
    pub name: &'a str,
}

/// What stands in the column of languages for something that is no name: codes, links, postal codes.
const NO_NAMES: [&str; 9] = ["link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "abbr"];

impl<'a> Name<'a> {
    /// Reads a line: id of the name, id of the place, language, name, and up to six more cells.
    pub fn parse(line: &'a str) -> Result<Self, String> {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [name_id, place, language, name, rest @ ..] = cells.as_slice() else {
            return Err(
                "a line of GeoNames' alternate names has at least four cells with tabs between them".into()
            );
        };
        if rest.len() > 6 || name_id.parse::<u32>().is_err() {
            return Err(format!("'{name_id}' is no id of an alternate name"));
        }
        let place = place.parse().map_err(|_| format!("'{place}' is no GeoNames id"))?;
        let name = if NO_NAMES.contains(language) { "" } else { name };
        Ok(Name { place, name })
    }
}
