//! The day of publication as feeds write it: RFC 822 with its many misspellings, or ISO 8601.

use crate::reading::date;
use dateline_shared::month;
use jiff::civil::Date;

/// The day as `2012-12-13` where it can be read, else as written: who reads the report then says that it is no date, and
/// does not put another in its place. The day is the one written, whatever its time zone.
pub fn stated(text: &str) -> Option<String> {
    let text = text.trim();
    let iso = date::parse(text)
        .ok()
        .or_else(|| text.get(..10).filter(|_| iso_time(text)).and_then(|d| d.parse().ok()));
    let day = iso.or_else(|| of_mail(text)).map(|day| day.to_string());
    day.or_else(|| (!text.is_empty()).then(|| text.chars().take(80).collect()))
}

/// An ISO day that is followed by a time, however that is written.
fn iso_time(text: &str) -> bool {
    text.get(10..).is_some_and(|rest| {
        let rest = rest.trim_start_matches(['T', 't', ' ']).as_bytes();
        matches!(rest, [a, b, b':', ..] if a.is_ascii_digit() && b.is_ascii_digit())
    })
}

/// `Thu, 13 Dec 2012 08:30:00 +0200`; also with long names, without the weekday, with month and day the other way round.
fn of_mail(text: &str) -> Option<Date> {
    let mut words = text.split([' ', ',', '-', '\t', '\n']).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_some_and(|word| word.starts_with(char::is_alphabetic) && month(word).is_none()) {
        words.next();
    }
    let (first, second, third) = (words.next()?, words.next()?, words.next()?);
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let year: i16 = third.parse().ok()?;
    // Years of two digits are those of RFC 2822.
    let year = match (third.len(), year) {
        (2, 0..50) => year + 2000,
        (2, _) => year + 1900,
        (4, _) => year,
        _ => return None,
    };
    Date::new(year, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_day_as_written() {
        let forms = "Thu, 13 Dec 2012 23:30:00 -0500|13 Dec 2012 08:00 GMT|Thursday, 13 December 2012|Dec 13, 2012 8:00 AM|\
            Do, 13 Dec 12 08:30:00 Z|2012-12-13T23:30:00-05:00|2012-12-13|2012-12-13T08:30:00+0200|13-Dec-2012| \
            2012-12-13 08:30:00 EST|Thu,13 Dec 2012 25:61:00 +9999";
        for form in forms.split('|') {
            assert_eq!(stated(form).as_deref(), Some("2012-12-13"), "{form}");
        }
    }

    #[test]
    fn keeps_what_is_no_day() {
        for form in
            ["yesterday", "13/12/2012", "31 Feb 2012", "13 Dec", "2012-13-45T00:00", "Dec 13 12012", "é"]
        {
            assert_eq!(stated(form).as_deref(), Some(form));
        }
        assert_eq!(stated(" "), None);
        assert_eq!(stated(&"x".repeat(500)).unwrap().len(), 80);
    }
}
