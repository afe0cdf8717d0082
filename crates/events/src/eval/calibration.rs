//! Whether claims are right as often as their confidence says.

use super::count::round4;
use std::fmt;

const BINS: usize = 10;
/// From here on a claim is called sure.
const SURE: f64 = 0.9;

/// Predicted claims by confidence, in tenths.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bins([Bin; BINS]);

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    claims: u64,
    right: u64,
    confidence: f64,
}

/// How far confidence can be trusted.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Calibration {
    /// Expected calibration error over ten bins of equal width (Naeini et al. 2015): how far the share of claims of the
    /// right type is from the mean confidence of their bin, on average over claims.
    pub expected_error: f64,
    /// Share of right types among claims of a confidence of 0.9 and more; none where there is no such claim.
    pub sure_precision: Option<f64>,
    /// How many such claims there are.
    pub sure_claims: u64,
    /// Claims that bear a confidence.
    pub claims: u64,
}

impl Bins {
    /// Counts one predicted claim.
    pub fn count(&mut self, confidence: f64, right: bool) {
        let number = ((confidence * BINS as f64) as usize).min(BINS - 1);
        let bin = &mut self.0[number];
        bin.claims += 1;
        bin.right += u64::from(right);
        bin.confidence += confidence;
    }

    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            mine.claims += theirs.claims;
            mine.right += theirs.right;
            mine.confidence += theirs.confidence;
        }
    }

    /// None where no claim bears a confidence.
    pub fn summary(&self) -> Option<Calibration> {
        let claims: u64 = self.0.iter().map(|b| b.claims).sum();
        let apart: f64 = self.0.iter().map(|b| (b.right as f64 - b.confidence).abs()).sum();
        let sure = &self.0[(SURE * BINS as f64) as usize..];
        let (count, right) = sure.iter().fold((0, 0), |(n, r), b| (n + b.claims, r + b.right));
        (claims > 0).then(|| Calibration {
            expected_error: round4(apart / claims as f64),
            sure_precision: (count > 0).then(|| round4(right as f64 / count as f64)),
            sure_claims: count,
            claims,
        })
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:34} {:>6} {:>6}", "confidence", "", "of")?;
        writeln!(f, "  {:32} {:6.3} {:6}", "expected calibration error", self.expected_error, self.claims)?;
        match self.sure_precision {
            Some(share) => {
                writeln!(f, "  {:32} {share:6.3} {:6}", "right type, confidence >= 0.9", self.sure_claims)
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_right_at_nine_tenths_is_four_tenths_off() {
        let mut bins = Bins::default();
        bins.count(0.9, true);
        bins.count(0.9, false);
        let summary = bins.summary().unwrap();
        assert_eq!((summary.expected_error, summary.sure_precision), (0.4, Some(0.5)));
    }

    #[test]
    fn certainty_falls_into_the_last_bin() {
        let mut bins = Bins::default();
        bins.count(1.0, true);
        assert_eq!(bins.summary().unwrap().sure_claims, 1);
    }

    #[test]
    fn claims_without_confidence_say_nothing() {
        assert!(Bins::default().summary().is_none());
    }
}
