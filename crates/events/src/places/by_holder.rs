//! Buildings and other sites without coordinates of their own.

use super::phrase::Phrase;
use super::refer::{self, REACH};
use super::resolve::Context;
use super::spot::Spot;

/// A site stands where the words put it; else it is one named before; else it stands where its sentence is about.
pub(super) fn by_holder(
    context: &Context,
    before: &[(usize, Spot)],
    phrase: &Phrase,
    inside: Option<Spot>,
    at: usize,
    sentence: Option<usize>,
) -> Spot {
    if let Some(spot) = inside.filter(|s| s.place.is_some()) {
        let label = phrase.label.clone();
        return Spot { itself: false, label, rule: "site in a known place", candidates: 0, ..spot };
    }
    if let Some(spot) = same_site(context, before, phrase, at) {
        return spot;
    }
    match refer::holder(&context.named, sentence, at) {
        Some(named) => Spot {
            itself: false,
            loose: true,
            candidates: 0,
            ..Spot::new(&phrase.label, named.place.clone(), "site in the sentence's place")
        },
        None => Spot::lost(&phrase.label, "site", format!("'{}': its place is not known", phrase.label)),
    }
}

/// "the hotel" after "the Splendid Hotel".
fn same_site(context: &Context, before: &[(usize, Spot)], phrase: &Phrase, at: usize) -> Option<Spot> {
    if !phrase.definite || phrase.label.contains(' ') {
        return None;
    }
    let noun = phrase.label.to_lowercase();
    let before = before.get(before.len().saturating_sub(REACH)..).unwrap_or(&[]);
    let mentioned = before.iter().map(|(at, spot)| (*at, spot.label.as_str()));
    let past = context.sites.partition_point(|(a, _)| *a < at);
    let near = context.sites.get(past.saturating_sub(REACH)..past).unwrap_or(&[]);
    let written = near.iter().map(|(at, label)| (*at, label.as_str()));
    let names = |label: &str| {
        let named =
            |w: &str| w.starts_with(char::is_uppercase) && context.gazetteer.country_of_demonym(w).is_none();
        label.len() > noun.len() && label.to_lowercase().ends_with(&noun) && label.split(' ').any(named)
    };
    let (_, label) =
        mentioned.chain(written).filter(|(a, label)| *a < at && names(label)).max_by_key(|(a, _)| *a)?;
    let known = before.iter().map(|(_, spot)| spot).find(|s| s.label == label).cloned();
    let site = Phrase::read(context.gazetteer, label);
    let spot = known.unwrap_or_else(|| Spot::find(context, &[], &site, at, None));
    Some(Spot { rule: "site named before", ..spot })
}
