//! What a filter lets through.

use super::load::day;
use super::{NO_DAY, Overview, Row, Words};
use crate::record::Record;
use crate::record::find::Filter;

/// Events that a filter lets through, by their places in the overview, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(pub(super) Vec<u32>);

impl Selection {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True for none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A set of numbers of events.
struct Numbers(Vec<u64>);

impl Numbers {
    fn of(numbers: &[i64]) -> Self {
        let most = numbers.iter().copied().max().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let mut bits = vec![0; most / 64 + 1];
        for n in numbers.iter().filter_map(|n| usize::try_from(*n).ok()) {
            if let Some(word) = bits.get_mut(n / 64) {
                *word |= 1 << (n % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, number: i64) -> bool {
        let n = usize::try_from(number).unwrap_or(usize::MAX);
        self.0.get(n / 64).is_some_and(|word| word >> (n % 64) & 1 == 1)
    }
}

impl Record {
    /// The events of an overview that a filter lets through.
    pub async fn select(&self, overview: &Overview, filter: &Filter) -> Result<Selection, sqlx::Error> {
        let only = match filter.words.is_none() && filter.facets.is_empty() {
            true => None,
            false => Some(Numbers::of(&self.numbers(filter).await?)),
        };
        Ok(overview.select(filter, only.as_ref()))
    }
}

impl Overview {
    /// All of them.
    pub fn everything(&self) -> Selection {
        self.select(&Filter::default(), None)
    }

    /// How many of some events, by their numbers, are in a selection.
    pub fn count_of(&self, selection: &Selection, numbers: &[i64]) -> usize {
        let numbers = Numbers::of(numbers);
        self.selected(selection).filter(|row| numbers.has(row.number)).count()
    }

    /// Those that a filter lets through, its words and facets apart: those are in `only`.
    fn select(&self, filter: &Filter, only: Option<&Numbers>) -> Selection {
        let (from, to) = (filter.from.as_deref().map(day), filter.to.as_deref().map(day));
        let kinds = Wanted::of(&self.kinds, &filter.kinds);
        let grades = Wanted::of(&self.grades, &filter.grades);
        let countries = Wanted::of(&self.countries, &filter.countries);
        let passes = |row: &Row| {
            kinds.has(row.kind)
                && grades.has(row.grade)
                && countries.has(row.country)
                && (from.is_none() && to.is_none() || row.day != NO_DAY)
                && from.is_none_or(|from| row.day >= from)
                && to.is_none_or(|to| row.day <= to)
                && filter.killed.is_none_or(|least| row.killed.0.is_some_and(|low| i64::from(low) >= least))
                && filter.area.is_none_or(|area| row.at.is_some_and(|at| within(area, (at.lat, at.lon))))
                && only.is_none_or(|only| only.has(row.number))
        };
        let numbered = (0..).zip(&self.rows);
        Selection(numbered.filter(|(_, row)| passes(row)).map(|(n, _)| n).collect())
    }
}

/// South, north, west and east, in degrees; west may be greater than east: across the date line.
pub type Area = [f64; 4];

/// True for a point within an area.
pub fn within([south, north, west, east]: Area, (lat, lon): (f64, f64)) -> bool {
    let between = if west <= east { lon >= west && lon <= east } else { lon >= west || lon <= east };
    lat >= south && lat <= north && between
}

/// Which words are asked for; all where none is named.
struct Wanted(Option<Vec<bool>>);

impl Wanted {
    fn of(words: &Words, asked: &[String]) -> Self {
        Self((!asked.is_empty()).then(|| words.0.iter().map(|word| asked.contains(word)).collect()))
    }

    fn has(&self, word: u16) -> bool {
        self.0.as_ref().is_none_or(|wanted| wanted.get(usize::from(word)).copied().unwrap_or(false))
    }
}
