//! How many events of each type, grade and country.

use super::{Overview, Row, Selection, Words};

/// A word and how many events have it, the most first.
pub type Counts = Vec<(String, usize)>;

/// What a selection consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By event type.
    pub kinds: Counts,
    /// By grade.
    pub grades: Counts,
    /// By country of the place; those without one are left out.
    pub countries: Counts,
    /// Events with a place on the map.
    pub placed: usize,
}

impl Overview {
    /// Counts a selection.
    pub fn tally(&self, selection: &Selection) -> Tally {
        let count = |words: &Words, of: fn(&Row) -> u16| {
            let mut counts = vec![0; words.0.len()];
            for row in self.selected(selection) {
                counts.get_mut(usize::from(of(row))).into_iter().for_each(|n| *n += 1);
            }
            let mut counts: Counts =
                words.0.iter().cloned().zip(counts).filter(|(word, n)| *n > 0 && !word.is_empty()).collect();
            counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            counts
        };
        Tally {
            kinds: count(&self.kinds, |row| row.kind),
            grades: count(&self.grades, |row| row.grade),
            countries: count(&self.countries, |row| row.country),
            placed: self.selected(selection).filter(|row| row.at.is_some()).count(),
        }
    }
}
