//! Places of the pack by their GeoNames ids.

use crate::gazetteer::lookup::{Gazetteer, Place, PlaceId};

/// Ids in order, each with its place.
pub(super) struct Known(Vec<(u32, PlaceId)>);

impl Known {
    pub fn of(base: &Gazetteer) -> Self {
        let id = |place: Place| Some((u32::try_from(place.geonames_id?).ok()?, place.id));
        let mut sorted: Vec<(u32, PlaceId)> = base.places().filter_map(id).collect();
        sorted.sort_unstable();
        Known(sorted)
    }

    /// The place of the pack with that id.
    pub fn get(&self, geonames_id: u32) -> Option<PlaceId> {
        let at = self.0.binary_search_by_key(&geonames_id, |(id, _)| *id).ok()?;
        self.0.get(at).map(|(_, place)| *place)
    }
}
