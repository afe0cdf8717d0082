//! Shapes that people and other programs write for the same thing.

use super::claim::Item;
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Map, Value};

/// Items of a list that may be null and may hold nulls and empty items, which count for nothing.
pub(super) fn filled<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Item>, D::Error> {
    let items: Option<Vec<Option<Map<String, Value>>>> = Option::deserialize(from)?;
    let items = items.unwrap_or_default().into_iter().flatten().filter(|i| !i.is_empty());
    items.map(|i| serde_json::from_value(Value::Object(i)).map_err(D::Error::custom)).collect()
}

/// A whole number that another program may have written as `12.0`.
pub(super) fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    const GREATEST: f64 = 1e15;
    let Some(number) = Option::<f64>::deserialize(from)? else { return Ok(None) };
    if number.fract() != 0.0 || number.abs() > GREATEST {
        return Err(D::Error::custom(format!("offset {number} is not a whole number of code points")));
    }
    Ok(Some(number as i64))
}
