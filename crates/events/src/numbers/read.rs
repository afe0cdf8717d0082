//! From words to a figure: the codebook's rules on numbers.

use super::cardinal::cardinal;
use super::figure::{Figure, Qualifier};
use super::hedge::{self, Hedge};
use super::implied::implied;
use super::quantity::quantity;
use super::range::range;
use super::share::share;
use super::tokens::{Kind, Token, tokens};
use dateline_text::span::Span;

/// The figure of `words`; `None` where they are empty.
///
/// Words without a number still count: "a soldier" is 1, "civilians" 2 or more, "dozens" 24 or more, a person's name 1.
pub fn read(words: &str) -> Option<Figure> {
    read_between(&[], &tokens(words), &[])
}

/// The figure of the words at `span` in `sentence`, with a hedge just outside of them taken in: "at least" before
/// them, "or more" or "feared" after.
pub fn read_in(sentence: &str, span: Span) -> Option<Figure> {
    let before = tokens(sentence.get(..span.start)?);
    let after = tokens(sentence.get(span.end..)?);
    read_between(&before, &tokens(span.of(sentence)), &after)
}

/// True where words hold a number or a quantity: "dozens" does, "their drivers" does not.
pub fn has_quantity(words: &str) -> bool {
    first_number(&tokens(words)).is_some()
}

fn read_between(before: &[Token], words: &[Token], after: &[Token]) -> Option<Figure> {
    if !words.iter().any(|t| t.kind != Kind::Mark) {
        return None;
    }
    let Some(found) = first_number(words) else { return implied(words) };
    let outside = || if found.at == 0 { hedge::ending_at(before, before.len()) } else { None };
    let behind = || {
        let next = found.next + percent_sign(words, found.next);
        let spent = next >= words.len();
        let outside = || if spent { hedge::after(after, 0) } else { None };
        hedge::after(words, next).or_else(outside).map(|(hedge, _)| hedge)
    };
    let feared = || words.iter().skip(found.next).chain(after).take(3).any(|t| t.is("feared"));
    let hedge = found.hedge.or_else(outside).or_else(behind);
    let hedge = hedge.or_else(|| feared().then_some(Hedge { qualifier: Qualifier::Feared, below: false }));
    Some(hedged(found.number, hedge))
}

fn percent_sign(words: &[Token], at: usize) -> usize {
    match words.get(at).map(|t| t.low.as_str()) {
        Some("%" | "percent" | "pc") => 1,
        Some("per") => 2,
        _ => 0,
    }
}

enum Number {
    One(u64),
    Between(u64, u64),
    Vague(Option<u64>),
}

struct Found {
    number: Number,
    hedge: Option<Hedge>,
    /// Where the number, or the hedge before it, begins.
    at: usize,
    next: usize,
}

fn first_number(words: &[Token]) -> Option<Found> {
    let (mut at, mut hedge, mut begin) = (0, None, None);
    while at < words.len() {
        if let Some((seen, next)) = hedge::before(words, at) {
            hedge = hedge.or(Some(seen));
            begin = begin.or(Some(at));
            at = next;
            continue;
        }
        if let Some((number, next)) = number_at(words, at) {
            let number = if hedge.is_none() { with_those_before(words, at, number) } else { number };
            return Some(Found { number, hedge, at: begin.unwrap_or(leading(words, at)), next });
        }
        at += 1;
    }
    None
}

/// "a woman and her three children" are four.
fn with_those_before(words: &[Token], at: usize, number: Number) -> Number {
    let join = words.get(..at).and_then(|w| w.iter().rposition(|t| t.is("and")));
    let first = join.and_then(|n| words.get(..n)).and_then(implied);
    match (number, first) {
        (Number::One(n), Some(Figure { high: Some(more), .. })) => Number::One(n.saturating_add(more)),
        (number, _) => number,
    }
}

/// 0 where only marks and "another" stand before `at`, so that a hedge just outside of the words still applies.
fn leading(words: &[Token], at: usize) -> usize {
    let light = |t: &Token| t.kind == Kind::Mark || t.is_any(&["another", "us", "as"]);
    if words.get(..at).is_some_and(|w| w.iter().all(light)) { 0 } else { at }
}

fn number_at(words: &[Token], at: usize) -> Option<(Number, usize)> {
    if let Some((low, high, next)) = range(words, at) {
        return Some((Number::Between(low, high), next));
    }
    if let Some((low, next)) = quantity(words, at) {
        // "most recently", "a few of the 20" stay vague; "many as" is a hedge's rest.
        return Some((Number::Vague(low), next));
    }
    if let Some((percent, next)) = share(words, at) {
        return Some((Number::One(percent), next));
    }
    if let Some((n, next)) = cardinal(words, at) {
        let (n, next) = if from_to(words, at, next) { cardinal(words, next + 1)? } else { (n, next) };
        return (!is_age(words, next)).then_some((Number::One(n), next));
    }
    none_at(words, at)
}

/// "from 4,500 to 2,500": what is left at the end.
fn from_to(words: &[Token], at: usize, next: usize) -> bool {
    at.checked_sub(1).and_then(|n| words.get(n)).is_some_and(|t| t.is("from"))
        && words.get(next).is_some_and(|t| t.is("to"))
        && cardinal(words, next + 1).is_some()
}

/// "a 12-year-old child", "aged 12": not a number of children.
fn is_age(words: &[Token], next: usize) -> bool {
    let rest: Vec<&Token> = words.iter().skip(next).filter(|t| !t.is_dash()).take(2).collect();
    let unit = rest.first().is_some_and(|t| t.is_any(&["year", "years", "month", "months", "week", "weeks"]));
    let aged = next.checked_sub(2).and_then(|n| words.get(n)).is_some_and(|t| t.is_any(&["aged", "age"]));
    unit && rest.get(1).is_some_and(|t| t.is("old")) || aged
}

/// "no casualties", "none of them".
fn none_at(words: &[Token], at: usize) -> Option<(Number, usize)> {
    words.get(at)?.is_any(&["no", "none", "nobody", "neither"]).then_some((Number::One(0), at + 1))
}

fn hedged(number: Number, hedge: Option<Hedge>) -> Figure {
    let qualifier = hedge.map(|h| h.qualifier);
    match (number, qualifier) {
        (Number::Vague(low), _) => Figure::vague(low),
        (Number::Between(low, high), q) => {
            let qualifier = if q == Some(Qualifier::AtMost) { Qualifier::AtMost } else { Qualifier::About };
            Figure { low: Some(low), high: Some(high), qualifier }
        }
        (Number::One(n), None | Some(Qualifier::Exact | Qualifier::Vague)) => Figure::exact(n),
        (Number::One(n), Some(q @ (Qualifier::AtLeast | Qualifier::Feared))) => {
            Figure { low: Some(n), high: None, qualifier: q }
        }
        (Number::One(n), Some(q @ Qualifier::AtMost)) => Figure { low: None, high: Some(n), qualifier: q },
        (Number::One(n), Some(q @ Qualifier::About)) => {
            let below = hedge.is_some_and(|h| h.below);
            let high = if below { n } else { percent(n, 105) };
            Figure { low: Some(percent(n, 95)), high: Some(high), qualifier: q }
        }
    }
}

/// `n` times `rate` per cent, halves to the even number.
fn percent(n: u64, rate: u64) -> u64 {
    let product = u128::from(n) * u128::from(rate);
    let (whole, rest) = (product / 100, product % 100);
    let up = rest > 50 || rest == 50 && whole % 2 == 1;
    u64::try_from(whole + u128::from(up)).unwrap_or(u64::MAX)
}
