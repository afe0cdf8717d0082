//! Figures of people hurt, and of what else defines the event.

use super::explained::{by_model, field};
use super::form::Linked;
use super::ground::Ground;
use crate::coding::FieldWhy;
use crate::numbers::{self, Counted, Figure};
use crate::record::{Casualty, Count};
use crate::why::Why;
use dateline_text::annotator::Mention;
use dateline_text::span::Span;

const READ: Why = Why::new("figure in the words", "numbers");
const WHOSE: Why = Why::new("people in the words", "numbers/people.tsv");
const PART: Why = Why::new("the words say that it is part of the other", "");

/// Casualties of one claim, each with the index of the figure that it is part of.
pub(super) fn casualties(ground: &Ground, linked: &Linked, fields: &mut Vec<FieldWhy>) -> Vec<Casualty> {
    let (mut made, mut counted) = (Vec::new(), Vec::new());
    for (_, mention, link) in linked.of_role("casualty") {
        let Some((kind, sure)) = mention.likeliest("casualty_kind") else { continue };
        let Some((figure, place)) = figure(ground, mention) else { continue };
        let words = ground.scene.words(mention.span);
        let path = format!("casualties[{}]", made.len());
        fields.push(by_model(path.clone(), "", Some(mention.span), link.score));
        fields.push(by_model(format!("{path}.kind"), kind, None, sure));
        fields.push(field(format!("{path}.low"), shown(figure), None, None, READ));
        let whose = numbers::whose(words);
        fields.extend(whose.iter().map(|w| field(format!("{path}.whose"), w.clone(), None, None, WHOSE)));
        made.push(Casualty {
            kind: kind.to_owned(),
            words: ground.words(mention.span),
            low: figure.low,
            high: figure.high,
            qualifier: Some(figure.qualifier.name().to_owned()),
            whose,
            subset_of: None,
        });
        counted.push((mention.sentence, place, figure, kind.to_owned()));
    }
    mark_subsets(ground, &counted, &mut made);
    for (n, item) in made.iter().enumerate() {
        let whole = item.subset_of.map(|whole| format!("casualties[{whole}]"));
        fields.extend(whole.map(|w| field(format!("casualties[{n}].subset_of"), w, None, None, PART)));
    }
    made
}

/// Other figures of one claim.
pub(super) fn counts(ground: &Ground, linked: &Linked, fields: &mut Vec<FieldWhy>) -> Vec<Count> {
    let mut made = Vec::new();
    for (_, mention, link) in linked.of_role("count") {
        let Some((figure, _)) = figure(ground, mention) else { continue };
        let path = format!("counts[{}]", made.len());
        fields.push(by_model(path.clone(), "", Some(mention.span), link.score));
        fields.push(field(format!("{path}.low"), shown(figure), None, None, READ));
        made.push(Count {
            what: numbers::what(ground.scene.words(mention.span)),
            words: ground.words(mention.span),
            low: figure.low,
            high: figure.high,
            qualifier: Some(figure.qualifier.name().to_owned()),
        });
    }
    made
}

fn figure(ground: &Ground, mention: &Mention) -> Option<(Figure, Span)> {
    let (sentence, place) = ground.within_sentence(mention.span)?;
    Some((numbers::read_in(sentence, place)?, place))
}

fn shown(figure: Figure) -> String {
    let end = |n: Option<u64>| n.map_or("open".to_owned(), |n| n.to_string());
    format!("{} to {} ({})", end(figure.low), end(figure.high), figure.qualifier.name())
}

/// Figures of one sentence may be part of each other; those of different sentences are not compared.
fn mark_subsets(ground: &Ground, counted: &[(usize, Span, Figure, String)], made: &mut [Casualty]) {
    let Some((sentence, ..)) = counted.first() else { return };
    if counted.iter().any(|(other, ..)| other != sentence) {
        return;
    }
    let Some(span) = ground.scene.sentences.get(*sentence) else { return };
    let figures: Vec<Counted> = counted
        .iter()
        .map(|(_, span, figure, kind)| Counted { span: *span, figure: *figure, kind })
        .collect();
    let wholes = numbers::subset_of(ground.scene.words(*span), &figures);
    for (item, whole) in made.iter_mut().zip(wholes) {
        item.subset_of = whole;
    }
}
