//! When a claim's event happened.

use super::explained::{by_model, field};
use super::form::Linked;
use super::ground::Ground;
use crate::coding::FieldWhy;
use crate::record::{Claim, Time};
use crate::times::{self, Reading, Tense};
use crate::why::Why;
use dateline_text::annotator::{Link, Mention, Trigger};
use dateline_text::span::Span;

/// The time of a claim: stated by words of its sentence, inherited from words of an earlier one, or else the day of the
/// report, where what happened is news.
pub(super) fn time(
    ground: &Ground,
    linked: &Linked,
    claim: &Claim,
    trigger: &Trigger,
    fields: &mut Vec<FieldWhy>,
) -> Option<Time> {
    let Some((mention, link)) = nearest(linked, trigger) else {
        return published(ground, claim, fields);
    };
    fields.push(by_model("time", "", Some(mention.span), link.score));
    let span = whole_expression(ground, mention.span, &claim.status);
    let words = ground.words(span);
    let basis = if mention.sentence == trigger.sentence { "stated" } else { "inherited" };
    let mut time = Time {
        text: Some(words.text),
        start: Some(words.start),
        end: Some(words.end),
        basis: Some(basis.to_owned()),
        ..Time::default()
    };
    let reading = read(ground, span, &claim.status);
    let why = Why::new(reading.as_ref().map_or("not resolved", |r| r.rule), "times");
    if let Some(reading) = reading {
        time.first = reading.first.map(|d| d.to_string());
        time.last = reading.last.map(|d| d.to_string());
        time.part = reading.part;
    }
    let shown = format!("{} to {}", shown(&time.first), shown(&time.last));
    fields.push(field("time.first", shown, None, None, why));
    Some(time)
}

/// The words for the time that stand nearest: those of the trigger's sentence, else of the last one that has any. Where several are
/// as near, the first.
fn nearest<'a>(linked: &Linked<'a>, trigger: &Trigger) -> Option<(&'a Mention, &'a Link)> {
    let apart = |mention: &Mention| trigger.sentence.abs_diff(mention.sentence);
    let all = linked.of_role("time").map(|(_, mention, link)| (mention, link));
    all.min_by_key(|(mention, _)| apart(mention))
}

/// What the words at `span` mean for an event of that status.
pub(super) fn read(ground: &Ground, span: Span, status: &str) -> Option<Reading> {
    let tense = if status == "future" { Tense::Future } else { Tense::Past };
    times::resolve(ground.scene.words(span), &ground.anchors.moment(&ground.scene, span, tense))
}

/// The words of a time expression that the mention is only a part of: the model may mark the "on" of "on Sunday".
///
/// A mention that can be read by itself stays as it is.
pub(super) fn whole_expression(ground: &Ground, mention: Span, status: &str) -> Span {
    if read(ground, mention, status).is_some() {
        return mention;
    }
    let Some((sentence, place)) = ground.within_sentence(mention) else { return mention };
    let follows = |found: &Span| {
        found.start >= place.end
            && sentence.get(place.end..found.start).is_some_and(|gap| gap.trim().is_empty())
    };
    let expression = times::find(sentence).into_iter().find(|found| found.touches(place) || follows(found));
    let offset = mention.start - place.start;
    expression.map_or(mention, |found| {
        Span::new(found.start.min(place.start) + offset, found.end.max(place.end) + offset)
    })
}

/// No words: news is of the report's day. What is to come, background and sums have no day of their own.
fn published(ground: &Ground, claim: &Claim, fields: &mut Vec<FieldWhy>) -> Option<Time> {
    let is_news = !claim.event.historical && claim.event.scope == "event";
    let day = ground.scene.report.published.filter(|_| is_news && claim.status == "occurred")?.to_string();
    fields.push(field("time.first", day.clone(), None, None, Why::new("the report's own date", "")));
    let (first, last) = (Some(day.clone()), Some(day));
    Some(Time { first, last, basis: Some("published".to_owned()), ..Time::default() })
}

fn shown(day: &Option<String>) -> &str {
    day.as_deref().unwrap_or("open")
}
