//! From the pieces of words to one stretch of time.

use super::bound::Bound;
use super::calendar::YearHint;
use super::form::{Form, Piece, What, pieces};
use super::moment::{Moment, Reading, Tense};
use super::part;
use super::partial::{Interval, Partial, add_days};
use super::section::Section;
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
    let pieces = shared_years(&pieces(&tokens), &tokens);
    let text = Text { tokens: &tokens, pieces: &pieces, moment: &moment, put_off: tense::is_put_off(&moment, &sentence) };
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
    let opens = |t: &&Token| Which::read(std::slice::from_ref(t), 0).is_some() || t.is_any(&OPENING);
    let from = tokens(before).iter().rev().take(2).take_while(opens).last().map_or(span.start, |t| t.span.start);
    tokens(&format!("{}{words}{}", before.get(from..).unwrap_or(""), rest.get(..follows).unwrap_or("")))
}

/// Words that a model may leave outside of "day" or "week".
const OPENING: [&str; 5] = ["the", "a", "during", "in", "throughout"];

/// "by" and the like just before the words; not before a possessive: "since Friday's attack" rests on "Friday's".
fn outside(sentence: &[Token], span: Span) -> Option<Bound> {
    let past = sentence.iter().find(|t| t.span.end >= span.end && t.span.start >= span.start);
    let possessive = |t: &Token| t.is("'s");
    let next = sentence.iter().find(|t| t.span.start >= span.end);
    let owned = past.is_some_and(possessive) || next.is_some_and(|t| possessive(t) && t.glued);
    if owned { None } else { Bound::outside(sentence, span) }
}

fn sound(interval: Interval) -> bool {
    match (interval.first, interval.last) {
        (Some(first), Some(last)) => first.first_day() <= last.last_day(),
        (first, last) => first.is_some() || last.is_some(),
    }
}

/// How two times that follow each other belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// From one to the other.
    Range,
    /// One and the other.
    Both,
    /// The second is counted on its own.
    Apart,
}

struct Text<'a> {
    tokens: &'a [Token],
    pieces: &'a [Piece],
    moment: &'a Moment<'a>,
    /// True where the sentence puts the event off until the time.
    put_off: bool,
}

type Placed = (Interval, &'static str);

impl Text<'_> {
    fn part(&self) -> Option<String> {
        let told = (0..self.tokens.len()).find_map(|n| part::read(self.tokens, n));
        told.map(|(part, _)| part).or_else(|| {
            self.pieces.iter().find_map(|p| match p.form() {
                Some(Form::Deictic(deictic)) => deictic.part().map(str::to_owned),
                _ => None,
            })
        })
    }

    fn times(&self, outside: Option<Bound>) -> Option<Placed> {
        let times: Vec<usize> = (0..self.pieces.len()).filter(|n| self.form(*n).is_some()).collect();
        let first = *times.first()?;
        if let Some(second) = times.get(1).copied() {
            let linked = match self.link(first, second) {
                Link::Range => self.over(first, second),
                Link::Both => self.over(first, self.chain(&times)),
                Link::Apart => None,
            };
            if linked.is_some() {
                return linked;
            }
            if let Some(from) = self.counted_from(first, second) {
                return Some(from);
            }
        }
        let chosen = self.most_exact(&times)?;
        self.bounded(chosen, outside)
    }

    fn form(&self, n: usize) -> Option<&Form> {
        self.pieces.get(n).and_then(Piece::form)
    }

    /// A date of the calendar says more than the weekday or the "next day" beside it.
    fn most_exact(&self, times: &[usize]) -> Option<usize> {
        let dated = |n: &&usize| matches!(self.form(**n), Some(Form::Calendar(c)) if c.days.is_some());
        times.iter().find(dated).or(times.first()).copied()
    }

    fn between(&self, a: usize, b: usize) -> &[Token] {
        let (Some(a), Some(b)) = (self.pieces.get(a), self.pieces.get(b)) else { return &[] };
        self.tokens.get(a.next..b.at).unwrap_or(&[])
    }

    fn link(&self, a: usize, b: usize) -> Link {
        link(self.form(a), self.form(b), self.between(a, b), self.is_between(a))
    }

    /// True after "between", where "and" parts the ends of a stretch.
    fn is_between(&self, n: usize) -> bool {
        let before = self.pieces.get(n).and_then(|p| self.tokens.get(..p.at)).unwrap_or(&[]);
        before.iter().any(|t| t.is("between"))
    }

    /// The last of the times that "and" or a comma joins to the first.
    fn chain(&self, times: &[usize]) -> usize {
        let joined = times.windows(2).take_while(|w| matches!(w, [a, b] if self.link(*a, *b) == Link::Both)).count();
        times.get(joined).or(times.last()).copied().unwrap_or(0)
    }

    fn over(&self, a: usize, b: usize) -> Option<Placed> {
        let (first, _) = self.place(a, None)?;
        // "from Monday to Wednesday": the end does not lie before the beginning.
        let (last, rule) = self.place(b, None)?;
        Some((Interval::new(first.begin()?, last.end()?)?, rule))
    }

    /// "two days after Friday's attack".
    fn counted_from(&self, a: usize, b: usize) -> Option<Placed> {
        let counted = match self.form(a)? {
            Form::Shift(shift) => matches!(shift.way, Way::After | Way::Earlier | Way::Later),
            Form::Running(_) => true,
            Form::Deictic(night) if self.between(a, b).first().is_some_and(|t| t.is("on")) => {
                return night.night_of(self.place(b, None)?.0);
            }
            _ => false,
        };
        let (from, _) = self.place(b, None)?;
        if counted { self.place(a, Some(from)) } else { None }
    }

    fn bounded(&self, n: usize, outside: Option<Bound>) -> Option<Placed> {
        let bound = self.bound(n).or(outside);
        // "until Thursday" and "by Thursday" look ahead, whatever the tense.
        let ahead = matches!(self.form(n), Some(Form::Weekday(_))) && bound == Some(Bound::Until);
        let tense = if ahead { Tense::Future } else { self.moment.tense };
        let moment = Moment { tense, ..*self.moment };
        let (interval, rule) = Text { moment: &moment, ..*self }.place(n, None)?;
        let piece = self.pieces.get(n)?;
        let is_end = matches!(piece.what, What::Time(_, Some(Section::End)));
        // "from 6 to 8 June" is bounded already.
        let days = matches!(piece.form(), Some(Form::Calendar(c)) if c.days.is_some_and(|(a, b)| a != b));
        let put_off = self.put_off && bound == Some(Bound::Until);
        match bound.filter(|_| !put_off).filter(|bound| !(days && *bound == Bound::Since)) {
            Some(bound) => bound.apply(interval, is_end, self.moment),
            None => Some((self.night_to(n, interval).unwrap_or(interval), rule)),
        }
    }

    /// The bound before a time, back to the time before it. "before dawn on Friday" bounds the dawn, not the day.
    fn bound(&self, n: usize) -> Option<Bound> {
        let earlier = self.pieces.get(..n)?.iter().rev().find(|p| p.form().is_some());
        let begin = earlier.map_or(0, |p| p.next);
        let piece = self.pieces.get(n)?;
        let bound = Bound::among(self.tokens.get(begin..piece.at)?)?;
        let part = self.pieces.get(..n)?.last().is_some_and(|p| p.form().is_none());
        // "killed by Friday's blast" bounds nothing.
        let owned = bound == Bound::Until && self.tokens.get(piece.next).is_some_and(|t| t.is("'s"));
        (!owned && (!part || matches!(bound, Bound::Since | Bound::Until))).then_some(bound)
    }

    /// "the night to Sunday" begins on Saturday.
    fn night_to(&self, n: usize, interval: Interval) -> Option<Interval> {
        let night = n.checked_sub(1)?;
        let is_night = matches!(&self.pieces.get(night)?.what, What::Part(part) if part == "night");
        let to = self.between(night, n).first().is_some_and(|t| t.is_any(&["to", "into"]));
        let Partial::Day(day) = interval.begin()? else { return None };
        if is_night && to { Interval::days(add_days(day, -1)?, day) } else { None }
    }

    fn place(&self, n: usize, from: Option<Interval>) -> Option<Placed> {
        let What::Time(form, section) = &self.pieces.get(n)?.what else { return None };
        let leads = self.tokens.first().is_some_and(|t| t.capital);
        let (interval, rule) = match form {
            Form::Calendar(form) => form.place(self.moment),
            Form::Year(form) => form.place(self.moment),
            Form::Weekday(form) => form.place(self.moment),
            Form::Unit(form) => {
                let whole = section.is_some_and(|s| !matches!(s, Section::Earlier | Section::Later));
                form.place(self.moment, whole)
            }
            Form::Shift(form) => form.place(self.moment, from, leads),
            Form::Deictic(form) => form.place(self.moment),
            Form::Running(form) => form.place(self.moment, from),
            Form::Holiday(form) => form.place(self.moment),
        }?;
        match section {
            Some(section) => Some((section.of(interval, self.moment)?, rule)),
            None => Some((interval, rule)),
        }
    }
}

