//! All places of one report, resolved together.

use super::choose::{Anchor, Choice, Evidence, choose};
use super::containment::Containment;
use super::division::Divisions;
use super::focus::Focus;
use super::landmark::{self, Landmark};
use super::own_words::own_words;
use super::phrase::Phrase;
use super::refer::Named;
use super::spot::Spot;
use crate::gazetteer::fold::fold;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Gazetteer, Place, PlaceId};
use crate::scene::Scene;
use crate::why::Why;
use dateline_text::span::Span;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

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

/// What is known of a report while its places are resolved.
pub(super) struct Context<'a> {
    pub gazetteer: &'a Gazetteer,
    pub focus: Focus,
    pub divisions: Divisions,
    pub anchors: Vec<Anchor>,
    pub named: Vec<Named>,
    /// Named sites in the text, with the byte that each begins at.
    pub sites: Vec<(usize, String)>,
    /// What has been chosen already: the same question has the same answer all over the report.
    choices: RefCell<HashMap<Question, Option<Choice>>>,
    /// Which places of one name hold places of another.
    pub containments: RefCell<HashMap<[Vec<PlaceId>; 2], Containment>>,
}

/// All that a choice depends on besides the report: the arguments of [`Context::best`].
type Question = (String, Vec<PlaceId>, Option<PlaceId>, Vec<String>, Option<Class>);

/// Different places of a report, the first ones, that speak for others: more than a news report has, few enough for any
/// text.
const ANCHORS: usize = 400;

