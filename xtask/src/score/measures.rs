//! The measures that are kept, and where they stand in the scorer's JSON.

use serde_json::Value;

/// One measure: its column, and its place in what `dateline eval --json` prints.
pub struct Measure {
    pub name: &'static str,
    part: &'static str,
    key: &'static str,
}

const fn f1(name: &'static str) -> Measure {
    Measure { name, part: "end_to_end", key: name }
}

const fn accuracy(name: &'static str, key: &'static str) -> Measure {
    Measure { name, part: "on_typed_pairs", key }
}

/// In the order of the columns: F1 end to end, then accuracy on typed pairs, then whether confidence can be trusted.
pub const MEASURES: [Measure; 21] = [
    f1("trigger"),
    f1("typed"),
    f1("actors"),
    f1("recipients"),
    f1("places"),
    f1("sources"),
    f1("casualties"),
    f1("counts"),
    f1("time"),
    f1("denies"),
    accuracy("status", "status"),
    accuracy("status_not_occurred", "status (either not 'occurred')"),
    accuracy("modes", "modes"),
    accuracy("scope", "scope"),
    accuracy("historical", "historical"),
    accuracy("country", "country of the party"),
    accuracy("sector", "sector of the party"),
    accuracy("source_kind", "kind of the source"),
    accuracy("place_name", "name of the place"),
    Measure { name: "calibration_error", part: "confidence", key: "expected_error" },
    Measure { name: "sure_precision", part: "confidence", key: "sure_precision" },
];

impl Measure {
    /// F1, accuracy or the figure itself, 0 to 1.
    pub fn of(&self, scored: &Value) -> Option<f64> {
        let found = &scored[self.part][self.key];
        found["f1"].as_f64().or_else(|| found["accuracy"].as_f64()).or_else(|| found.as_f64())
    }

    /// Bootstrap interval of F1, 95%.
    pub fn interval(&self, scored: &Value) -> Option<(f64, f64)> {
        let ends = &scored[self.part][self.key]["f1_95"];
        Some((ends[0].as_f64()?, ends[1].as_f64()?))
    }
}

/// The headline figure, whose interval is kept as well.
pub const HEADLINE: Measure = f1("typed");
