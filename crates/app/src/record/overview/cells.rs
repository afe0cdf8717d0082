//! Events on a map: by cells of its size.

use super::select::within;
use super::{Overview, Selection};
use std::collections::HashMap;

/// Events of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The middle of their places, in degrees north and east: where to draw them, and no place of its own.
    pub at: (f64, f64),
    /// How many.
    pub events: usize,
    /// The event's number, where it is alone.
    pub alone: Option<i64>,
    /// The most that were killed in one of them, by its lowest figure.
    pub killed: Option<u32>,
    /// True where one of them is placed to the town or nearer.
    pub near: bool,
    /// Its commonest type.
    pub kind: String,
}

/// What is summed up of a cell.
#[derive(Default)]
struct Sum {
    lat: f64,
    lon: f64,
    events: usize,
    first: i64,
    killed: Option<u32>,
    near: bool,
    kinds: Vec<(u16, usize)>,
}

/// Precisions of a place that is known to the town or nearer.
const NEAR: [&str; 2] = ["point", "town"];

impl Overview {
    /// A selection by cells of a Mercator map of `2^zoom` cells in width; `area` is south, north, west and east of what is looked at.
    ///
    /// `zoom` is at most 32. Cells come in the order of the map, from west and from north.
    pub fn cells(&self, selection: &Selection, area: Option<[f64; 4]>, zoom: u32) -> Vec<Cell> {
        let shift = 32 - zoom.min(32);
        let part = |n: u32| n.checked_shr(shift).unwrap_or(0);
        let mut sums: HashMap<(u32, u32), Sum> = HashMap::new();
        let near: Vec<bool> = self.precisions.0.iter().map(|word| NEAR.contains(&word.as_str())).collect();
        for row in self.selected(selection) {
            let Some(at) = row.at.filter(|at| area.is_none_or(|area| within(area, (at.lat, at.lon)))) else {
                continue;
            };
            let sum = sums.entry((part(at.map.0), part(at.map.1))).or_default();
            (sum.lat, sum.lon, sum.events) = (sum.lat + at.lat, sum.lon + at.lon, sum.events + 1);
            sum.first = row.number;
            sum.killed = sum.killed.max(row.killed.0);
            sum.near |= near.get(usize::from(row.precision)).copied().unwrap_or(false);
            match sum.kinds.iter_mut().find(|(kind, _)| *kind == row.kind) {
                Some((_, n)) => *n += 1,
                None => sum.kinds.push((row.kind, 1)),
            }
        }
        let mut cells: Vec<((u32, u32), Sum)> = sums.into_iter().collect();
        cells.sort_unstable_by_key(|(place, _)| *place);
        cells.into_iter().map(|(_, sum)| self.cell(&sum)).collect()
    }

    fn cell(&self, sum: &Sum) -> Cell {
        #[allow(clippy::cast_precision_loss)]
        let count = sum.events as f64;
        let commonest =
            sum.kinds.iter().max_by_key(|(kind, n)| (*n, std::cmp::Reverse(self.kinds.word(*kind))));
        Cell {
            at: (sum.lat / count, sum.lon / count),
            events: sum.events,
            alone: (sum.events == 1).then_some(sum.first),
            killed: sum.killed,
            near: sum.near,
            kind: commonest.map_or("", |(kind, _)| self.kinds.word(*kind)).to_owned(),
        }
    }

    /// The box of all places of a selection: south, north, west and east; one across the date line where that is smaller.
    pub fn area(&self, selection: &Selection) -> Option<[f64; 4]> {
        let mut east: Vec<f64> = Vec::new();
        let (mut south, mut north) = (f64::MAX, f64::MIN);
        for at in self.selected(selection).filter_map(|row| row.at) {
            (south, north) = (south.min(at.lat), north.max(at.lat));
            east.push(at.lon);
        }
        east.sort_by(f64::total_cmp);
        let (first, last) = (*east.first()?, *east.last()?);
        // The widest gap between neighbours, of which one lies over the date line, is what the box leaves out.
        let over = 360.0 - (last - first);
        let gaps = east.iter().zip(east.iter().skip(1)).map(|(east, west)| (west - east, *west, *east));
        let widest = gaps.max_by(|a, b| a.0.total_cmp(&b.0));
        match widest.filter(|(gap, ..)| *gap > over) {
            Some((_, west, east)) => Some([south, north, west, east]),
            None => Some([south, north, first, last]),
        }
    }
}
