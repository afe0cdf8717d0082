//! According to whom: the name and kind of each source, and the words that introduce it.
//!
//! A source is read like a party ([`crate::parties`]); what kind of source it is follows from the tables ([`kind`]), and
//! its cue is looked for beside it ([`cue`]).

mod cue;
mod kind;

use crate::parties::Actors;
use crate::parties::naming::full_name;
use crate::parties::pointing::Part;
use crate::parties::reading::Reading;
use crate::parties::resolve::{Ground, in_order};
use crate::parties::view::View;
use crate::scene::Scene;
use crate::why::Why;
use cue::cue_near;
use dateline_text::span::Span;
use kind::kind_of;

/// Least confidence of a model's kind that overrules the rules.
const TRUSTED: f32 = 0.5;

/// Words of a report that name a source.
#[derive(Clone, Copy, Debug)]
pub struct SourceMention<'a> {
    /// The words, in bytes of the report's text.
    pub span: Span,
    /// Number of the sentence that they stand in.
    pub sentence: usize,
    /// A model's kind with its probability, 0 to 1.
    pub kind_hint: Option<(&'a str, f32)>,
}

/// Who a source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReading {
    /// A name that means the same outside the report; none for "reportedly".
    pub who: Option<String>,
    /// Kind of source of the codebook: government, military, monitor ...
    pub kind: Option<String>,
    /// The words that introduce it: "said", "according to".
    pub cue: Option<String>,
    /// Where the name comes from.
    pub why: Why,
    /// Where the kind comes from.
    pub kind_why: Why,
}

/// Resolves all sources of a report together; one reading for each mention, in the order given.
pub fn resolve_report(
    actors: &Actors,
    scene: &Scene<'_>,
    mentions: &[SourceMention<'_>],
) -> Vec<SourceReading> {
    if mentions.is_empty() {
        return Vec::new();
    }
    let mut ground = Ground::new(View::new(actors, *scene));
    let mut found: Vec<Option<SourceReading>> = vec![None; mentions.len()];
    for n in in_order(mentions.iter().map(|m| m.span)) {
        if let (Some(mention), Some(place)) = (mentions.get(n), found.get_mut(n)) {
            *place = Some(read(&mut ground, mention));
        }
    }
    found.into_iter().flatten().collect()
}

/// The rule that read the name.
fn why_of(reading: &Reading<'_>) -> Why {
    Why::new(if reading.rule.is_empty() { "nothing known" } else { reading.rule }, reading.data)
}

fn read(ground: &mut Ground<'_>, mention: &SourceMention<'_>) -> SourceReading {
    let reading = ground.settle(mention.span, Part::Source);
    let view = &ground.view;
    let (from, to) = view.range(mention.span);
    let (kind, told) = kind_of(view, &reading, from, to);
    let hint = mention.kind_hint.filter(|(_, sure)| *sure >= TRUSTED && reading.known.is_none());
    // Nobody stands behind "reportedly"; "Russian sources" are at least Russian.
    let nobody =
        told.rule == kind::NOBODY && view.matches_in(from, to).iter().all(|m| m.entry.country.is_none());
    let who = full_name(view, &reading, from, to).filter(|_| !nobody);
    SourceReading {
        who,
        kind: Some(hint.map_or(kind, |(k, _)| k).to_owned()),
        cue: cue_near(view, mention.span, from, to),
        why: if nobody { told.clone() } else { why_of(&reading) },
        kind_why: hint.map_or(told, |_| Why::of_model()),
    }
}
