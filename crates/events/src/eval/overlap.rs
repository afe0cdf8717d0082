//! How far two stretches of text cover each other.

use super::claim::Stretch;

/// Shared length over united length, 0 to 1; 0 where a stretch is not known.
pub(super) fn union_overlap(a: Option<Stretch>, b: Option<Stretch>) -> f64 {
    let ends = |s: Option<Stretch>| s.and_then(|s| Some((s.start?, s.end?)));
    let (Some(a), Some(b)) = (ends(a), ends(b)) else { return 0.0 };
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    let united = a.1.max(b.1).saturating_sub(a.0.min(b.0));
    if united > 0 { shared.max(0) as f64 / united as f64 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: i64, end: i64) -> Option<Stretch> {
        Some(Stretch { start: Some(start), end: Some(end) })
    }

    #[test]
    fn shares_over_union() {
        assert_eq!(union_overlap(at(0, 4), at(2, 6)), 2.0 / 6.0);
        assert_eq!(union_overlap(at(0, 4), at(4, 6)), 0.0);
        assert_eq!(union_overlap(at(3, 3), at(3, 3)), 0.0);
        assert_eq!(union_overlap(at(0, 4), Some(Stretch { start: Some(0), end: None })), 0.0);
        assert_eq!(union_overlap(at(0, 4), None), 0.0);
    }
}
