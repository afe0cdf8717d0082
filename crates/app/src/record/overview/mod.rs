//! All events in a few numbers each, held in memory: what timelines, maps, counts and pages of lists are made from.
//!
//! A database answers such questions by going through an index of every event; at hundreds of thousands of events that takes longer than a
//! reader waits. Here a pass over all of them takes milliseconds, whatever the filter. Words and facets are still asked of the
//! database ([`select`]); what is shown of single events comes from there as well.
//!
//! [`load`] reads it, and brings it up to date; [`timeline`], [`cells`] and [`tally`] count what a filter lets through.

pub mod cells;
mod load;
mod select;
pub mod tally;
pub mod timeline;

pub use select::{Area, Selection, within};

/// Everything, as of one state of the events.
#[derive(Debug, Default)]
pub struct Overview {
    /// In the order of their days, then of their numbers.
    rows: Vec<Row>,
    kinds: Words,
    grades: Words,
    countries: Words,
    precisions: Words,
    /// At which change of the claims these events were made.
    mark: i64,
}

/// What is kept of an event.
#[derive(Clone, Copy, Debug)]
struct Row {
    number: i64,
    /// Days since 1970; [`NO_DAY`] where it has none.
    day: i32,
    at: Option<Spot>,
    /// Lowest and highest of the newest figures.
    killed: (Option<u32>, Option<u32>),
    kind: u16,
    grade: u16,
    /// None of all: the word "".
    country: u16,
    precision: u16,
}

/// A point on the globe.
#[derive(Clone, Copy, Debug)]
struct Spot {
    lat: f64,
    lon: f64,
    /// Where it lies on a Mercator map, in parts of its width: from west, from north.
    map: (u32, u32),
}

/// The day of events without one: before all others.
const NO_DAY: i32 = i32::MIN;

/// Words by number.
#[derive(Clone, Debug, Default)]
struct Words(Vec<String>);

impl Words {
    /// The number of a word, a new one where it is new. They are few: event types, grades, countries.
    fn number(&mut self, word: &str) -> u16 {
        let at = self.0.iter().position(|known| known == word).unwrap_or_else(|| {
            self.0.push(word.to_owned());
            self.0.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn word(&self, number: u16) -> &str {
        self.0.get(usize::from(number)).map_or("", String::as_str)
    }
}

impl Overview {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The state of the claims that these events were made of: a number that grows with every change.
    pub fn mark(&self) -> i64 {
        self.mark
    }

    fn selected(&self, selection: &Selection) -> impl DoubleEndedIterator<Item = &Row> {
        selection.0.iter().filter_map(|n| self.rows.get(*n as usize))
    }

    /// The numbers of the newest events of a selection, at most `most` after `after`, which is a day and a number as [`Self::place`]
    /// gives them.
    pub fn page(&self, selection: &Selection, after: Option<(i32, i64)>, most: usize) -> Vec<i64> {
        let end = match after {
            Some(place) => {
                selection.0.partition_point(|n| self.rows.get(*n as usize).is_some_and(|r| r.place() < place))
            }
            None => selection.0.len(),
        };
        let newest = selection.0.get(..end).unwrap_or(&[]).iter().rev().take(most);
        newest.filter_map(|n| self.rows.get(*n as usize)).map(|row| row.number).collect()
    }

    /// Where an event stands in the order of all: its day in days since 1970, and its number.
    pub fn place(&self, number: i64) -> Option<(i32, i64)> {
        self.rows.iter().find(|row| row.number == number).map(Row::place)
    }
}

impl Row {
    fn place(&self) -> (i32, i64) {
        (self.day, self.number)
    }
}
