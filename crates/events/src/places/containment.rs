//! Which places of one name hold places of another: of "Georgia" in "Atlanta, Georgia" the state.

use super::choose::contains;
use super::context::Context;
use super::merits::is_great_division;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::{Place, PlaceId};

/// The places of two names that lie one in the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Containment {
    /// Those that hold a place of the other name.
    pub outer: Vec<PlaceId>,
    /// Those that are held.
    pub inner: Vec<PlaceId>,
}

impl Context<'_> {
    /// Which of `outer` hold which of `inner`.
    pub fn containment(&self, outer: &[PlaceId], inner: &[PlaceId]) -> Containment {
        let question = [outer.to_vec(), inner.to_vec()];
        if let Some(known) = self.containments.borrow().get(&question) {
            return known.clone();
        }
        let places = |ids: &[PlaceId]| -> Vec<Place> {
            ids.iter().filter_map(|id| self.gazetteer.place(*id)).collect()
        };
        let (outers, inners) = (places(outer), places(inner));
        let country = inners.iter().any(|p| p.kind == Kind::Country);
        // Nobody means the town of Virginia by what holds a place, where the state could be meant.
        let great = outers.iter().any(|p| p.kind == Kind::Country || is_great_division(p));
        let holds = |o: &Place, i: &Place| {
            let unlikely = (great && o.kind.is_town()) || (country && is_list(o, i));
            !unlikely && o.id != i.id && contains(o, i)
        };
        let outer = outers.iter().filter(|o| inners.iter().any(|i| holds(o, i))).map(|o| o.id).collect();
        let inner = inners.iter().filter(|i| outers.iter().any(|o| holds(o, i))).map(|i| i.id).collect();
        let found = Containment { outer, inner };
        self.containments.borrow_mut().insert(question, found.clone());
        found
    }
}

/// True where a country stands behind a name that is a country's as well ("Georgia, Iraq"): no country holds another, and
/// nobody says of a village that bears a country's name only which country it is in. "Georgia, United States" is the state.
fn is_list(outer: &Place, inner: &Place) -> bool {
    outer.kind == Kind::Country && inner.kind != Kind::Admin1
}
