//! What is known of a report while its places are resolved: its countries and divisions, and what its other names mean.

use super::choose::{Anchor, Choice, Evidence, choose};
use super::containment::Containment;
use super::division::Divisions;
use super::focus::Focus;
use super::landmark::{self, Landmark};
use super::refer::Named;
use crate::gazetteer::fold::plain;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Gazetteer, Place, PlaceId};
use crate::scene::Scene;
use dateline_text::span::Span;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

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

impl<'a> Context<'a> {
    pub fn of(gazetteer: &'a Gazetteer, scene: &Scene, mentions: &[Span]) -> Self {
        let report = scene.report;
        let title = landmark::headline(report.title.as_deref().unwrap_or_default());
        let dateline = landmark::headline(report.dateline.as_deref().unwrap_or_default());
        let texts = [(title.as_str(), false), (dateline.as_str(), false), (report.text.as_str(), true)];
        let mut landmarks = landmarks(gazetteer, &texts, mentions);
        let mut context = Context::empty(gazetteer);
        for landmark in &mut landmarks {
            landmark.voters = context.voters(landmark);
        }
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
        let choice = holder.and_then(|holder| best(Some(&holder.place))).or_else(|| best(None));
        choice.filter(|c| !landmark.weak || self.is_likely(&landmark.name, &c.place))
    }

    /// True where a name before a site's noun may be the place's, and not one of the site alone: "the Drama Theatre" is none of Drama.
    pub fn is_likely(&self, name: &str, place: &Place) -> bool {
        let great = place.population > 1_000_000 && plain(&place.name) == plain(name);
        self.focus.share(&place.country) >= 0.5 || great || place.kind == Kind::Region
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

/// The names in the headline, the dateline and the text. The dateline says where; so do the `mentions` in the text.
fn landmarks(gazetteer: &Gazetteer, texts: &[(&str, bool); 3], mentions: &[Span]) -> Vec<Landmark> {
    let [title, dateline, text] = texts.map(|(text, in_text)| landmark::scan(gazetteer, text, in_text));
    let dateline = dateline.into_iter().map(|l| Landmark { located: true, ..l });
    let mut landmarks: Vec<Landmark> = title.into_iter().chain(dateline).chain(text).collect();
    let reached = reached(mentions);
    for landmark in landmarks.iter_mut().filter(|l| l.in_text) {
        let begun = reached.partition_point(|m| m.start <= landmark.at);
        let last = begun.checked_sub(1).and_then(|n| reached.get(n));
        landmark.located |= last.is_some_and(|m| landmark.at < m.end);
    }
    landmarks
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