fn link(a: Option<&Form>, b: Option<&Form>, between: &[Token], after_between: bool) -> Link {
    let like = matches!(
        (a, b),
        (Some(Form::Calendar(_)), Some(Form::Calendar(_)))
            | (Some(Form::Weekday(_)), Some(Form::Weekday(_)))
            | (Some(Form::Year(_)), Some(Form::Year(_)))
    );
    let light = ["on", "in", "the", "of", "late", "early", "mid", "-", "at", "dawn", "both", "from"];
    let words: Vec<&str> = between.iter().map(|t| t.low.as_str()).filter(|w| *w == "-" || !light.contains(w)).collect();
    match words.as_slice() {
        ["to" | "until" | "till" | "through" | "-"] => Link::Range,
        ["and"] if after_between => Link::Range,
        ["and" | "or" | "," | "&"] | [",", "and"] if like => Link::Both,
        [] if like && between.iter().any(|t| t.kind == Kind::Mark) => Link::Range,
        _ => Link::Apart,
    }
}

/// "14 May and 15 May 2015", "July and August last year": a year said once holds for the dates joined to it.
fn shared_years(pieces: &[Piece], tokens: &[Token]) -> Vec<Piece> {
    let mut shared = pieces.to_vec();
    for n in (1..shared.len()).rev() {
        let (Some(a), Some(b)) = (shared.get(n - 1), shared.get(n)) else { continue };
        let between = tokens.get(a.next..b.at).unwrap_or(&[]);
        let (Some(Form::Calendar(first)), Some(Form::Calendar(second))) = (a.form(), b.form()) else { continue };
        let joined = link(a.form(), b.form(), between, true) != Link::Apart;
        if !joined || first.year != YearHint::None || second.year == YearHint::None {
            continue;
        }
        let mut first = *first;
        first.year = match (second.year, first.month > second.month) {
            // "28 December to 3 January 2016".
            (YearHint::Stated(year), true) => YearHint::Stated(year.saturating_sub(1)),
            (year, _) => year,
        };
        if let Some(piece) = shared.get_mut(n - 1)
            && let What::Time(form, _) = &mut piece.what
        {
            *form = Form::Calendar(first);
        }
    }
    shared
}
