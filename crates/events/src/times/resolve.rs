//! From words to a stretch of time.

use super::around;
use super::bound::Bound;
use super::combine::{Placed, Text};
use super::form::pieces;
use super::link::shared_years;
use super::moment::{Moment, Reading};
use super::partial::{Interval, add_days};
use super::shift::Way;
use super::tense;
use super::unit::Unit;
use super::which::Which;
use crate::numbers::tokens::{Kind, Token, tokens};
use dateline_text::span::Span;

/// What `words` mean at `moment`; `None` where they name no time, or one that nothing known helps to place.
///
/// Ages and durations ("for two hours", "a 12-year-old") are no times. Words may come with or without their
/// preposition; with [`Moment::sentence`] and [`Moment::span`] a "since", "until" or "by" just outside of them counts.
pub fn resolve(words: &str, moment: &Moment) -> Option<Reading> {
    let sentence = moment.sentence.map(tokens).unwrap_or_default();
    let moment = Moment { tense: tense::of(moment, &sentence), ..*moment };
    let tokens = whole(words, &moment);
    let pieces = shared_years(pieces(&tokens), &tokens);
    let text = Text {
        tokens: &tokens,
        pieces: &pieces,
        moment: &moment,
        put_off: tense::is_put_off(&moment, &sentence),
    };
    let part = text.part();
    let outside = moment.span.and_then(|span| outside(&sentence, span));
    let (interval, rule) = text.times(outside).or_else(|| {
        let only_part = pieces.iter().all(|p| p.form().is_none());
        let early = tokens.iter().any(|t| t.is("hours"));
        part_alone(part.as_deref().filter(|_| only_part)?, early, &moment)
    })?;
    sound(interval).then_some(Reading { first: interval.first, last: interval.last, part, rule })
}

/// "at dawn" is of the day stated before, or of the report's; the report's night began the day before.
fn part_alone(part: &str, early: bool, moment: &Moment) -> Option<Placed> {
    let day = moment.this_day()?;
    let night = part == "night" && !early && moment.anchor_day().is_none() && !moment.is_future();
    let first = if night { add_days(day, -1)? } else { day };
    Some((Interval::days(first, day)?, "part of the day stated"))
}

/// The pieces of `words`; where they are a bare "two days", with the "after" or "ago" that follows in the sentence.
fn whole(words: &str, moment: &Moment) -> Vec<Token> {
    let bare = tokens(words);
    let (Some(sentence), Some(span)) = (moment.sentence, moment.span) else { return bare };
    let measure = bare.last().is_some_and(|_| Unit::read(&bare, bare.len() - 1).is_some());
    if !measure || pieces(&bare).iter().any(|p| p.form().is_some()) {
        return bare;
    }
    let (before, rest) = (sentence.get(..span.start).unwrap_or(""), sentence.get(span.end..).unwrap_or(""));
    let follows = tokens(rest).first().filter(|t| Way::read(t).is_some()).map_or(0, |t| t.span.end);
    let opens = |t: &&Token| Which::of(t).is_some() || t.is_any(&OPENING);
    let from =
        tokens(before).iter().rev().take(2).take_while(opens).last().map_or(span.start, |t| t.span.start);
    tokens(&format!("{}{words}{}", before.get(from..).unwrap_or(""), rest.get(..follows).unwrap_or("")))
}

/// Words that a model may leave outside of "day" or "week".
const OPENING: [&str; 5] = ["the", "a", "during", "in", "throughout"];

/// "by" and the like just before the words. It bounds what they are a part of where they only name it: "since Friday's attack",
/// "since the February 2021 coup".
fn outside(sentence: &[Token], span: Span) -> Option<Bound> {
    let past = sentence.iter().find(|t| t.span.end >= span.end && t.span.start >= span.start);
    let possessive = |t: &Token| t.is("'s");
    let next = sentence.iter().find(|t| t.span.start >= span.end);
    let owned = past.is_some_and(possessive) || next.is_some_and(|t| possessive(t) && t.glued);
    if owned || names_event(sentence, span, next) { None } else { Bound::outside(sentence, span) }
}

/// True for a month, a weekday or a year between "the" and a noun.
fn names_event(sentence: &[Token], span: Span, next: Option<&Token>) -> bool {
    let first = sentence.iter().position(|t| t.span.start >= span.start);
    let article = first.and_then(|n| sentence.get(n.checked_sub(1)?)).is_some_and(|t| t.is("the"));
    let name = first.and_then(|n| sentence.get(n)).is_some_and(|t| t.capital || t.low.len() == 4);
    article
        && name
        && next.is_some_and(|t| t.kind == Kind::Word && !t.capital && !around::joins(t) && !around::leads(t))
}

fn sound(interval: Interval) -> bool {
    match (interval.first, interval.last) {
        (Some(first), Some(last)) => first.first_day() <= last.last_day(),
        (first, last) => first.is_some() || last.is_some(),
    }
}
