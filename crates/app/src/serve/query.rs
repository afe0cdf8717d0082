//! Filters and other wishes of a request, out of its address.

use super::refusal::Refusal;
use crate::record::find::{Filter, has_words};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Facets by the names of their parameters.
const FACETS: [&str; 9] =
    ["mode", "status", "party", "actor", "recipient", "source", "source-kind", "publisher", "sector"];

/// Values of one parameter at most, and characters of one value: no page asks for more.
const MOST: (usize, usize) = (100, 500);

/// The parameters of a request, each taken once; what nobody takes is refused.
#[derive(Debug)]
pub struct Wishes(BTreeMap<String, Vec<String>>);

impl Wishes {
    /// From what stands behind the question mark.
    pub fn of(query: Option<&str>) -> Result<Self, Refusal> {
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in url::form_urlencoded::parse(query.unwrap_or("").as_bytes()) {
            let values = all.entry(name.into_owned()).or_default();
            if values.len() == MOST.0 || value.chars().count() > MOST.1 {
                return Err(Refusal::wrong("more values, or longer ones, than this server takes"));
            }
            values.push(value.into_owned());
        }
        Ok(Self(all))
    }

    /// All values of a parameter, but empty ones.
    pub fn all(&mut self, name: &str) -> Vec<String> {
        let values = self.0.remove(name).unwrap_or_default();
        values.into_iter().filter(|value| !value.trim().is_empty()).collect()
    }

    /// The one value of a parameter.
    pub fn one(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let mut values = self.all(name);
        match values.len() {
            0 | 1 => Ok(values.pop()),
            _ => Err(Refusal::wrong(&format!("{name} is given more than once"))),
        }
    }

    /// A number within bounds.
    pub fn number(
        &mut self,
        name: &str,
        bounds: std::ops::RangeInclusive<i64>,
    ) -> Result<Option<i64>, Refusal> {
        let Some(text) = self.one(name)? else { return Ok(None) };
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        let wrong = || {
            Refusal::wrong(&format!("{name} is no whole number from {} to {}", bounds.start(), bounds.end()))
        };
        number.map(Some).ok_or_else(wrong)
    }

    /// South, north, west and east, in degrees.
    pub fn area(&mut self, name: &str) -> Result<Option<[f64; 4]>, Refusal> {
        let Some(text) = self.one(name)? else { return Ok(None) };
        let edges: Option<Vec<f64>> = text.split(',').map(|edge| edge.trim().parse().ok()).collect();
        let area: Option<[f64; 4]> = edges.and_then(|edges| edges.try_into().ok());
        let sound = |[south, north, west, east]: &[f64; 4]| {
            -90.0 <= *south && south <= north && *north <= 90.0 && west.abs() <= 180.0 && east.abs() <= 180.0
        };
        let wrong =
            || Refusal::wrong(&format!("{name} is not south,north,west,east in degrees: 33,34,36,37"));
        area.filter(sound).map(Some).ok_or_else(wrong)
    }

    fn day(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(text) = self.one(name)? else { return Ok(None) };
        let wrong = |_| Refusal::wrong(&format!("{name} is no day as 2012-12-13"));
        text.trim().parse::<Date>().map(|day| Some(day.to_string())).map_err(wrong)
    }

    /// What events are asked for by.
    pub fn filter(&mut self) -> Result<Filter, Refusal> {
        let mut facets = Vec::new();
        for facet in FACETS {
            let values = self.all(facet);
            if !values.is_empty() {
                facets.push((facet, values));
            }
        }
        let words = self.one("q")?;
        if words.as_deref().is_some_and(|text| !has_words(text)) {
            return Err(Refusal::wrong("q has no word that could be found: letters or digits are needed"));
        }
        Ok(Filter {
            words,
            from: self.day("from")?,
            to: self.day("to")?,
            area: self.area("area")?,
            countries: self.all("country"),
            kinds: self.all("type"),
            grades: self.all("grade"),
            killed: self.number("killed", 0..=i64::from(u32::MAX))?,
            facets,
        })
    }

    /// Refuses whatever nobody has taken: a filter with a typing error would otherwise show everything.
    pub fn end(self) -> Result<(), Refusal> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(name) => {
                Err(Refusal::wrong(&format!("no parameter {name:?} here; see /api/v1/openapi.json")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(query: &str) -> Result<Filter, String> {
        let mut wishes = Wishes::of(Some(query)).map_err(|refusal| refusal.why)?;
        let filter = wishes.filter().map_err(|refusal| refusal.why)?;
        wishes.end().map_err(|refusal| refusal.why)?;
        Ok(filter)
    }

    #[test]
    fn a_filter_is_read_as_it_was_meant_or_refused() {
        let all = filter("q=market+hom&from=2012-12-13&area=33,34,36,37&type=ASSAULT&type=PROTEST&killed=3&party=al-Nusra%20Front").unwrap();
        assert_eq!(
            (all.words.as_deref(), all.from.as_deref(), all.killed),
            (Some("market hom"), Some("2012-12-13"), Some(3))
        );
        assert_eq!((all.area, all.kinds.len()), (Some([33.0, 34.0, 36.0, 37.0]), 2));
        assert_eq!(all.facets, [("party", vec!["al-Nusra Front".to_owned()])]);
        assert_eq!(filter("").unwrap(), Filter::default());
        assert_eq!(filter("q=&type=").unwrap(), Filter::default());
        for wrong in [
            "from=yesterday",
            "killed=-1",
            "killed=many",
            "area=1,2,3",
            "area=34,33,36,37",
            "area=NaN,1,2,3",
            "q=a&q=b",
            "q=!!!",
            "tpye=X",
        ] {
            assert!(filter(wrong).is_err(), "{wrong}");
        }
        assert!(filter(&format!("q={}", "x".repeat(501))).is_err());
        assert!(filter(&"type=A&".repeat(101)).is_err());
    }
}
