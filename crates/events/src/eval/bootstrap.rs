//! How far F1 would move had other reports of the same kind been drawn.

use super::count::Count;
use super::measure::Measure;
use super::tally::Tally;
use super::twister::Twister;

const MEASURES: usize = Measure::ALL.len();

/// The 2.5th and the 97.5th of a hundred F1 values, sorted, of each measure, over `resamples` draws of as many reports
/// as there are, with replacement (percentile bootstrap, Efron 1979). Always from the same seed, so that two runs give
/// the same interval; nothing where `resamples` is 0.
pub(super) fn intervals(tallies: &[&Tally], resamples: u32) -> Option<[[f64; 2]; MEASURES]> {
    let mut chance = Twister::new(1);
    let mut spread: [Vec<f64>; MEASURES] = Default::default();
    for _ in 0..resamples {
        let again = draw(tallies, &mut chance);
        for (values, count) in spread.iter_mut().zip(again) {
            values.push(count.row().f1);
        }
    }
    let at = |values: &[f64], share: f64| values.get((share * f64::from(resamples)) as usize).copied();
    let mut intervals = [[0.0; 2]; MEASURES];
    for (interval, values) in intervals.iter_mut().zip(&mut spread) {
        values.sort_by(f64::total_cmp);
        *interval = [at(values, 0.025)?, at(values, 0.975)?];
    }
    Some(intervals)
}

/// The summed counts of as many reports as there are, drawn with replacement.
fn draw(tallies: &[&Tally], chance: &mut Twister) -> [Count; MEASURES] {
    let mut sum = [Count::default(); MEASURES];
    for _ in 0..tallies.len() {
        let Some(tally) = tallies.get(chance.below(tallies.len())) else { continue };
        for (mine, theirs) in sum.iter_mut().zip(tally.counts) {
            mine.add(theirs);
        }
    }
    sum
}
