//! A day told once holds for the sentences that go on with the same violence.

use super::explained::field;
use crate::coding::Coding;
use crate::record::Claim;
use crate::why::Why;

/// An attack is told over several sentences, and its day in one of them.
const TOLD_ON: &str = "ASSAULT";
/// Sentences over which the same mode or the same trigger is taken for the same attack.
const REACH: usize = 8;
/// Claims that are looked back over; bounds the work on hostile text.
const MOST: usize = 50;

/// Gives every attack without words for its time the day of the attack told just before it: in the same or the last
/// sentence, or in one of the last eight where mode or trigger are the same. Attacks in two named places are two.
pub(super) fn times(coding: &mut Coding) {
    for number in 0..coding.claims.len() {
        let (before, rest) = coding.claims.split_at_mut(number);
        let Some(claim) = rest.first_mut().filter(|c| goes_on(c) && !has_time(c)) else { continue };
        let Some(told) = before.iter().rev().take(MOST).find(|b| is_same(b, claim)) else { continue };
        claim.time = told.time.clone().map(|mut time| {
            time.basis = Some("inherited".to_owned());
            time
        });
        let value = claim.time.as_ref().and_then(|t| t.first.clone()).unwrap_or_default();
        let why = Why::new("day of the attack told before", "");
        if let Some(explanation) = coding.explanations.get_mut(number) {
            explanation.fields.retain(|f| f.field != "time.first");
            explanation.fields.push(field("time.first", value, None, None, why));
        }
    }
}

/// True for an attack that is news.
fn goes_on(claim: &Claim) -> bool {
    let said = ["occurred", "possible", "denied"].contains(&claim.status.as_str());
    claim.event.kind == TOLD_ON && !claim.event.historical && claim.event.scope == "event" && said
}

/// True where words say when.
fn has_time(claim: &Claim) -> bool {
    claim.time.as_ref().is_some_and(|t| t.basis.as_deref() != Some("published"))
}

fn is_same(before: &Claim, claim: &Claim) -> bool {
    let dated = has_time(before) && before.time.as_ref().is_some_and(|t| t.first.is_some());
    let apart = claim.evidence.sentence.saturating_sub(before.evidence.sentence);
    let mode = before.event.modes.iter().any(|m| claim.event.modes.contains(m));
    let trigger = before.evidence.trigger.text.eq_ignore_ascii_case(&claim.evidence.trigger.text);
    goes_on(before)
        && dated
        && !elsewhere(before, claim)
        && (apart <= 1 || apart <= REACH && (mode || trigger))
}

/// True where both name their places and share none: two towns, two attacks.
fn elsewhere(before: &Claim, claim: &Claim) -> bool {
    let shared = claim.places.iter().any(|place| before.places.iter().any(|other| other.name == place.name));
    !before.places.is_empty() && !claim.places.is_empty() && !shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Place, Time};

    fn attack(sentence: usize, mode: &str, day: Option<&str>) -> Claim {
        let mut claim = Claim { status: "occurred".into(), ..Claim::default() };
        (claim.event.kind, claim.event.scope) = (TOLD_ON.into(), "event".into());
        claim.event.modes = vec![mode.into()];
        (claim.evidence.sentence, claim.evidence.trigger.text) = (sentence, format!("word {sentence}"));
        let basis = Some("stated".to_owned());
        claim.time = day.map(|d| Time { first: Some(d.into()), basis, ..Time::default() });
        claim
    }

    fn days(claims: Vec<Claim>) -> Vec<Option<String>> {
        let mut coding = Coding { claims, ..Coding::default() };
        times(&mut coding);
        coding.claims.into_iter().map(|c| c.time.and_then(|t| t.first)).collect()
    }

    #[test]
    fn the_next_sentence_goes_on_with_the_day_and_a_later_one_only_with_the_same_mode() {
        let day = Some("2012-12-12");
        let told = || attack(0, "explosives", day);
        assert_eq!(days(vec![told(), attack(1, "", None)])[1].as_deref(), day);
        assert_eq!(days(vec![told(), attack(5, "explosives", None)])[1].as_deref(), day);
        assert_eq!(days(vec![told(), attack(5, "aerial", None)])[1], None);
        assert_eq!(days(vec![told(), attack(9, "explosives", None)])[1], None);
    }

    #[test]
    fn another_town_and_a_planned_attack_lend_no_day() {
        let at = |mut claim: Claim, name: &str| {
            claim.places = vec![Place { name: Some(name.into()), ..Place::default() }];
            claim
        };
        let told = || at(attack(0, "explosives", Some("2012-12-12")), "Qatana");
        assert_eq!(days(vec![told(), at(attack(1, "explosives", None), "Homs")])[1], None);
        assert!(days(vec![told(), at(attack(1, "", None), "Qatana")])[1].is_some());
        let mut planned = told();
        planned.status = "future".into();
        assert_eq!(days(vec![planned, attack(1, "explosives", None)])[1], None);
    }

    #[test]
    fn background_neither_gives_nor_takes_a_day() {
        let mut old = attack(0, "explosives", Some("2011-03-01"));
        old.event.historical = true;
        assert_eq!(days(vec![old, attack(1, "explosives", None)])[1], None);
    }
}
