//! B-cubed and pairwise precision, recall and F1 of groups of claims (Bagga and Baldwin 1998), as the reference scorer counts them.

use super::gold::Happening;
use std::collections::BTreeMap;

/// Precision and recall.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    pub precision: f64,
    pub recall: f64,
}

impl Measure {
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

/// B-cubed, then pairwise.
pub fn score(groups: &[Vec<String>], happening: &BTreeMap<String, Happening>) -> (Measure, Measure) {
    let mut together: BTreeMap<(usize, &Happening), f64> = BTreeMap::new();
    let (mut by_gold, mut by_group) = (BTreeMap::new(), BTreeMap::new());
    let mut seen = std::collections::BTreeSet::new();
    let mut count = |group: usize, gold| {
        *together.entry((group, gold)).or_insert(0.0) += 1.0;
        *by_gold.entry(gold).or_insert(0.0) += 1.0;
        *by_group.entry(group).or_insert(0.0) += 1.0;
    };
    for (n, group) in groups.iter().enumerate() {
        for (claim, gold) in group.iter().filter_map(|claim| Some((claim, happening.get(claim)?))) {
            seen.insert(claim.as_str());
            count(n, gold);
        }
    }
    for (n, (_, gold)) in happening.iter().filter(|(claim, _)| !seen.contains(claim.as_str())).enumerate() {
        count(groups.len() + n, gold);
    }
    let all: f64 = by_gold.values().sum();
    let shares = |of: &dyn Fn(&(usize, &Happening)) -> f64| {
        together.iter().map(|(k, n)| n * n / of(k)).sum::<f64>() / all
    };
    let pairs = |n: f64| n * (n - 1.0) / 2.0;
    let hits: f64 = together.values().map(|n| pairs(*n)).sum();
    let ratio = |of: f64| if of > 0.0 { hits / of } else { 0.0 };
    let cubed = Measure {
        precision: shares(&|(group, _)| by_group.get(group).copied().unwrap_or(1.0)),
        recall: shares(&|(_, gold)| by_gold.get(gold).copied().unwrap_or(1.0)),
    };
    let pairwise = Measure {
        precision: ratio(by_group.values().map(|n| pairs(*n)).sum()),
        recall: ratio(by_gold.values().map(|n| pairs(*n)).sum()),
    };
    (cubed, pairwise)
}
