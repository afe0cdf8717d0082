//! The fourth step: the events of whole sets of tellings.

use super::tellings::letters;
use crate::merge::cluster::Odds;
use crate::merge::of_reports::events_among;
use crate::merge::reports::Reports;
use crate::merge::sketch::Number;
use crate::merge::tables::Merging;
use crate::merge::telling::Telling;
use crate::record::Claim;
use crate::record::part::{Member, Placed, Tie};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// The tellings of a set with the numbers that the caller gave them, in their order.
type Set = Vec<(i64, Telling)>;

/// Not all claims of a report were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its id.
    pub report: String,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the claims of report {} that its tellings were made of are not all here", self.report)
    }
}

impl std::error::Error for Missing {}

/// The events of some sets, in the order of all.
///
/// `members` are all tellings of these sets, `ties` all that [`super::weigh`] found between members of one set (others do not count, and
/// each may come more than once), `claims` all claims of all reports that have a telling among the members. A set of nothing but denials
/// gives none. Fails where a report has other claims than when its tellings were made.
pub fn compose(
    tables: &Merging,
    claims: &[Claim],
    members: &[Member],
    ties: &[Tie],
) -> Result<Vec<Placed>, Missing> {
    let reports = Reports::of(tables, claims);
    let mut sets: BTreeMap<i64, Set> = BTreeMap::new();
    let numbers = numbers(&reports);
    for member in members {
        let telling =
            telling(&reports, &numbers, member).ok_or_else(|| Missing { report: member.report.clone() })?;
        sets.entry(member.set).or_default().push((member.telling, telling));
    }
    sets.values_mut().for_each(|set| set.sort_by_key(|(_, telling)| telling.order));
    let mut odds = odds(&sets, ties);
    let of_set = |(set, of): (&i64, &Set)| {
        let tellings: Vec<&Telling> = of.iter().map(|(_, telling)| telling).collect();
        let groups = events_among(&tellings, odds.remove(set).unwrap_or_default());
        groups.into_iter().filter_map(|group| placed(&reports, &tellings, &group)).collect::<Vec<Placed>>()
    };
    let mut found: Vec<Placed> = sets.iter().flat_map(of_set).collect();
    found.sort_by(|a, b| a.order.cmp(&b.order));
    Ok(found)
}

/// Where each claim of each report stands there.
fn numbers<'a>(reports: &'a Reports<'_>) -> HashMap<(Number, &'a str), Number> {
    let claims = reports.told.iter().flat_map(|told| (0..).zip(told));
    claims.map(|(n, claim)| ((claim.report, &*claim.id), n)).collect()
}

fn telling(
    reports: &Reports<'_>,
    numbers: &HashMap<(Number, &str), Number>,
    member: &Member,
) -> Option<Telling> {
    let report = reports.number(&member.report)?;
    let all: Option<Vec<Number>> =
        member.claims.iter().map(|id| numbers.get(&(report, id.as_str())).copied()).collect();
    let whole = reports.told.get(report as usize).is_some_and(|told| told.len() == member.told);
    reports.telling(report, all.filter(|_| whole)?.into_iter())
}

/// The ties of each set, by the places of its members.
fn odds(sets: &BTreeMap<i64, Set>, ties: &[Tie]) -> HashMap<i64, Vec<(usize, usize, Odds)>> {
    let mut place: HashMap<i64, (i64, usize)> = HashMap::new();
    for (set, members) in sets {
        place.extend(members.iter().enumerate().map(|(n, (telling, _))| (*telling, (*set, n))));
    }
    let mut found: HashMap<i64, Vec<(usize, usize, Odds)>> = HashMap::new();
    for tie in ties {
        if let (Some((set, a)), Some((other, b))) = (place.get(&tie.a), place.get(&tie.b))
            && set == other
            && a != b
        {
            found.entry(*set).or_default().push((*a.min(b), *a.max(b), tie.odds));
        }
    }
    for odds in found.values_mut() {
        odds.sort_unstable();
        odds.dedup();
    }
    found
}

fn placed(reports: &Reports<'_>, of: &[&Telling], group: &[usize]) -> Option<Placed> {
    let tellings = || group.iter().filter_map(|n| of.get(*n).copied());
    let order = letters(tellings().map(|telling| telling.order).min()?);
    Some(Placed { order, event: reports.event(reports.members(tellings()))? })
}
