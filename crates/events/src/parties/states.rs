//! Numbers of states in the lists that researchers join their data by.

use super::actors::Actors;
use jiff::civil::Date;

/// A state in the Correlates of War state list (v2016) and in that of Gleditsch and Ward (1999).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateCodes {
    /// Number in the Correlates of War.
    pub cow: Option<u16>,
    /// Its three letters there.
    pub cow_abbrev: String,
    /// Number in Gleditsch and Ward.
    pub gw: Option<u16>,
}

impl Actors {
    /// The numbers of a country by its ISO code on a day, or without a day its latest; none where it is no state of these lists then.
    pub fn state_codes(&self, iso3: &str, day: Option<Date>) -> Option<StateCodes> {
        let spells = self.states.get(self.codes.get(iso3)?)?;
        let then = |day: Date| {
            move |s: &&super::entry::StateRow| {
                s.from.is_none_or(|f| f <= day) && s.to.is_none_or(|t| t >= day)
            }
        };
        let spell = match day {
            Some(day) => spells.iter().rfind(then(day))?,
            None => spells.last()?,
        };
        Some(StateCodes { cow: spell.cow, cow_abbrev: spell.abbrev.to_string(), gw: spell.gw })
    }
}

#[cfg(test)]
mod tests {
    use crate::parties::tests::ACTORS;

    #[test]
    fn germany_changes_its_number_between_the_lists() {
        let codes = ACTORS.state_codes("DEU", "2012-12-13".parse().ok()).unwrap();
        assert_eq!((codes.cow, &*codes.cow_abbrev, codes.gw), (Some(255), "GMY", Some(260)));
        assert_eq!(ACTORS.state_codes("SSD", "2005-01-01".parse().ok()), None);
        assert_eq!(ACTORS.state_codes("SSD", None).unwrap().gw, Some(626));
    }
}
