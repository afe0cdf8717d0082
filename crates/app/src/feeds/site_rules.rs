//! The robots.txt of each site that was asked for something, kept for an hour.

use super::robots::Robots;
use std::collections::HashMap;
use std::time::Duration;

/// Most bytes of a robots.txt that are read; the rest of a longer one is passed over.
pub const SIZE: usize = 500 << 10;
/// How long rules are good.
const FRESH: Duration = Duration::from_secs(60 * 60);
/// How long a site whose rules could not be read is left alone.
pub const UNREACHABLE: Duration = Duration::from_secs(10 * 60);
/// How long old rules stand in for those that cannot be read anew.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);
/// Sites that are remembered before those of long ago are forgotten.
const SITES: usize = 200;

/// What is known of one site.
#[derive(Clone, Debug)]
struct Site {
    /// When it was last asked for.
    asked: Duration,
    /// Whether that gave no rules.
    failed: bool,
    /// The last rules, and when they were read.
    rules: Option<(Robots, Duration)>,
}

/// Rules by site. Times are since the beginning of 1970.
#[derive(Clone, Debug, Default)]
pub struct SiteRules(HashMap<String, Site>);

/// What to do about a site.
#[derive(Debug, PartialEq)]
pub enum Verdict<'a> {
    /// These are its rules.
    Rules(&'a Robots),
    /// Its rules cannot be read: nothing of it may be asked for, for this long.
    Wait(Duration),
    /// Its rules are to be read first.
    Unknown,
}

impl SiteRules {
    /// What is known of `site` at the time `now`.
    pub fn of(&self, site: &str, now: Duration) -> Verdict<'_> {
        let Some(known) = self.0.get(site) else { return Verdict::Unknown };
        let age = now.saturating_sub(known.asked);
        if age >= if known.failed { UNREACHABLE } else { FRESH } {
            return Verdict::Unknown;
        }
        match &known.rules {
            Some((rules, read)) if now.saturating_sub(*read) < OLD => Verdict::Rules(rules),
            _ => Verdict::Wait(UNREACHABLE.saturating_sub(age)),
        }
    }

    /// Keeps what asking for the rules of `site` gave.
    pub fn keep(&mut self, site: &str, rules: Option<Robots>, now: Duration) {
        if self.0.len() > SITES {
            self.0.retain(|_, s| now.saturating_sub(s.asked) < FRESH);
            // A feed that leads to ever new hosts: what is forgotten is read again.
            if self.0.len() > SITES {
                self.0.clear();
            }
        }
        let failed = rules.is_none();
        let known = self.0.entry(site.to_owned()).or_insert(Site { asked: now, failed, rules: None });
        (known.asked, known.failed) = (now, failed);
        if let Some(rules) = rules {
            known.rules = Some((rules, now));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_rules_stand_in_for_a_day() {
        let at = |hours: u64| Duration::from_secs(hours * 3600);
        let mut sites = SiteRules::default();
        assert_eq!(sites.of("a", at(1)), Verdict::Unknown);
        sites.keep("a", Some(Robots::default()), at(1));
        assert_eq!(sites.of("a", at(1)), Verdict::Rules(&Robots::default()));
        assert_eq!(sites.of("a", at(2)), Verdict::Unknown);
        sites.keep("a", None, at(2));
        assert_eq!(sites.of("a", at(2)), Verdict::Rules(&Robots::default()));
        sites.keep("a", None, at(30));
        assert_eq!(sites.of("a", at(30)), Verdict::Wait(UNREACHABLE));
    }
}
