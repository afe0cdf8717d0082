//! Buildings and other sites without coordinates of their own.

use super::context::Context;
use super::phrase::Phrase;
use super::refer;
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

/// How many sites back are looked at: more than a news report has, few enough for any text.
const REACH: usize = 100;

/// "the hotel" after "the Splendid Hotel".
fn same_site(context: &Context, before: &[(usize, Spot)], phrase: &Phrase, at: usize) -> Option<Spot> {
    if !phrase.definite || phrase.label.contains(' ') {
        return None;
    }
    let noun = phrase.label.to_lowercase();
    let names = |label: &str| {
        let named =
            |w: &str| w.starts_with(char::is_uppercase) && context.gazetteer.country_of_demonym(w).is_none();
        label.len() > noun.len() && label.to_lowercase().ends_with(&noun) && label.split(' ').any(named)
    };
    let before = before.get(before.len().saturating_sub(REACH)..).unwrap_or(&[]);
    let past = context.sites.partition_point(|(a, _)| *a < at);
    let near = context.sites.get(past.saturating_sub(REACH)..past).unwrap_or(&[]);
    let mentioned = before.iter().rev().filter(|(a, _)| *a < at).map(|(a, spot)| (*a, spot.label.as_str()));
    let mut mentioned = mentioned.filter(|(_, label)| names(label));
    let mut written = near.iter().rev().map(|(a, label)| (*a, label.as_str())).filter(|(_, l)| names(l));
    let label = match (mentioned.next(), written.next()) {
        (Some(a), Some(b)) => {
            if a.0 > b.0 {
                a.1
            } else {
                b.1
            }
        }
        (a, b) => a.or(b)?.1,
    };
    let known = before.iter().map(|(_, spot)| spot).find(|s| s.label == label).cloned();
    let site = Phrase::read(context.gazetteer, label);
    let spot = known.unwrap_or_else(|| Spot::find(context, &[], &site, at, None));
    Some(Spot { rule: "site named before", ..spot })
}
