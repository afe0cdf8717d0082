//! The table of claims: the columns that `dateline code --format csv` writes, with what kind each is.

use super::cell::{Cell, Head, Kind};
use crate::output::columns::{COLUMNS, Column};
use dateline_events::record::Claim;

/// Columns of numbers.
const REAL: [&str; 4] = ["lat", "lon", "radius_km", "confidence"];

/// Columns of whole numbers.
const INT: [&str; 7] = [
    "geonames_id",
    "killed_low",
    "killed_high",
    "wounded_low",
    "wounded_high",
    "sentence_start",
    "sentence_end",
];

/// Columns of what is true or false.
const FLAG: [&str; 1] = ["historical"];

/// What stands over the columns.
pub fn heads() -> Vec<Head> {
    COLUMNS.iter().map(head).collect()
}

/// The cells of a claim.
pub fn cells(claim: &Claim) -> Vec<Cell> {
    let cell = |column: &Column| {
        let text = (column.value)(claim);
        match head(column).kind {
            Kind::Text | Kind::List | Kind::Record => Cell::from(text),
            Kind::Int => text.parse::<i64>().map_or(Cell::Empty, Cell::Int),
            Kind::Flag => text.parse::<bool>().map_or(Cell::Empty, Cell::Flag),
            Kind::Real => text.parse::<f64>().map_or(Cell::Empty, Cell::Real),
        }
    };
    COLUMNS.iter().map(cell).collect()
}

fn head(column: &Column) -> Head {
    let kind = match column.name {
        name if REAL.contains(&name) => Kind::Real,
        name if INT.contains(&name) => Kind::Int,
        name if FLAG.contains(&name) => Kind::Flag,
        _ => Kind::Text,
    };
    Head { name: column.name, kind, meaning: column.meaning }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_numbers_are_there() {
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        assert!(REAL.iter().chain(&INT).chain(&FLAG).all(|name| names.contains(name)));
    }
}
