//! Events over time.

use super::{NO_DAY, Overview, Selection};
use jiff::civil::{Date, Weekday};

/// How long the parts of a timeline are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A week, from Monday on.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Step {
    /// The step by which so many days make some dozens of parts, and no more than a few hundred.
    pub fn for_days(days: i64) -> Self {
        let longest = [(180, Self::Day), (900, Self::Week), (12_000, Self::Month)];
        longest.into_iter().find(|(most, _)| days <= *most).map_or(Self::Year, |(_, step)| step)
    }

    /// Its name: day, week, month, year.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    fn first_day(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let back = i64::from(day.weekday().since(Weekday::Monday));
                day.saturating_sub(jiff::Span::new().days(back))
            }
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
        }
    }
}

/// A part of a timeline: its first day (ISO 8601), the event type, how many events.
pub type Part = (String, String, usize);

impl Overview {
    /// The first and the last day of a selection (ISO 8601).
    pub fn days(&self, selection: &Selection) -> Option<(String, String)> {
        let mut days = self.selected(selection).map(|row| row.day).filter(|day| *day != NO_DAY);
        let first = days.next()?;
        Some((date(first).to_string(), date(days.next_back().unwrap_or(first)).to_string()))
    }

    /// The step that suits a selection.
    pub fn step(&self, selection: &Selection) -> Step {
        let mut days = self.selected(selection).map(|row| row.day).filter(|day| *day != NO_DAY);
        let first = days.next().unwrap_or(0);
        Step::for_days(i64::from(days.next_back().unwrap_or(first)) - i64::from(first))
    }

    /// A selection by time and type; events without a day are left out.
    pub fn timeline(&self, selection: &Selection, step: Step) -> Vec<Part> {
        // Days come in order: what belongs to one part comes together.
        let mut parts: Vec<(Date, Vec<usize>)> = Vec::new();
        let mut last = NO_DAY;
        for row in self.selected(selection).filter(|row| row.day != NO_DAY) {
            if row.day != last {
                last = row.day;
                let first = step.first_day(date(last));
                if parts.last().is_none_or(|(day, _)| *day != first) {
                    parts.push((first, vec![0; self.kinds.0.len()]));
                }
            }
            let count = parts.last_mut().and_then(|(_, counts)| counts.get_mut(usize::from(row.kind)));
            count.into_iter().for_each(|n| *n += 1);
        }
        parts.iter().flat_map(|(day, counts)| self.parts(*day, counts)).collect()
    }

    /// The types of one part, in the order of their names.
    fn parts(&self, day: Date, counts: &[usize]) -> Vec<Part> {
        let named = self.kinds.0.iter().zip(counts).filter(|(_, n)| **n > 0);
        let mut parts: Vec<Part> = named.map(|(kind, n)| (day.to_string(), kind.clone(), *n)).collect();
        parts.sort();
        parts
    }
}

fn date(day: i32) -> Date {
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_begin_where_they_should() {
        let day = Date::constant(2012, 12, 13);
        let first = |step: Step| step.first_day(day).to_string();
        assert_eq!(
            [Step::Day, Step::Week, Step::Month, Step::Year].map(first),
            ["2012-12-13", "2012-12-10", "2012-12-01", "2012-01-01"]
        );
    }
}
