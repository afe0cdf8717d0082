//! All that is known of a report before its claims are formed: every mention resolved, once.

use crate::codebook::Codebook;
use crate::gazetteer::Gazetteer;
use crate::parties::pointing::Part;
use crate::parties::{self, Actors, PartyMention, PartyReading};
use crate::places::{self, Resolution};
use crate::record::{self, ReportHead, Words};
use crate::scene::Scene;
use crate::sources::{self, SourceMention, SourceReading};
use crate::times::Anchors;
use dateline_text::annotator::{Annotations, Mention};
use dateline_text::offsets::CodePoints;
use dateline_text::span::Span;
use std::collections::BTreeMap;

/// A report with its mentions resolved; `parties`, `places` and `sources` go by the mention's number.
pub(crate) struct Ground<'a> {
    pub scene: Scene<'a>,
    pub annotations: &'a Annotations,
    pub parties: BTreeMap<usize, PartyReading>,
    pub places: BTreeMap<usize, Resolution>,
    pub sources: BTreeMap<usize, SourceReading>,
    pub anchors: Anchors,
    /// For each mention of a figure the trigger that it belongs to.
    pub owners: BTreeMap<usize, usize>,
    pub codebook: &'a Codebook,
    pub head: ReportHead,
    pub stamp: &'a record::Coder,
    points: CodePoints<'a>,
}

impl<'a> Ground<'a> {
    pub fn new(
        scene: Scene<'a>,
        annotations: &'a Annotations,
        actors: &Actors,
        gazetteer: &Gazetteer,
        codebook: &'a Codebook,
        stamp: &'a record::Coder,
    ) -> Self {
        Self {
            scene,
            annotations,
            parties: read_parties(&scene, annotations, actors, codebook),
            places: read_places(&scene, annotations, gazetteer),
            sources: read_sources(&scene, annotations, actors),
            anchors: Anchors::of(&scene),
            owners: owners(annotations),
            codebook,
            head: head(&scene),
            stamp,
            points: CodePoints::new(&scene.report.text),
        }
    }

    /// Words of the report as the record gives them.
    pub fn words(&self, span: Span) -> Words {
        let text = self.scene.words(span).to_owned();
        Words { text, start: self.points.of(span.start), end: self.points.of(span.end) }
    }

    /// The sentence that holds a span, and the span counted from its start.
    pub fn within_sentence(&self, span: Span) -> Option<(&'a str, Span)> {
        let sentence = self.scene.sentences.get(self.scene.sentence_of(span)?).copied()?;
        let end = span.end.min(sentence.end);
        Some((self.scene.words(sentence), Span::new(span.start - sentence.start, end - sentence.start)))
    }
}

fn head(scene: &Scene) -> ReportHead {
    let report = scene.report;
    ReportHead {
        id: report.id.clone(),
        publisher: report.publisher.clone(),
        title: report.title.clone(),
        dateline: report.dateline.clone(),
        published: report.published.map(|d| d.to_string()),
        url: report.url.clone(),
    }
}

/// A figure is of one event: where several triggers of a sentence claim it, the nearest has it.
fn owners(annotations: &Annotations) -> BTreeMap<usize, usize> {
    let mut owners: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for link in annotations.links.iter().filter(|l| FIGURES.contains(&&*l.role)) {
        let (trigger, mention) =
            (annotations.triggers.get(link.trigger), annotations.mentions.get(link.mention));
        let Some((trigger, mention)) = trigger.zip(mention) else { continue };
        let apart = gap(trigger.span, mention.span);
        let best = owners.entry(link.mention).or_insert((apart, link.trigger));
        *best = (*best).min((apart, link.trigger));
    }
    owners.into_iter().map(|(mention, (_, trigger))| (mention, trigger)).collect()
}

/// Roles of figures.
pub(crate) const FIGURES: [&str; 2] = ["casualty", "count"];

/// Bytes between two spans; 0 where they touch.
fn gap(a: Span, b: Span) -> usize {
    b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end))
}

/// Numbers and mentions of one kind.
fn of_kind<'m>(annotations: &'m Annotations, kind: &str) -> Vec<(usize, &'m Mention)> {
    annotations.mentions.iter().enumerate().filter(|(_, m)| &*m.kind == kind).collect()
}

fn read_parties(
    scene: &Scene,
    annotations: &Annotations,
    actors: &Actors,
    codebook: &Codebook,
) -> BTreeMap<usize, PartyReading> {
    let found = of_kind(annotations, "party");
    let parts = parts(annotations, codebook);
    let mentions: Vec<PartyMention> = found
        .iter()
        .map(|(n, m)| PartyMention {
            span: m.span,
            sentence: m.sentence,
            sector_hint: m.likeliest("sector"),
            part: parts.get(n).copied().unwrap_or_default(),
        })
        .collect();
    found.iter().map(|(n, _)| *n).zip(parties::resolve_report(actors, scene, &mentions)).collect()
}

/// The part of each mention in what it is linked to; where it has several, one in a use of force.
fn parts(annotations: &Annotations, codebook: &Codebook) -> BTreeMap<usize, Part> {
    let mut parts = BTreeMap::new();
    for link in &annotations.links {
        let Some(trigger) = annotations.triggers.get(link.trigger) else { continue };
        let force = codebook.quad(&trigger.label) == "material conflict";
        let part = match &*link.role {
            "actor" => Part::of(true, force),
            "recipient" => Part::of(false, force),
            _ => continue,
        };
        let known = parts.entry(link.mention).or_insert(part);
        *known = known.stronger(part);
    }
    parts
}

fn read_places(
    scene: &Scene,
    annotations: &Annotations,
    gazetteer: &Gazetteer,
) -> BTreeMap<usize, Resolution> {
    let found = of_kind(annotations, "place");
    let spans: Vec<Span> = found.iter().map(|(_, m)| m.span).collect();
    found.iter().map(|(n, _)| *n).zip(places::resolve_report(gazetteer, scene, &spans)).collect()
}

fn read_sources(scene: &Scene, annotations: &Annotations, actors: &Actors) -> BTreeMap<usize, SourceReading> {
    let found = of_kind(annotations, "source");
    let mentions: Vec<SourceMention> = found
        .iter()
        .map(|(_, m)| SourceMention {
            span: m.span,
            sentence: m.sentence,
            kind_hint: m.likeliest("source_kind"),
        })
        .collect();
    found.iter().map(|(n, _)| *n).zip(sources::resolve_report(actors, scene, &mentions)).collect()
}
