//! All places of one report, resolved together.

use super::apart::Apart;
use super::context::Context;
use super::own_words::own_words;
use super::phrase::Phrase;
use super::spot::Spot;
use crate::gazetteer::Gazetteer;
use crate::gazetteer::fold::fold;
use crate::scene::Scene;
use crate::why::Why;
use dateline_text::span::Span;
use std::collections::HashMap;

/// What became of one description of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// The place; none where the words name none.
    pub place: Option<ResolvedPlace>,
    /// The rule that found it, or that failed.
    pub why: Why,
    /// What could not be resolved, in a sentence for the reader.
    pub note: Option<String>,
    /// Byte of the description where the place's own words begin: behind "the town of".
    pub own_words: usize,
}

/// The fields of the record's place. Those that are not known are none; never guessed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedPlace {
    /// Most specific first: "Qatana, Rif Dimashq, Syria".
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// First-order division.
    pub admin1: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Id in GeoNames; none where the place is known only by what holds it.
    pub geonames_id: Option<u64>,
    /// point, town, admin2, admin1, country or region.
    pub precision: Option<&'static str>,
    /// Radius in kilometres.
    pub radius_km: Option<f64>,
    /// How many places of that name were in the running.
    pub candidates: usize,
}

/// Resolves the descriptions `mentions` of a report, all together; one answer for each, in their order.
///
/// The rules follow the toponym resolution literature: population, containment, one sense for a name in a report,
/// spatial nearness, the country in focus (Leidner 2007; Lieberman and Samet 2012).
pub fn resolve_report(gazetteer: &Gazetteer, scene: &Scene, mentions: &[Span]) -> Vec<Resolution> {
    let context = Context::of(gazetteer, scene, mentions);
    let mut order: Vec<(usize, Span)> = mentions.iter().copied().enumerate().collect();
    order.sort_by_key(|(number, mention)| (mention.start, *number));
    let mut spots: Vec<(usize, Spot)> = Vec::with_capacity(order.len());
    let mut distances = Vec::new();
    for (_, mention) in &order {
        let words = scene.words(*mention);
        let phrase = match Apart::read(words) {
            Some((apart, rest)) => {
                distances.push((spots.len(), apart));
                Phrase::read(gazetteer, &rest)
            }
            None => Phrase::read(gazetteer, words),
        };
        let spot = Spot::find(&context, &spots, &phrase, mention.start, scene.sentence_of(*mention));
        spots.push((mention.start, spot));
    }
    share(&mut spots);
    let mut resolutions: Vec<Resolution> = spots.iter().map(|(_, spot)| spot.resolution(gazetteer)).collect();
    for (number, apart) in distances {
        resolutions.get_mut(number).into_iter().for_each(|resolution| apart.apply(resolution));
    }
    let mut answers: Vec<(usize, Resolution)> = order
        .iter()
        .zip(resolutions)
        .map(|((number, mention), resolution)| {
            let own_words = own_words(gazetteer, scene.words(*mention));
            (*number, Resolution { own_words, ..resolution })
        })
        .collect();
    answers.sort_by_key(|(number, _)| *number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// One label means one place in a report: what is known of it in one sentence holds in the others.
fn share(spots: &mut [(usize, Spot)]) {
    let mut known: HashMap<String, Spot> = HashMap::new();
    for (_, spot) in spots.iter().filter(|(_, s)| s.place.is_some()) {
        known.entry(fold(&spot.label)).or_insert_with(|| spot.clone());
    }
    for (_, spot) in spots.iter_mut().filter(|(_, s)| s.place.is_none() && !s.label.is_empty()) {
        if let Some(known) = known.get(&fold(&spot.label)) {
            *spot = Spot { rule: "named elsewhere in the report", ..known.clone() };
        }
    }
}
