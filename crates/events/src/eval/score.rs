//! The figures of many reports together.

use super::bootstrap::intervals;
use super::calibration::Calibration;
use super::count::{ratio, round4};
use super::measure::Measure;
use super::tally::Tally;
use serde::ser::{SerializeMap, Serializer};
use std::collections::BTreeMap;
use std::fmt;

pub use super::count::Row;

/// How good the predictions for some reports are.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Score {
    /// Precision, recall and F1 of each measure, in the order of [`Measure::ALL`].
    #[serde(serialize_with = "as_map")]
    pub end_to_end: Vec<(Measure, Row)>,
    /// How often the fields of typed pairs, and of agreeing items in them, are right, by field.
    pub on_typed_pairs: BTreeMap<&'static str, Accuracy>,
    /// Typed precision, recall and F1 by event type.
    pub by_type: BTreeMap<String, Row>,
    /// Whether confidence can be trusted, where the predictions bear one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Calibration>,
}

/// Share of right answers, rounded to four digits, of how many.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Accuracy {
    /// 0 to 1.
    pub accuracy: f64,
    /// How many were judged.
    pub of: u64,
}

impl Score {
    /// Sums up `tallies`; with `resamples` above 0 each end-to-end F1 has its 95% interval. The order of the tallies
    /// matters to the intervals alone.
    pub fn of<'a>(tallies: impl IntoIterator<Item = &'a Tally>, resamples: u32) -> Self {
        let tallies: Vec<&Tally> = tallies.into_iter().collect();
        let mut total = Tally::default();
        tallies.iter().for_each(|t| total.add(t));
        let intervals = intervals(&tallies, resamples);
        let row = |measure: Measure| {
            let f1_95 = intervals.map(|i| i[measure as usize]);
            (measure, Row { f1_95, ..total.counts[measure as usize].row() })
        };
        let judged = total.judged.iter().map(|(label, judged)| {
            let accuracy = round4(ratio(judged.right, judged.seen));
            (*label, Accuracy { accuracy, of: judged.seen })
        });
        Score {
            end_to_end: Measure::ALL.map(row).into(),
            on_typed_pairs: judged.collect(),
            by_type: total.by_type.iter().map(|(kind, count)| (kind.clone(), count.row())).collect(),
            confidence: total.confidence.summary(),
        }
    }
}

fn as_map<S: Serializer>(rows: &[(Measure, Row)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(rows.len()))?;
    for (measure, row) in rows {
        map.serialize_entry(measure.label(), row)?;
    }
    map.end()
}

/// As aligned tables.
impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end_to_end: Vec<_> = self.end_to_end.iter().map(|(m, row)| (m.label(), row)).collect();
        let by_type: Vec<_> = self.by_type.iter().map(|(kind, row)| (kind.as_str(), row)).collect();
        for (title, rows) in [("end_to_end", end_to_end), ("by_type", by_type)] {
            writeln!(f, "{title:34} {:>6} {:>6} {:>6} {:>6} {:>6}", "P", "R", "F1", "gold", "pred")?;
            rows.iter().try_for_each(|(label, row)| write_row(f, label, row))?;
        }
        writeln!(f, "{:34} {:>6} {:>6}", "on_typed_pairs", "acc", "of")?;
        for (label, Accuracy { accuracy, of }) in &self.on_typed_pairs {
            writeln!(f, "  {label:32} {accuracy:6.3} {of:6}")?;
        }
        self.confidence.iter().try_for_each(|c| write!(f, "{c}"))
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, label: &str, row: &Row) -> fmt::Result {
    write!(f, "  {label:32} {:6.3} {:6.3} {:6.3} {:6} {:6}", row.p, row.r, row.f1, row.gold, row.predicted)?;
    if let Some([low, high]) = row.f1_95 {
        write!(f, "  [{low:.3}, {high:.3}]")?;
    }
    writeln!(f)
}
