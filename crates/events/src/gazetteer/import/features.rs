//! Which of GeoNames' features are kept, and as what.

use crate::gazetteer::kind::Kind;
use crate::table::{Table, TableError};
use std::collections::HashMap;

/// The table of feature codes.
#[derive(Default)]
pub(super) struct Features(HashMap<(String, String), Feature>);

/// What a feature code stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Feature {
    pub kind: Kind,
    /// Kilometres; 0 where it follows from the population.
    radius_km: f64,
}

impl Features {
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let (class, code) = (table.column("class")?, table.column("code")?);
        let (kind, radius) = (table.column("kind")?, table.column("radius_km")?);
        let mut features = Features::default();
        for (line, row) in &table.rows {
            let cell = |n: usize| row.get(n).copied().unwrap_or_default();
            let wrong = |what: &str| TableError { line: *line, reason: format!("no {what}") };
            let feature = Feature {
                kind: Kind::from_name(cell(kind)).ok_or_else(|| wrong("kind"))?,
                radius_km: cell(radius).parse().map_err(|_| wrong("radius"))?,
            };
            features.0.insert((cell(class).to_owned(), cell(code).to_owned()), feature);
        }
        Ok(features)
    }

    /// The feature of that class and code; none where it is left out.
    pub fn get(&self, class: &str, code: &str) -> Option<Feature> {
        self.0.get(&(class.to_owned(), code.to_owned())).copied()
    }
}

impl Feature {
    /// Kilometres that such a place reaches with so many people in it.
    pub fn radius_km(&self, population: u64) -> f64 {
        if self.radius_km > 0.0 { self.radius_km } else { town_radius_km(population) }
    }
}

/// A round guess at how far a town of that many people reaches, in kilometres.
pub fn town_radius_km(population: u64) -> f64 {
    match population {
        0..20_000 => 3.0,
        20_000..100_000 => 5.0,
        100_000..500_000 => 8.0,
        500_000..2_000_000 => 15.0,
        _ => 25.0,
    }
}
