//! Hits among what there was to find and what was found.

use serde::Serialize;

/// Counts of one measure; they add up over reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) hit: u64,
    pub(super) gold: u64,
    pub(super) predicted: u64,
}

/// Precision, recall and F1 of one measure, rounded to four digits; 0 where there is nothing to divide by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Precision.
    pub p: f64,
    /// Recall.
    pub r: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// How many gold has.
    pub gold: u64,
    /// How many were predicted.
    pub predicted: u64,
    /// Where F1 lies in 95 of 100 resamplings of the reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f1_95: Option<[f64; 2]>,
}

impl Count {
    pub(super) fn add(&mut self, other: Count) {
        self.hit += other.hit;
        self.gold += other.gold;
        self.predicted += other.predicted;
    }

    pub(super) fn row(self) -> Row {
        let (p, r) = (ratio(self.hit, self.predicted), ratio(self.hit, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        let (gold, predicted) = (self.gold, self.predicted);
        Row { p: round4(p), r: round4(r), f1: round4(f1), gold, predicted, f1_95: None }
    }
}

/// `part` of `whole`, 0 where there is no whole.
pub(super) fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The nearest number of four decimals to the exact value of the float; of two equally near the even one, as in Python.
/// Multiplying by ten thousand first would round the product, so it goes through the decimal digits.
pub(super) fn round4(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_as_python_does() {
        // Ties that a float can hold exactly go to the even digit.
        assert_eq!(round4(1.0 / 32.0), 0.0312);
        assert_eq!(round4(3.0 / 32.0), 0.0938);
        assert_eq!(round4(5.0 / 32.0), 0.1562);
        // This one lies just below the tie.
        assert_eq!(round4(0.00015), 0.0001);
        assert_eq!(round4(2.0 / 3.0), 0.6667);
    }

    #[test]
    fn nothing_to_divide_by_is_zero() {
        let row = Count { hit: 0, gold: 3, predicted: 0 }.row();
        assert_eq!((row.p, row.r, row.f1), (0.0, 0.0, 0.0));
    }
}
