//! Which of the names that were found is which toponym of the corpus.

use dateline_text::span::Span;

/// Numbers of a toponym of the corpus and of a name found at its words; one alone where the other is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub gold: Option<usize>,
    pub found: Option<usize>,
}

/// Pairs spans that share a character, one to one, from the left. Both lists are in the order of the text, and the spans of a
/// list do not overlap, so that no other pairing makes more pairs.
pub fn pairs(gold: &[Span], found: &[Span]) -> Vec<Pair> {
    let (mut g, mut f) = (0, 0);
    let mut pairs = Vec::new();
    loop {
        let (here, seen) = (gold.get(g), found.get(f));
        let (takes_gold, takes_found) = match (here, seen) {
            (None, None) => return pairs,
            (Some(a), Some(b)) if a.touches(*b) => (true, true),
            (Some(a), Some(b)) => (a.end <= b.end, a.end > b.end),
            (a, b) => (a.is_some(), b.is_some()),
        };
        pairs.push(Pair { gold: takes_gold.then_some(g), found: takes_found.then_some(f) });
        g += usize::from(takes_gold);
        f += usize::from(takes_found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_span_is_paired_once() {
        let spans = |ends: &[(usize, usize)]| -> Vec<Span> {
            ends.iter().map(|(start, end)| Span::new(*start, *end)).collect()
        };
        let pair = |gold, found| Pair { gold, found };
        let gold = spans(&[(0, 4), (6, 10), (20, 24)]);
        let found = spans(&[(0, 10), (12, 14), (18, 26), (30, 31)]);
        let expected = [
            pair(Some(0), Some(0)),
            pair(Some(1), None),
            pair(None, Some(1)),
            pair(Some(2), Some(2)),
            pair(None, Some(3)),
        ];
        assert_eq!(pairs(&gold, &found), expected);
        assert!(pairs(&[], &[]).is_empty());
    }
}
