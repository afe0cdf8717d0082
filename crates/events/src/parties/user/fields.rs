//! The values that a field may have.

use super::ActorSort;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

/// A value, or what is wrong with it and what to do about it.
type Read<T> = Result<T, (String, String)>;

fn wrong<T>(what: String, cure: impl Into<String>) -> Read<T> {
    Err((what, cure.into()))
}

/// A text, without blanks around it.
pub(super) fn text(key: &str, value: &DeValue<'_>) -> Read<String> {
    match value.as_str() {
        Some(text) => Ok(text.trim().to_owned()),
        None => wrong(format!("{key} is no text"), format!("put it in quotes: {key} = \"...\"")),
    }
}

/// Texts with the bytes that they begin at.
pub(super) fn list(key: &str, value: &Spanned<DeValue<'_>>) -> Read<Vec<(usize, String)>> {
    let cure = || format!("write {key} = [\"one\", \"another\"]");
    let DeValue::Array(values) = value.get_ref() else {
        return wrong(format!("{key} is no list"), cure());
    };
    let one = |value: &Spanned<DeValue<'_>>| match value.get_ref().as_str() {
        Some(text) => Ok((value.span().start, text.trim().to_owned())),
        None => wrong(format!("{key} holds what is no text"), cure()),
    };
    values.iter().map(one).collect()
}

/// What an actor is.
pub(super) fn sort(value: &DeValue<'_>) -> Read<ActorSort> {
    let name = text("sort", value)?;
    match ActorSort::named(&name) {
        Some(sort) => Ok(sort),
        None => wrong(format!("no sort '{name}'"), "it is group, body, person or role"),
    }
}

/// A day, or a year, whose missing month and day are those of `filler`.
pub(super) fn day(key: &str, value: &DeValue<'_>, filler: (i8, i8)) -> Read<Date> {
    let day = match value {
        DeValue::String(text) => of_text(text.trim(), filler),
        DeValue::Integer(year) if year.radix() == 10 => of_text(year.as_str(), filler),
        DeValue::Datetime(day) if day.time.is_none() => day.date.and_then(|d| {
            Date::new(i16::try_from(d.year).ok()?, d.month.try_into().ok()?, d.day.try_into().ok()?).ok()
        }),
        _ => None,
    };
    let cure = "write a day as 2012-03-01, or a year as 2012";
    day.map_or_else(|| wrong(format!("{key} is no day and no year"), cure), Ok)
}

/// The same of words: four figures, or a day.
pub(super) fn of_text(text: &str, (month, day): (i8, i8)) -> Option<Date> {
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    match year {
        true => Date::new(text.parse().ok()?, month, day).ok(),
        false => text.parse().ok().filter(|_| text.len() == 10),
    }
}