/// Resolves the descriptions `mentions` of a report, all together; one answer for each, in their order.
///
/// The rules follow the toponym resolution literature: population, containment, one sense for a name in a report,
/// spatial nearness, the country in focus (Leidner 2007; Lieberman and Samet 2012).
pub fn resolve_report(gazetteer: &Gazetteer, scene: &Scene, mentions: &[Span]) -> Vec<Resolution> {
    let context = Context::of(gazetteer, scene, mentions);
    let mut order: Vec<(usize, Span)> = mentions.iter().copied().enumerate().collect();
    order.sort_by_key(|(number, mention)| (mention.start, *number));
    let mut spots: Vec<(usize, Spot)> = Vec::with_capacity(order.len());
    for (_, mention) in &order {
        let phrase = Phrase::read(gazetteer, scene.words(*mention));
        let spot = Spot::find(&context, &spots, &phrase, mention.start, scene.sentence_of(*mention));
        spots.push((mention.start, spot));
    }
    share(&mut spots);
    let mut answers: Vec<(usize, Resolution)> = order
        .iter()
        .zip(&spots)
        .map(|((number, mention), (_, spot))| {
            let own_words = own_words(gazetteer, scene.words(*mention));
            (*number, Resolution { own_words, ..spot.resolution(gazetteer) })
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

impl<'a> Context<'a> {
    pub fn of(gazetteer: &'a Gazetteer, scene: &Scene, mentions: &[Span]) -> Self {
        let report = scene.report;
        let title = landmark::headline(report.title.as_deref().unwrap_or_default());
        let dateline = landmark::headline(report.dateline.as_deref().unwrap_or_default());
        let mut landmarks = landmark::scan(gazetteer, &title, false);
        landmarks.extend(
            landmark::scan(gazetteer, &dateline, false).into_iter().map(|l| Landmark { located: true, ..l }),
        );
        landmarks.extend(landmark::scan(gazetteer, &report.text, true));
        let reached = reached(mentions);
        for landmark in landmarks.iter_mut().filter(|l| l.in_text) {
            let begun = reached.partition_point(|m| m.start <= landmark.at);
            let last = begun.checked_sub(1).and_then(|n| reached.get(n));
            landmark.located |= last.is_some_and(|m| landmark.at < m.end);
        }
        let mut context = Context::empty(gazetteer);
        for landmark in &mut landmarks {
            landmark.voters = context.voters(landmark);
        }
        let texts = [(title.as_str(), false), (dateline.as_str(), false), (report.text.as_str(), true)];
        context.focus = Focus::of(gazetteer, &texts, &landmarks);
        landmarks.retain(|l| l.located || landmark::is_large(gazetteer, &l.places));
        context.divisions = Divisions::of(gazetteer, &landmarks);
        context.sites = landmark::sites(gazetteer, &report.text);
        context.sites.sort_by_key(|(at, _)| *at);
        // Twice: the second time every name sees what the others were taken for.
        for _ in 0..2 {
            let chosen: Vec<_> = landmarks.iter().map(|l| (l, context.choose_landmark(l))).collect();
            context.anchors = anchors_of(&chosen);
            context.choices.get_mut().clear();
            let kept = chosen.into_iter().filter(|(l, c)| c.is_some() || l.places.is_empty());
            context.named = kept.map(|(l, c)| named(l, c.map(|c| c.place), scene, &context.focus)).collect();
        }
        context
    }

    fn empty(gazetteer: &'a Gazetteer) -> Self {
        Context {
            gazetteer,
            focus: Focus::default(),
            divisions: Divisions::default(),
            anchors: Vec::new(),
            named: Vec::new(),
            sites: Vec::new(),
            choices: RefCell::default(),
            containments: RefCell::default(),
        }
    }

    /// The place of a name in the text. Where the name behind its comma holds no such place, the two stand in a list.
    fn choose_landmark(&self, landmark: &Landmark) -> Option<Choice> {
        let best = |inside: Option<&Place>| {
            self.best(&landmark.name, &landmark.places, inside, &[], landmark.called)
        };
        let holder = landmark.holder.as_ref().and_then(|ids| {
            let fitting = self.containment(ids, &landmark.places).outer;
            self.best("", &fitting, None, &[], None)
        });
        holder.and_then(|holder| best(Some(&holder.place))).or_else(|| best(None))
    }

    /// The places of a landmark that a place behind its comma holds; all of them where none does.
    fn voters(&self, landmark: &Landmark) -> Vec<PlaceId> {
        let held = landmark.holder.as_ref().map(|ids| self.containment(ids, &landmark.places).inner);
        held.filter(|held| !held.is_empty()).unwrap_or_else(|| landmark.places.clone())
    }

    /// What is known of the report, and what the words say of the place.
    pub fn evidence<'e>(
        &'e self,
        inside: Option<&'e Place>,
        demonyms: &'e [String],
        called: Option<Class>,
    ) -> Evidence<'e> {
        Evidence {
            focus: &self.focus,
            divisions: &self.divisions,
            anchors: &self.anchors,
            inside,
            demonyms,
            called,
        }
    }

    /// The best of the places of `name` by all that is known of the report.
    pub fn best(
        &self,
        name: &str,
        ids: &[PlaceId],
        inside: Option<&Place>,
        demonyms: &[String],
        called: Option<Class>,
    ) -> Option<Choice> {
        let question = (name.to_owned(), ids.to_vec(), inside.map(|p| p.id), demonyms.to_vec(), called);
        if let Some(known) = self.choices.borrow().get(&question) {
            return known.clone();
        }
        let choice = choose(self.gazetteer, name, ids, self.evidence(inside, demonyms, called));
        self.choices.borrow_mut().insert(question, choice.clone());
        choice
    }
}

/// The mentions by their beginning, each reaching as far as any that begins before it.
fn reached(mentions: &[Span]) -> Vec<Span> {
    let mut spans = mentions.to_vec();
    spans.sort_unstable();
    let mut end = 0;
    for span in &mut spans {
        end = end.max(span.end);
        span.end = end;
    }
    spans
}

/// The different anchors among what was chosen, the first [`ANCHORS`] of them: one more of the same speaks for nothing new.
fn anchors_of(chosen: &[(&Landmark, Option<Choice>)]) -> Vec<Anchor> {
    let mut known: HashSet<(String, PlaceId, u64)> = HashSet::new();
    let all = chosen.iter().filter_map(|(l, c)| Some(anchor(l, c.as_ref()?)));
    all.filter(|a| known.insert((a.name.clone(), a.place.id, a.weight.to_bits()))).take(ANCHORS).collect()
}

fn anchor(landmark: &Landmark, choice: &Choice) -> Anchor {
    let weight = match (choice.stated, landmark.located) {
        (true, _) => 1.0,
        (_, true) => 0.8,
        _ => 0.4,
    };
    let broad = !matches!(choice.place.precision(), "town" | "point");
    let weight = if broad { weight * 0.3 } else { weight };
    Anchor { name: landmark.name.clone(), place: choice.place.clone(), weight }
}

fn named(landmark: &Landmark, place: Option<Place>, scene: &Scene, focus: &Focus) -> Named {
    // "Rebels entered Homs": no word says that it is a place, but the report is about its country.
    let expected = place.as_ref().is_some_and(|p| focus.share(&p.country) >= 0.5);
    let sentence = scene.sentence_of(Span::new(landmark.at, landmark.at)).filter(|_| landmark.in_text);
    Named {
        at: landmark.at,
        in_text: landmark.in_text,
        name: landmark.name.clone(),
        place,
        called: landmark.called,
        sentence,
        located: landmark.located || expected,
    }
}
