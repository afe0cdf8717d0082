//! One-to-one pairs with the greatest sum of gains: the Hungarian method with potentials, in O(n³).
//!
//! After the widespread form with one row added at a time (Kuhn 1955, Munkres 1957, with Jonker and Volgenant's
//! shortest augmenting paths). Where two columns tie, the lower number wins.

/// Pairs (row, column) of a square matrix of gains, each at least 0, by column; pairs that gain nothing are left out.
pub(super) fn assign(gain: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let n = gain.len();
    let mut board = Board { gain, u: vec![0.0; n + 1], v: vec![0.0; n + 1], owner: vec![0; n + 1] };
    for row in 1..=n {
        board.place(row);
    }
    let pairs = (1..=n).map(|j| (board.owner[j] - 1, j - 1));
    pairs.filter(|(i, j)| gain[*i][*j] > 0.0).collect()
}

/// Rows and columns count from 1; column 0 holds the row that is being placed.
struct Board<'a> {
    gain: &'a [Vec<f64>],
    /// Potentials of the rows.
    u: Vec<f64>,
    /// Potentials of the columns.
    v: Vec<f64>,
    /// Row that holds each column, 0 for a free one.
    owner: Vec<usize>,
}

impl Board<'_> {
    /// Finds `row` a column along the shortest augmenting path, and moves the owners on it.
    fn place(&mut self, row: usize) {
        let n = self.gain.len();
        let (mut least, mut used, mut way) = (vec![f64::INFINITY; n + 1], vec![false; n + 1], vec![0; n + 1]);
        self.owner[0] = row;
        let mut column = 0;
        loop {
            used[column] = true;
            let (delta, following) = self.reach(column, &used, &mut least, &mut way);
            self.shift(delta, &used, &mut least);
            column = following;
            if self.owner[column] == 0 {
                break;
            }
        }
        while column != 0 {
            self.owner[column] = self.owner[way[column]];
            column = way[column];
        }
    }

    /// Updates the way to every open column through `column`'s owner; the nearest one with its distance.
    fn reach(&self, column: usize, used: &[bool], least: &mut [f64], way: &mut [usize]) -> (f64, usize) {
        let row = self.owner[column];
        let (mut delta, mut following) = (f64::INFINITY, 0);
        for j in (1..used.len()).filter(|j| !used[*j]) {
            let cost = -self.gain[row - 1][j - 1] - self.u[row] - self.v[j];
            if cost < least[j] {
                least[j] = cost;
                way[j] = column;
            }
            if least[j] < delta {
                delta = least[j];
                following = j;
            }
        }
        (delta, following)
    }

    fn shift(&mut self, delta: f64, used: &[bool], least: &mut [f64]) {
        for j in 0..used.len() {
            if used[j] {
                self.u[self.owner[j]] += delta;
                self.v[j] -= delta;
            } else {
                least[j] -= delta;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn best(gain: &[Vec<f64>], row: usize, free: &mut [bool]) -> f64 {
        if row == gain.len() {
            return 0.0;
        }
        let mut most = f64::NEG_INFINITY;
        for j in 0..free.len() {
            if free[j] {
                free[j] = false;
                most = most.max(gain[row][j] + best(gain, row + 1, free));
                free[j] = true;
            }
        }
        most
    }

    proptest! {
        #[test]
        fn nobody_does_better(n in 0usize..6, cells in prop::collection::vec(0u32..9, 36)) {
            let gain: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| cells[i * 6 + j].into()).collect()).collect();
            let pairs = assign(&gain);
            let sum: f64 = pairs.iter().map(|(i, j)| gain[*i][*j]).sum();
            prop_assert_eq!(sum, best(&gain, 0, &mut vec![true; n]));
            let rows: std::collections::BTreeSet<_> = pairs.iter().map(|p| p.0).collect();
            prop_assert_eq!(rows.len(), pairs.len());
        }
    }
}
