//! Puts the pieces of the words together: which counts, what bounds it, which two make a range.

use super::bound::{Bound, Bounded};
use super::calendar_year::YearHint;
use super::form::{Form, Piece, What};
use super::link::Link;
use super::moment::{Moment, Tense};
use super::pair::night_before;
use super::part;
use super::partial::Interval;
use super::section::Section;
use crate::numbers::tokens::Token;

/// The words of a time in pieces, and what they are counted from.
pub(super) struct Text<'a> {
    /// All words.
    pub tokens: &'a [Token],
    /// What they say of time.
    pub pieces: &'a [Piece],
    /// What they are counted from.
    pub moment: &'a Moment<'a>,
    /// True where the sentence puts the event off until the time.
    pub put_off: bool,
}

/// A stretch and the name of the rule that gave it.
pub(super) type Placed = (Interval, &'static str);

impl Text<'_> {
    /// The part of the day or the clock time that the words give.
    pub fn part(&self) -> Option<String> {
        let told = (0..self.tokens.len()).find_map(|n| part::read(self.tokens, n));
        told.map(|(part, _)| part).or_else(|| {
            self.pieces.iter().find_map(|p| match p.form() {
                Some(Form::Deictic(deictic)) => deictic.part().map(str::to_owned),
                _ => None,
            })
        })
    }

    /// The stretch that the words mean; `outside` bounds it where nothing in the words does.
    pub fn times(&self, outside: Option<Bound>) -> Option<Placed> {
        let times: Vec<usize> = (0..self.pieces.len()).filter(|n| self.counts(*n)).collect();
        let first = *times.first()?;
        if let Some(second) = times.get(1).copied() {
            let linked = match self.link(first, second) {
                Link::Range => self.over(first, second, false),
                Link::Both => self.over(first, self.chain(&times), true),
                Link::Apart => None,
            };
            if let Some(linked) = linked {
                return linked;
            }
            if let Some(from) = self.counted_from(&times) {
                return Some(from);
            }
        }
        self.by_exactness(&times).into_iter().find_map(|n| self.bounded(n, outside))
    }

    pub(super) fn form(&self, n: usize) -> Option<&Form> {
        self.pieces.get(n).and_then(Piece::form)
    }

    /// True for a time. "In two weeks" is one where the event is to come, and says how long it took where it is not.
    fn counts(&self, n: usize) -> bool {
        self.form(n).is_some_and(|f| self.moment.is_future() || !matches!(f, Form::Ahead(_)))
    }

    /// Which times to try, the one that says most first: a date of the calendar alone where there is one, for a date that
    /// does not exist must not give way to another; a weekday before a "next day" or "two days earlier" beside it.
    fn by_exactness(&self, times: &[usize]) -> Vec<usize> {
        let dated = |n: &&usize| matches!(self.form(**n), Some(Form::Calendar(c)) if c.days.is_some());
        if let Some(dated) = times.iter().find(dated) {
            return vec![*dated];
        }
        let told = |n: &usize| match self.form(*n) {
            Some(Form::Shift(shift)) => !shift.relative,
            Some(Form::Stretch(stretch)) => stretch.is_anchored(),
            _ => false,
        };
        let weekday = |n: &usize| matches!(self.form(*n), Some(Form::Weekday(_)));
        let mut sorted = times.to_vec();
        if times.first().is_some_and(told) {
            sorted.sort_by_key(|n| !weekday(n));
        }
        sorted
    }

    pub(super) fn between(&self, a: usize, b: usize) -> &[Token] {
        let (Some(a), Some(b)) = (self.pieces.get(a), self.pieces.get(b)) else { return &[] };
        self.tokens.get(a.next..b.at).unwrap_or(&[])
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
        let is_start = matches!(piece.what, What::Time(_, Some(Section::Start)));
        // "from 6 to 8 June" is bounded already.
        let days = matches!(piece.form(), Some(Form::Calendar(c)) if c.days.is_some_and(|(a, b)| a != b));
        let yearless = matches!(piece.form(), Some(Form::Calendar(c)) if c.year == YearHint::None);
        let put_off = self.put_off && bound == Some(Bound::Until);
        match bound.filter(|_| !put_off).filter(|bound| !(days && *bound == Bound::Since)) {
            Some(bound) => bound.apply(Bounded { whole: interval, is_end, is_start, yearless }, self.moment),
            None => Some((self.night_to(n, interval).unwrap_or(interval), rule)),
        }
    }

    /// The bound before a time, back to the time before it. "before dawn on Friday" bounds the dawn, not the day.
    fn bound(&self, n: usize) -> Option<Bound> {
        let earlier = self.pieces.get(..n)?.iter().rev().find(|p| p.form().is_some());
        let begin = earlier.map_or(0, |p| p.next);
        let piece = self.pieces.get(n)?;
        let bound = Bound::among(self.tokens.get(begin..piece.at)?)?;
        let parts = self.pieces.get(..n)?.iter().rev().take_while(|p| p.form().is_none()).count();
        // "killed by Friday's blast" bounds nothing.
        let owned = bound == Bound::Until && self.tokens.get(piece.next).is_some_and(|t| t.is("'s"));
        let bounds = match parts {
            0 => true,
            1 => matches!(bound, Bound::Since | Bound::Until),
            // "from 10 a.m. to 2 p.m. on Friday".
            _ => false,
        };
        (!owned && bounds).then_some(bound)
    }

    /// "the night to Sunday" begins on Saturday.
    fn night_to(&self, n: usize, interval: Interval) -> Option<Interval> {
        let night = n.checked_sub(1)?;
        let is_night = matches!(&self.pieces.get(night)?.what, What::Part(part) if part == "night");
        let to = self.between(night, n).first().is_some_and(|t| t.is_any(&["to", "into"]));
        if is_night && to { night_before(interval) } else { None }
    }

    pub(super) fn place(&self, n: usize, from: Option<Interval>) -> Option<Placed> {
        let What::Time(form, section) = &self.pieces.get(n)?.what else { return None };
        let leads = self.tokens.first().is_some_and(|t| t.capital);
        let (interval, rule) = match form {
            Form::Calendar(form) => form.place(self.moment),
            Form::Year(form) => form.place(self.moment),
            Form::Weekday(form) => form.place(self.moment),
            Form::Stretch(form) => {
                let whole = section.is_some_and(|s| !matches!(s, Section::Earlier | Section::Later));
                form.place(self.moment, whole)
            }
            Form::Shift(form) => form.place(self.moment, from, leads),
            Form::Deictic(form) => form.place(self.moment),
            Form::Running(form) => form.place(self.moment, from),
            Form::Holiday(form) => form.place(self.moment),
            Form::Hijri(form) => form.place(self.moment),
            Form::Ahead(form) => form.place(self.moment),
        }?;
        match section {
            Some(section) => Some((section.of(interval, self.moment)?, rule)),
            None => Some((interval, rule)),
        }
    }
}
