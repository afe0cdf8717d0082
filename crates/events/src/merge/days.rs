//! The days on which something happened, as numbers, and how two spans of days stand to each other.

use jiff::civil::{Date, date};

/// From a first to a last day, both counted from 1970-01-01 and both within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Days {
    pub first: i32,
    pub last: i32,
}

impl Days {
    /// Of a claim's first and last: days, months or years (ISO 8601). None where they are no dates.
    pub(crate) fn of(first: &str, last: Option<&str>) -> Option<Self> {
        let (from, whole) = bounds(first)?;
        let to = last.map_or(Some(whole), |last| bounds(last).map(|(_, to)| to))?;
        (from <= to).then_some(Self { first: from, last: to })
    }

    /// How many days it spans, from 1.
    pub(crate) fn length(self) -> i32 {
        self.last - self.first + 1
    }

    /// Days between the two: 0 where they share a day.
    pub(crate) fn gap(self, other: Self) -> i32 {
        (self.first - other.last).max(other.first - self.last).max(0)
    }

    /// True where all of `other` lies within.
    pub(crate) fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// The number of an ISO 8601 day.
pub(crate) fn day(text: &str) -> Option<i32> {
    bounds(text.get(..10)?).map(|(first, _)| first)
}

/// The ISO 8601 day of a number.
pub(crate) fn text(day: i32) -> String {
    jiff::Span::new()
        .try_days(day)
        .ok()
        .and_then(|span| date(1970, 1, 1).checked_add(span).ok())
        .map_or_else(String::new, |d| d.to_string())
}

/// First and last day of a day, month or year.
fn bounds(text: &str) -> Option<(i32, i32)> {
    let mut parts = text.splitn(3, '-');
    let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next().map(|m| m.parse::<i8>().ok()).map_or(Some(None), |m| m.map(Some))?;
    let day = parts.next().map(|d| d.parse::<i8>().ok()).map_or(Some(None), |d| d.map(Some))?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((number(first), number(last)))
}

fn number(day: Date) -> i32 {
    i32::try_from(day.duration_since(date(1970, 1, 1)).as_hours() / 24).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years() {
        let of = |a, b| Days::of(a, b).unwrap();
        assert_eq!(of("1970-01-02", None), Days { first: 1, last: 1 });
        assert_eq!(of("2012-02", None).length(), 29);
        assert_eq!(of("2011", None).length(), 365);
        assert_eq!(of("2012-02", Some("2012-03-01")).length(), 30);
        assert_eq!(of("1969-12-31", None).first, -1);
        assert_eq!(text(of("2012-02-29", None).first), "2012-02-29");
        for (a, b) in [
            ("yesterday", None),
            ("2012-02-30", None),
            ("2012-03", Some("2012-02")),
            ("12-3-4", None),
            ("2012-x", None),
        ] {
            assert_eq!(Days::of(a, b), None, "{a}");
        }
    }

    #[test]
    fn gaps() {
        let of = |a, b| Days { first: a, last: b };
        assert_eq!(of(1, 3).gap(of(3, 9)), 0);
        assert_eq!(of(1, 3).gap(of(5, 9)), 2);
        assert_eq!(of(5, 9).gap(of(1, 3)), 2);
        assert!(of(1, 9).holds(of(2, 9)) && !of(2, 9).holds(of(1, 9)));
    }
}
