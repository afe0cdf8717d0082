//! How well a gold and a predicted claim fit each other.

use super::agree::match_items;
use super::claim::CodedClaim;
use super::measure::Measure;
use super::overlap::union_overlap;

/// Weight of a pair; 0 where the two may not be paired.
///
/// The terms are added in the order of the reference, since sums of floats that are equal on paper need not be equal
/// in the last bit, and ties decide who is paired.
pub(super) fn weight(gold: &CodedClaim, predicted: &CodedClaim) -> f64 {
    let same_type = gold.kind() == predicted.kind();
    let touching = union_overlap(gold.trigger(), predicted.trigger());
    let same_sentence = union_overlap(gold.sentence(), predicted.sentence()) >= 0.5;
    if !(touching > 0.0 || (same_type && same_sentence)) {
        return 0.0;
    }
    let fields = Measure::ITEMS.map(|m| match_items(m, gold.items(m), predicted.items(m)).len());
    let alike = [
        gold.status == predicted.status,
        gold.stated_time() == predicted.stated_time(),
        gold.modes() == predicted.modes(),
        gold.historical() == predicted.historical(),
    ];
    let fields = fields.iter().sum::<usize>().min(9);
    let alike = alike.iter().filter(|a| **a).count();
    let claims = if same_type { 100.0 } else { 0.0 } + if touching > 0.0 { 10.0 } else { 0.0 };
    claims + touching + 0.1 * fields as f64 + 0.02 * alike as f64
}
