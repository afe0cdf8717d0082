//! Lists of names, which look like a place and what holds it: "Ohio, Oklahoma, Oregon, Texas".

use super::found::Found;
use super::token::Token;
use crate::gazetteer::Gazetteer;
use crate::gazetteer::kind::Kind;

/// Names with nothing but commas between them that are more than a place and what holds it have, unless a country ends them.
const LIST: usize = 4;

/// For each of `names` whether it stands in a list.
pub(super) fn listed(gazetteer: &Gazetteer, tokens: &[Token], names: &[Found]) -> Vec<bool> {
    let mut listed = Vec::with_capacity(names.len());
    while listed.len() < names.len() {
        let rest = names.get(listed.len()..).unwrap_or_default();
        let joined = rest.windows(2).take_while(|pair| is_joined(tokens, pair)).count();
        let run = rest.get(..=joined).unwrap_or_default();
        let address = run.last().is_some_and(|last| is_country(gazetteer, last));
        listed.extend(run.iter().map(|_| run.len() >= LIST && !address));
    }
    listed
}

fn is_joined(tokens: &[Token], pair: &[Found]) -> bool {
    let [a, b] = pair else { return false };
    matches!(tokens.get(a.end..b.first), Some([comma]) if comma.text == ",")
}

fn is_country(gazetteer: &Gazetteer, name: &Found) -> bool {
    name.places.iter().any(|id| gazetteer.place(*id).is_some_and(|p| p.kind == Kind::Country))
}
