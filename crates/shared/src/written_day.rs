//! Days in words, as pages and mails write them: "Thu, 13 Dec 2012 08:00:00 GMT", "December 13, 2012".
//!
//! Only forms that can mean one day: "07/03/2024" is one day in one country and another in the next.

use dateline_text::document::MONTHS;
use jiff::civil::Date;

/// Reads a day; what follows it may only be a time of day.
pub fn parse(text: &str) -> Option<Date> {
    if text.len() > 60 {
        return None;
    }
    let mut words =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).peekable();
    words.next_if(|word| is_weekday(word));
    let first = words.next()?;
    if let Some(day) = digits(first) {
        return Some(day).filter(|_| words.all(is_of_a_time));
    }
    let second = words.next()?;
    let (day, month) = match (month(first), month(second)) {
        (Some(month), None) => (day(second)?, month),
        (None, Some(month)) => (day(first)?, month),
        _ => return None,
    };
    let year = words.next().filter(|year| year.len() == 4)?.parse().ok()?;
    Date::new(year, month, day).ok().filter(|_| words.all(is_of_a_time))
}

/// "20121213", "2012/12/13".
fn digits(word: &str) -> Option<Date> {
    let mut parts = word.split('/');
    let (year, rest) = word.split_at_checked(4)?;
    let (year, month, day) = if word.contains('/') {
        (parts.next()?, parts.next()?, parts.next()?)
    } else {
        let (month, day) = rest.split_at_checked(2)?;
        (year, month, day)
    };
    let plain = [year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let fits = plain
        && year.len() == 4
        && month.len() <= 2
        && day.len() <= 2
        && parts.next().is_none_or(|_| !word.contains('/'));
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(date).filter(|date| fits && (1900..2100).contains(&date.year()))
}

/// The number of a month, by its name in full or cut short.
pub fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let fits = |month: &&str| {
        word.len() >= 3
            && (word == "sept" || word.len() == 3 || word.len() == month.len())
            && month.starts_with(&word)
    };
    let place = MONTHS.iter().position(fits)?;
    i8::try_from(place + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(number.len()..)?;
    (matches!(ending, "" | "st" | "nd" | "rd" | "th") && number.len() <= 2).then(|| number.parse().ok())?
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    word.len() <= 9
        && days.iter().any(|day| word.starts_with(day))
        && (word.len() <= 5 || word.ends_with("day"))
}

/// "08:00:00", "at", "pm", "+0200", "GMT".
fn is_of_a_time(word: &str) -> bool {
    let zone = word.len() <= 5 && word.bytes().all(|b| b.is_ascii_uppercase());
    let clock = word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-') && word.len() <= 14;
    zone || clock || matches!(word, "at" | "am" | "pm" | "a.m." | "p.m." | "-" | "|" | "(UTC)" | "(GMT)")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_days_in_words() {
        let forms = "Thu, 13 Dec 2012 08:00:00 GMT|December 13, 2012|Dec. 13, 2012 at 8:30 pm EST|13th December 2012\
            |Thursday, December 13th, 2012|20121213|2012/12/13 08:00|Thu Dec 13 2012";
        for form in forms.split('|') {
            assert_eq!(parse(form), Some(date(2012, 12, 13)), "{form}");
        }
        assert_eq!(parse("1 Sept 2024"), Some(date(2024, 9, 1)));
    }

    #[test]
    fn refuses_what_may_mean_two_days() {
        let forms = "07/03/2024|13.12.2012|May 2012|December 13|2012/13/40|13 Dec 12|1355385600|12345678\
            |2012/12/13/1|Mayday 13 2012|December 13, 2012 and more|20121313|13 2012 December";
        for form in forms.split('|') {
            assert_eq!(parse(form), None, "{form}");
        }
    }
}
