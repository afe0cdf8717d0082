//! The forms that a time takes in words, and the pieces that a text is cut into.

use super::ahead::Ahead;
use super::calendar::Calendar;
use super::deictic::Deictic;
use super::hijri_date::HijriDate;
use super::holiday::Holiday;
use super::part;
use super::proper::is_part_of_name;
use super::running::Running;
use super::section::Section;
use super::section_words;
use super::shift::Shift;
use super::stretch::Stretch;
use super::weekday::Weekday;
use super::year::YearForm;
use crate::numbers::tokens::Token;

/// One way of naming a time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// 24 March, March 2012, 2012-12-13.
    Calendar(Calendar),
    /// 2012, the 1980s, the spring of 2001.
    Year(YearForm),
    /// Friday, last Tuesday.
    Weekday(Weekday),
    /// last week, the past two weeks, this year.
    Stretch(Stretch),
    /// two days later, the day before.
    Shift(Shift),
    /// today, overnight.
    Deictic(Deictic),
    /// For a fourth day.
    Running(Running),
    /// Christmas Day.
    Holiday(Holiday),
    /// 12 Rajab 1434, Ramadan.
    Hijri(HijriDate),
    /// in two weeks.
    Ahead(Ahead),
}

/// What a piece of text says of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A time, or the section of one: early March.
    Time(Form, Option<Section>),
    /// A part of the day or a clock time.
    Part(String),
}

/// A piece of text that says something of time.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What it says.
    pub what: What,
    /// Number of its first token.
    pub at: usize,
    /// One past its last token.
    pub next: usize,
}

impl Piece {
    /// Its form, where it is a time.
    pub fn form(&self) -> Option<&Form> {
        match &self.what {
            What::Time(form, _) => Some(form),
            What::Part(_) => None,
        }
    }
}

/// All pieces of `tokens` that say something of time, from left to right, none inside another.
pub(super) fn pieces(tokens: &[Token]) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match piece(tokens, at) {
            Some((what, next)) if next > at => {
                let dates =
                    !matches!(&what, What::Time(Form::Calendar(_) | Form::Weekday(_) | Form::Year(_), _));
                if dates || !is_part_of_name(tokens, at, next) {
                    found.push(Piece { what, at, next });
                }
                at = next;
            }
            _ => at += 1,
        }
    }
    found
}

fn piece(tokens: &[Token], at: usize) -> Option<(What, usize)> {
    if let Some((section, next)) = section_words::read(tokens, at)
        && let Some((form, next)) = sectioned(tokens, next, section)
    {
        return Some((What::Time(form, Some(section)), next));
    }
    if let Some((stretch, next)) = Stretch::read_end(tokens, at) {
        return Some((What::Time(Form::Stretch(stretch), Some(Section::End)), next));
    }
    if let Some((form, next)) = form(tokens, at) {
        return Some((What::Time(form, None), next));
    }
    part::read(tokens, at).map(|(part, next)| (What::Part(part), next))
}

/// The form that a section is a section of: "the end of the month" needs no "this".
fn sectioned(tokens: &[Token], at: usize, section: Section) -> Option<(Form, usize)> {
    Stretch::read_bare(tokens, at).map(|(f, n)| (Form::Stretch(f), n)).or_else(|| {
        let (form, next) = form(tokens, at)?;
        section.fits(&form).then_some((form, next))
    })
}

fn form(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    Deictic::read(tokens, at)
        .map(|(f, n)| (Form::Deictic(f), n))
        .or_else(|| Holiday::read(tokens, at).map(|(f, n)| (Form::Holiday(f), n)))
        .or_else(|| HijriDate::read(tokens, at).map(|(f, n)| (Form::Hijri(f), n)))
        .or_else(|| Running::read(tokens, at).map(|(f, n)| (Form::Running(f), n)))
        .or_else(|| Calendar::read(tokens, at).map(|(f, n)| (Form::Calendar(f), n)))
        .or_else(|| Ahead::read(tokens, at).map(|(f, n)| (Form::Ahead(f), n)))
        .or_else(|| Weekday::read(tokens, at).map(|(f, n)| (Form::Weekday(f), n)))
        .or_else(|| Shift::read(tokens, at).map(|(f, n)| (Form::Shift(f), n)))
        .or_else(|| Stretch::read(tokens, at).map(|(f, n)| (Form::Stretch(f), n)))
        .or_else(|| YearForm::read(tokens, at).map(|(f, n)| (Form::Year(f), n)))
}
