//! What could not be read or resolved, for the reader.

use super::ground::Ground;
use super::when;
use crate::coding::Note;
use std::collections::BTreeSet;

/// The notes of a report, in the order of the text.
pub(super) fn of(ground: &Ground) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(ground.annotations.cut.iter().map(|number| Note {
        text: "the sentence is longer than the model reads; its end was left unread".to_owned(),
        words: ground.scene.sentences.get(*number).copied(),
    }));
    let linked: BTreeSet<usize> = ground.annotations.links.iter().map(|l| l.mention).collect();
    for number in linked {
        let Some(mention) = ground.annotations.mentions.get(number) else { continue };
        let text = match &*mention.kind {
            "place" => ground.places.get(&number).and_then(|r| r.note.clone()),
            "party" => party(ground, number, mention.span),
            "time" => time(ground, mention.span),
            _ => None,
        };
        notes.extend(text.map(|text| Note { text, words: Some(mention.span) }));
    }
    notes.sort_by_key(|n| n.words);
    if ground.scene.report.published.is_none() {
        let text = "the report has no date: times that are counted from it stay unresolved".to_owned();
        notes.insert(0, Note { text, words: None });
    }
    notes
}

fn party(ground: &Ground, number: usize, span: dateline_text::span::Span) -> Option<String> {
    let reading = ground.parties.get(&number)?;
    let (who, rival) = (reading.who.as_deref()?, reading.rival.as_deref()?);
    Some(format!("'{}' may be {who} or {rival}: nothing tells them apart", ground.scene.words(span)))
}

fn time(ground: &Ground, span: dateline_text::span::Span) -> Option<String> {
    let span = when::whole_expression(ground, span, "occurred");
    let unread = when::read(ground, span, "occurred").is_none();
    unread.then(|| format!("the time '{}' was not resolved", ground.scene.words(span)))
}
