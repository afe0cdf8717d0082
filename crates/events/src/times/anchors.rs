//! Carries the year and the last stated day through a report.

use super::find::find;
use super::moment::{Moment, Tense};
use super::month_day::month_at;
use super::partial::{Interval, Partial};
use super::resolve::resolve;
use crate::numbers::tokens::tokens;
use crate::scene::Scene;
use dateline_text::span::Span;
use jiff::civil::Date;

/// What a report has stated of time, by the place where it stated it.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Years of the title: the first, and the next where it names two that follow each other.
    title: (Option<i16>, Option<i16>),
    marks: Vec<Mark>,
    /// The days among the marks, each with where it stands.
    days: Vec<Date>,
    ends: Vec<usize>,
}

/// One time that the report states.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    interval: Interval,
    /// The year, where the words state it.
    year: Option<i16>,
    /// True where the words name a day or a month of that year, not the bare year.
    full: bool,
    /// True where the words state it themselves, in digits or as "last year".
    stated: bool,
    /// What was stated up to here, this mark included, so that nothing has to look back over all of the report.
    last: Last,
}

/// The last marks of each kind, as a later place asks for them.
#[derive(Clone, Copy, Debug, Default)]
struct Last {
    /// The last stretch of one day.
    day: Option<Interval>,
    /// The year of the last full date.
    full_year: Option<i16>,
    /// The last year at all.
    year: Option<i16>,
    /// The last stretch with both ends that states its year, and the byte that its words begin at.
    stretch: Option<(usize, Interval)>,
}

impl Last {
    /// What holds after `mark`, where this held before it.
    fn with(self, mark: &Mark) -> Self {
        let i = mark.interval;
        let one_day = i.first.is_some_and(Partial::is_day) && i.first == i.last;
        let whole = mark.full && mark.stated && i.first.is_some() && i.last.is_some();
        Self {
            day: Some(i).filter(|_| one_day).or(self.day),
            full_year: mark.year.filter(|_| mark.full).or(self.full_year),
            year: mark.year.or(self.year),
            stretch: Some((mark.span.start, i)).filter(|_| whole).or(self.stretch),
        }
    }
}

impl Anchors {
    /// Reads the times of a report from its beginning on.
    pub fn of(scene: &Scene) -> Self {
        let title = scene.report.title.as_deref().map_or((None, None), years_of_title);
        let mut anchors = Self { title, ..Self::default() };
        for sentence in scene.sentences {
            let text = scene.words(*sentence);
            for found in find(text) {
                let span = Span::new(sentence.start + found.start, sentence.start + found.end);
                let reading = resolve(found.of(text), &anchors.moment(scene, span, Tense::Unknown));
                if let Some(reading) = reading {
                    anchors.note(span, found.of(text), reading.interval());
                }
            }
        }
        anchors
    }

    /// What is known where the words at `span` stand.
    pub fn moment<'a>(&'a self, scene: &Scene<'a>, span: Span, tense: Tense) -> Moment<'a> {
        let sentence = scene.sentence_of(span).and_then(|n| scene.sentences.get(n)).copied();
        let within = |s: Span| Span::new(span.start - s.start, span.end.min(s.end).saturating_sub(s.start));
        let (year, next_year) = self.year_before(span.start);
        Moment {
            published: scene.report.published,
            tense,
            year,
            next_year,
            anchor: self.anchor_before(span.start),
            latest: self.latest_before(span.start),
            told: self.told_before(span.start),
            beside: self.beside(scene, span.start),
            sentence: sentence.map(|s| scene.words(s)),
            span: sentence.map(within),
        }
    }

    fn note(&mut self, span: Span, words: &str, interval: Interval) {
        if is_background(words) {
            return;
        }
        if let (Some(Partial::Day(day)), true) = (interval.first, interval.first == interval.last) {
            self.days.push(day);
            self.ends.push(span.end);
        }
        let stated = four_digits(words);
        let year =
            stated.or_else(|| interval.is_days().then(|| interval.end().map(Partial::year_of)).flatten());
        let pieces = tokens(words);
        let full = stated.is_none() || (0..pieces.len()).any(|n| month_at(&pieces, n).is_some());
        let told = stated.is_some() || words.to_lowercase().contains("last year");
        let year = if stated.is_none() && told { interval.end().map(Partial::year_of) } else { year };
        let mark = Mark {
            span,
            interval,
            year,
            full: full && !is_bare(interval),
            stated: told,
            last: self.marks.last().map_or_else(Last::default, |m| m.last),
        };
        self.marks.push(Mark { last: mark.last.with(&mark), ..mark });
    }

    /// The last mark that ends before `place`.
    fn mark_before(&self, place: usize) -> Option<&Mark> {
        let before = self.marks.partition_point(|m| m.span.end <= place);
        before.checked_sub(1).and_then(|n| self.marks.get(n))
    }

    fn told_before(&self, place: usize) -> &[Date] {
        let before = self.ends.partition_point(|end| *end <= place);
        self.days.get(..before).unwrap_or(&[])
    }

    /// The last stretch stated before `place`, to the day if there is any.
    fn anchor_before(&self, place: usize) -> Option<Interval> {
        let mark = self.mark_before(place)?;
        mark.last.day.or(Some(mark.interval))
    }

    /// The last time stated before `place`, where it is a month or a year that does not lie before the last day stated.
    fn latest_before(&self, place: usize) -> Option<Interval> {
        let mark = self.mark_before(place)?;
        let day = mark.last.day.and_then(Interval::begin).map(Partial::first_day);
        let ahead = mark.interval.begin().is_some_and(|b| day.is_none_or(|day| day <= b.first_day()));
        Some(mark.interval).filter(|i| ahead && !i.is_days())
    }

    /// The stretch that the same sentence or the one before states, year and all: "in July and August last year ... 61
    /// on 8 July".
    fn beside(&self, scene: &Scene, place: usize) -> Option<Interval> {
        let sentence = scene.sentence_of(Span::new(place, place))?;
        let from = scene.sentences.get(sentence.saturating_sub(1))?.start;
        let (start, stretch) = self.mark_before(place)?.last.stretch?;
        (start >= from).then_some(stretch)
    }

    /// The year of the last full date before `place`, or the title's, or a bare year.
    fn year_before(&self, place: usize) -> (Option<i16>, Option<i16>) {
        let last = self.mark_before(place).map_or_else(Last::default, |m| m.last);
        match (last.full_year, self.title) {
            (Some(year), _) => (Some(year), None),
            (None, (Some(_), _)) => self.title,
            (None, _) => (last.year, None),
        }
    }
}

/// "... of wounds suffered two days earlier": what follows goes on with the report's own day. At the head of a sentence
/// the same words move the story.
fn is_background(words: &str) -> bool {
    let back = [" ago", " earlier", " before", " after", " prior"].iter().any(|end| words.ends_with(end));
    back && !words.starts_with(char::is_uppercase)
}

fn is_bare(interval: Interval) -> bool {
    matches!(interval.end(), Some(Partial::Year(_)))
}

fn four_digits(words: &str) -> Option<i16> {
    let runs = words.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).find(|y| (1900..=2100).contains(y))
}

/// "2016-2017" in a title covers both years; years further apart cover nothing that a day could be placed in.
fn years_of_title(title: &str) -> (Option<i16>, Option<i16>) {
    let years: Vec<i16> = title
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|y| (1900..=2100).contains(y))
        .collect();
    match years[..] {
        [only] => (Some(only), None),
        [first, next] if next == first.saturating_add(1) => (Some(first), Some(next)),
        [first, second] if first == second => (Some(first), None),
        _ => (None, None),
    }
}
