//! The day of publication, as written.

use crate::written_day;
use jiff::civil::{Date, Time};

/// Reads an ISO 8601 date (`2012-12-13`) or date-time (`2012-12-13T08:30:00+02:00`), or a day in words ("December 13, 2012"); none where it is
/// no day, or can be two ("07/03/2024").
///
/// The day is the one written: the report's own calendar, whatever its time zone.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.get(..10).filter(|_| fits(text)).and_then(|day| day.parse().ok());
    day.or_else(|| written_day::parse(text))
}

/// True where what follows the day is nothing or a time of day.
fn fits(text: &str) -> bool {
    let rest = text.get(10..).unwrap_or("");
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return rest.is_empty() };
    let end = time.find(['Z', 'z', '+', '-', ' ', '[']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    clock.parse::<Time>().is_ok() && is_zone(zone)
}

fn is_zone(zone: &str) -> bool {
    zone.len() <= 40 && zone.chars().all(|c| c.is_ascii_alphanumeric() || " +-:[]/_".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn takes_the_day_as_written() {
        let forms =
            "2012-12-13|2012-12-13T23:59:00-11:00|2012-12-13T10:00Z|2012-12-13 08:30:00.25 UTC| 2012-12-13 ";
        for form in forms.split('|') {
            assert_eq!(parse(form), Some(date(2012, 12, 13)), "{form}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for form in
            ["", "yesterday", "2012-13-40", "13.12.2012", "2012-12-13x", "2012-12-13T99:00", "2012-12-1é"]
        {
            assert!(parse(form).is_none(), "{form}");
        }
    }
}
