//! Distances in descriptions: "100 km east of Aleppo", "a village 30 miles from Mosul".
//!
//! The place meant lies so far from the one named, not in it: its point is moved where the words give a direction, and its
//! radius grows where they do not.

use super::resolve::{Resolution, ResolvedPlace};
use crate::gazetteer::geometry::destination;
use crate::numbers::cardinal::cardinal;
use crate::numbers::tokens::{Kind, Token, tokens};

/// So far from a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Apart {
    km: f64,
    /// Degrees from north, clockwise.
    bearing: Option<f64>,
}

const UNITS: [(&str, f64); 11] = [
    ("km", 1.0),
    ("kms", 1.0),
    ("kilometre", 1.0),
    ("kilometres", 1.0),
    ("kilometer", 1.0),
    ("kilometers", 1.0),
    ("mile", 1.609),
    ("miles", 1.609),
    ("metres", 0.001),
    ("meters", 0.001),
    ("m", 0.001),
];
const WINDS: [(&str, f64); 8] = [
    ("north", 0.0),
    ("northeast", 45.0),
    ("east", 90.0),
    ("southeast", 135.0),
    ("south", 180.0),
    ("southwest", 225.0),
    ("west", 270.0),
    ("northwest", 315.0),
];
/// Farther than this from the place named, a distance says nothing of the place meant.
const FARTHEST_KM: f64 = 1000.0;
/// How far the point may be off in each direction, as a share of the distance: an eighth of the compass to both sides.
const SPREAD: f64 = 0.4;
/// Kilometres of the least radius of a place that only a distance gives.
const LEAST_KM: f64 = 3.0;

impl Apart {
    /// Reads a distance that stands before the first name of `words`; gives it, and the words with "near" or the direction in its
    /// stead.
    pub fn read(words: &str) -> Option<(Apart, String)> {
        let tokens = tokens(words);
        let named = tokens.iter().position(|t| t.kind == Kind::Word && t.capital).unwrap_or(tokens.len());
        let (at, (km, next)) = (0..named).find_map(|at| Some((at, distance(&tokens, at)?)))?;
        let (bearing, next) = direction(&tokens, next).map_or((None, next), |(b, next)| (Some(b), next));
        let joins = tokens.get(next).filter(|t| t.is_any(&["of", "from", "off", "outside", "away"]))?;
        let rest = words.get(joins.span.end..)?.trim_start().trim_start_matches("from ");
        let before = words.get(..tokens.get(at)?.span.start)?.trim_end_matches(hedged).trim_end();
        let wind = bearing.and_then(|b| WINDS.iter().find(|(_, w)| *w == b)).map(|(name, _)| *name);
        let between = wind.map_or("near".to_owned(), |wind| format!("{wind} of"));
        let whole = [before, &between, rest].join(" ");
        Some((Apart { km, bearing }, whole.trim().to_owned())).filter(|(apart, _)| apart.km <= FARTHEST_KM)
    }

    /// Moves a place, or widens it.
    pub fn apply(self, resolution: &mut Resolution) {
        let Some(place) = &mut resolution.place else { return };
        let (Some(lat), Some(lon)) = (place.lat, place.lon) else { return };
        if place.precision.is_some_and(|p| !["town", "point"].contains(&p)) {
            return;
        }
        match self.bearing {
            Some(bearing) => {
                let (lat, lon) = destination((lat, lon), self.km, bearing);
                let round = |degrees: f64| (degrees * 1e3).round() / 1e3;
                (place.lat, place.lon) = (Some(round(lat)), Some(round(lon)));
                place.radius_km = Some((self.km * SPREAD).max(LEAST_KM).round());
            }
            None => place.radius_km = place.radius_km.map(|radius| radius.max(self.km.round())),
        }
        place.geonames_id = None;
        coarsen(place);
    }
}

/// What lies somewhere within so many kilometres is known no better than a district of that size.
fn coarsen(place: &mut ResolvedPlace) {
    place.precision = match place.radius_km.unwrap_or_default() {
        0.0..15.0 => place.precision,
        15.0..50.0 => Some("admin2"),
        _ => Some("region"),
    };
}

/// "40 kilometres (25 miles)", "a few miles": kilometres, and where the words end.
fn distance(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let token = tokens.get(at)?;
    let decimal =
        token.low.parse::<f64>().ok().filter(|_| token.kind == Kind::Number && token.low.contains('.'));
    let (number, next) =
        decimal.map(|n| (n, at + 1)).or_else(|| cardinal(tokens, at).map(|(n, next)| (n as f64, next)))?;
    let dash = usize::from(tokens.get(next).is_some_and(Token::is_dash));
    let unit = tokens.get(next + dash)?;
    let (_, km) = UNITS.iter().find(|(name, _)| unit.is(name))?;
    let next = next + dash + 1;
    let opens = tokens.get(next).is_some_and(|t| t.is("("));
    let closes = tokens.iter().skip(next).take(6).position(|t| t.is(")"));
    Some((number * km, closes.filter(|_| opens).map_or(next, |n| next + n + 1)))
}

/// "north-east", "north east", "to the south".
fn direction(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let lead = tokens.iter().skip(at).take(2).take_while(|t| t.is_any(&["to", "the", "due"])).count();
    let at = at + lead;
    let dash = usize::from(tokens.get(at + 1).is_some_and(Token::is_dash));
    let one = tokens.get(at)?.low.as_str();
    let two = tokens.get(at + 1 + dash).map(|second| format!("{one}{}", second.low));
    let find = |name: &str| WINDS.iter().find(|(wind, _)| *wind == name).map(|(_, bearing)| *bearing);
    two.and_then(|name| Some((find(&name)?, at + 2 + dash))).or_else(|| Some((find(one)?, at + 1)))
}

/// What may stand between a hedge and its number.
fn hedged(c: char) -> bool {
    c.is_whitespace() || c == ','
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<(f64, Option<f64>, String)> {
        Apart::read(words).map(|(apart, rest)| (apart.km.round(), apart.bearing, rest))
    }

    #[test]
    fn distances_are_read_before_a_name_and_not_behind_one() {
        let east = Some((100.0, Some(90.0), "east of Aleppo".to_owned()));
        assert_eq!(read("100 km east of Aleppo"), east);
        assert_eq!(
            read("a village thirty miles from Mosul"),
            Some((48.0, None, "a village near Mosul".to_owned()))
        );
        let both = "about 40 kilometres (25 miles) north-west of Damascus";
        assert_eq!(read(both), Some((40.0, Some(315.0), "about northwest of Damascus".to_owned())));
        assert_eq!(
            read("12.5km to the south of Homs"),
            Some((13.0, Some(180.0), "south of Homs".to_owned()))
        );
        assert_eq!(read("Harasta, 10 km north-east of Damascus"), None);
        assert_eq!(read("a 10-km stretch of road near Homs"), None);
        assert_eq!(read("Highway 4"), None);
    }
}
