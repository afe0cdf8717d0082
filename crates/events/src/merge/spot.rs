//! Places as merging compares them: on the map where they are on it, else by their full names.

use super::names::{Name, Names};
use crate::gazetteer::geometry::distance_km;
use crate::record::Place;

/// Two towns farther apart than this many kilometres are not one place.
pub(crate) const TOWNS_APART_KM: f64 = 25.0;

/// Two points nearer than this are one place: a street and its town.
const ONE_PLACE_KM: f64 = 5.0;

/// How precise a place is, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Precision {
    Point,
    Town,
    Admin2,
    Admin1,
    Country,
    Region,
    /// Only a name, which nobody has looked up.
    Unknown,
}

/// A place of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// Latitude and longitude in degrees.
    pub at: Option<(f32, f32)>,
    pub radius_km: f32,
    pub precision: Precision,
    /// The parts of the full name, folded, most specific first: qatana, rif dimashq, syria.
    pub parts: Box<[Name]>,
    /// The full name as it stands in the claim.
    pub name: Name,
    /// ISO code.
    pub country: Option<Name>,
}

/// How two places stand to each other, from the nearest to the farthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Apart {
    /// The same place.
    Same,
    /// One lies within the other, and the other is no larger than a town or district.
    Inside,
    /// Two places that one town holds, each with a name of its own.
    Siblings,
    /// Less than [`TOWNS_APART_KM`] apart.
    Near,
    /// One lies within the other, which is a province.
    InProvince,
    /// One lies within the other, which is a country or a region.
    InCountry,
    /// In one country, and nothing more is known.
    Compatriots,
    /// Nothing is known.
    Unknown,
    /// Different places of one country.
    Far,
    /// In different countries.
    Abroad,
    /// Two towns farther apart than [`TOWNS_APART_KM`].
    Towns,
}

impl Spot {
    pub(crate) fn of(place: &Place, names: &mut Names) -> Self {
        let full = place.name.as_deref().unwrap_or(&place.words.text);
        let parts = full.split(',').map(|part| crate::gazetteer::fold::fold(part.trim()));
        let parts: Box<[Name]> =
            parts.filter(|part| !part.is_empty()).map(|part| names.number(&part)).collect();
        Self {
            #[allow(clippy::cast_possible_truncation)]
            at: place.lat.zip(place.lon).map(|(lat, lon)| (lat as f32, lon as f32)),
            #[allow(clippy::cast_possible_truncation)]
            radius_km: place.radius_km.unwrap_or(0.0) as f32,
            precision: precision(place.precision.as_deref()),
            parts,
            name: names.number(full),
            country: place.country.as_deref().map(|code| names.number(code)),
        }
    }

    /// True for a town or a point in it, on the map.
    pub(crate) fn town(&self) -> bool {
        self.at.is_some() && self.precision <= Precision::Town
    }

    /// How it stands to another.
    pub(crate) fn apart(&self, other: &Self) -> Apart {
        if self.name == other.name || (!self.parts.is_empty() && self.parts == other.parts) {
            return Apart::Same;
        }
        if self.country.is_some() && other.country.is_some() && self.country != other.country {
            return if self.town() && other.town() { self.towns(other) } else { Apart::Abroad };
        }
        let (fine, coarse) = if self.precision <= other.precision { (self, other) } else { (other, self) };
        let named = [(fine, coarse), (coarse, fine)].into_iter().find(|(a, b)| a.within_by_name(b));
        if let Some((_, around)) = named {
            return around.holding();
        }
        let far = self.distance(other).is_some_and(|km| km > TOWNS_APART_KM);
        if self.siblings(other) && !far {
            return Apart::Siblings;
        }
        match (self.distance(other), self.town() && other.town()) {
            (Some(_), true) => self.towns(other),
            (Some(km), false) if km <= f64::from(coarse.radius_km.max(fine.radius_km)) => coarse.holding(),
            (Some(_), false) => Apart::Far,
            (None, _) if self.parts.last() == other.parts.last() => Apart::Compatriots,
            (None, _) if self.country.is_some() && self.country == other.country => Apart::Compatriots,
            (None, _) => Apart::Unknown,
        }
    }

    fn towns(&self, other: &Self) -> Apart {
        match self.distance(other) {
            Some(km) if km <= ONE_PLACE_KM => Apart::Inside,
            Some(km) if km <= TOWNS_APART_KM => Apart::Near,
            _ => Apart::Towns,
        }
    }

    fn distance(&self, other: &Self) -> Option<f64> {
        let wide = |(lat, lon): (f32, f32)| (f64::from(lat), f64::from(lon));
        Some(distance_km(wide(self.at?), wide(other.at?)))
    }

    /// True where the other's name is the end of this one's.
    fn within_by_name(&self, other: &Self) -> bool {
        !other.parts.is_empty()
            && self.parts.len() > other.parts.len()
            && other.parts.iter().all(|p| self.parts.contains(p))
    }

    /// True where both have a name of their own, and all that holds them is the same: two districts, two mosques.
    fn siblings(&self, other: &Self) -> bool {
        let (Some((first, rest)), Some((other, same))) =
            (self.parts.split_first(), other.parts.split_first())
        else {
            return false;
        };
        let town = rest.len() > 1 || self.precision == Precision::Point;
        first != other && town && rest == same
    }

    /// What it means to lie within this place.
    fn holding(&self) -> Apart {
        match (self.precision, self.parts.len()) {
            (Precision::Point | Precision::Town | Precision::Admin2, _) => Apart::Inside,
            (Precision::Admin1, _) => Apart::InProvince,
            (Precision::Country | Precision::Region, _) | (Precision::Unknown, 0 | 1) => Apart::InCountry,
            (Precision::Unknown, 2) => Apart::InProvince,
            (Precision::Unknown, _) => Apart::Inside,
        }
    }
}

impl Precision {
    /// Its name in the record; none where nobody has looked it up.
    pub(crate) fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Point => "point",
            Self::Town => "town",
            Self::Admin2 => "admin2",
            Self::Admin1 => "admin1",
            Self::Country => "country",
            Self::Region => "region",
            Self::Unknown => return None,
        })
    }
}

fn precision(name: Option<&str>) -> Precision {
    match name {
        Some("point") => Precision::Point,
        Some("town") => Precision::Town,
        Some("admin2") => Precision::Admin2,
        Some("admin1") => Precision::Admin1,
        Some("country") => Precision::Country,
        Some("region") => Precision::Region,
        _ => Precision::Unknown,
    }
}
