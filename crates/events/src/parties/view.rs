//! A report as the resolvers see it: its words, and every known name among them.

use super::actors::Actors;
use super::entry::{Class, Country, Entry, Sort};
use super::lexicon::Fast;
use super::small::Classes;
use super::token::{Caps, Gap, Token, tokens};
use crate::scene::Scene;
use dateline_text::span::Span;
use jiff::civil::Date;

/// A known name in the report: words `from` up to `to`.
#[derive(Clone, Copy)]
pub(crate) struct Match<'a> {
    pub from: usize,
    pub to: usize,
    pub entry: &'a Entry,
    /// False for the country in "Turkish-backed" and "pro-Russian", which is not the party's own.
    pub own: bool,
    /// Another actor of the same name that nothing tells apart from this one.
    pub rival: Option<&'a Entry>,
}

/// Longest quotation, in words.
const QUOTE: usize = 120;

/// The words of one report and the names found in them.
pub(crate) struct View<'a> {
    pub actors: &'a Actors,
    pub scene: Scene<'a>,
    pub words: Vec<Token>,
    pub matches: Vec<Match<'a>>,
    pub day: Option<Date>,
    /// The country that the report is about, once counted.
    pub focus: Option<Country>,
    /// Last names that the report gives to persons whom no table has, each with the first names: "Ismail Khan".
    pub(super) strangers: Fast<u64, Vec<usize>>,
    /// Whether each word may be a first name: see [`View::first_name`]. Empty outside a whole report, where each is looked up.
    pub(super) first_names: Vec<bool>,
    /// Runs of words that are a stranger's name: see [`View::name_strangers`].
    pub named_strangers: Vec<(usize, usize)>,
    /// True once `matches` are those of the whole text.
    matched: bool,
}

impl<'a> View<'a> {
    /// Reads the report once.
    pub(crate) fn new(actors: &'a Actors, scene: Scene<'a>) -> Self {
        let words = tokens(&scene.report.text);
        let day = scene.report.published;
        let strangers = Fast::default();
        let mut view = Self {
            actors,
            scene,
            words,
            matches: Vec::new(),
            day,
            focus: None,
            strangers,
            first_names: Vec::new(),
            named_strangers: Vec::new(),
            matched: false,
        };
        view.close_points();
        view.part_sentences();
        view.first_names = (0..view.words.len()).map(|at| view.first_name(at)).collect();
        view.meet_strangers();
        view.match_names();
        view
    }

    fn match_names(&mut self) {
        self.matched = false;
        self.matches = self.matches_in(0, self.words.len());
        self.matched = true;
        self.named_strangers = self.name_strangers();
    }

    /// Takes note of the country that the report is about, which decides between actors of one name.
    pub(crate) fn set_focus(&mut self, focus: Option<Country>) {
        self.focus = focus;
        if self.matches.iter().any(|m| m.rival.is_some()) {
            self.match_names();
        }
    }

    /// No name runs from one sentence into the next, also where no mark stands between them.
    fn part_sentences(&mut self) {
        let mut at = 0;
        for sentence in self.scene.sentences {
            at += self.words.get(at..).unwrap_or(&[]).partition_point(|t| t.start < sentence.start);
            if let Some(token) = self.words.get_mut(at) {
                token.gap = Gap::Break;
            }
        }
    }

    /// "Mr. Assad", "George W. Bush": the point ends no sentence.
    fn close_points(&mut self) {
        let text = &self.scene.report.text;
        for at in 1..self.words.len() {
            let initial = self.words.get(at - 1).zip(self.words.get(at)).is_some_and(|(a, b)| {
                a.end - a.start == 1 && a.caps != Caps::Lower && text.get(a.end..b.start) == Some(". ")
            });
            if (initial || self.small(at - 1).any(Classes::POINT))
                && let Some(token) = self.words.get_mut(at)
                && token.gap == Gap::Break
            {
                token.gap = Gap::Space;
            }
        }
    }

    /// What stands between word `at` and the one before it.
    pub(crate) fn gap_text(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|p| self.words.get(p)).map_or(0, |t| t.end);
        let to = self.words.get(at).map_or(from, |t| t.start);
        self.scene.report.text.get(from..to).unwrap_or("")
    }

    /// The same for words that stand outside the report's text, such as its title.
    pub(crate) fn of_words(actors: &'a Actors, scene: Scene<'a>, text: &str) -> Self {
        let mut view = Self {
            actors,
            scene,
            words: tokens(text),
            matches: Vec::new(),
            day: scene.report.published,
            focus: None,
            strangers: Fast::default(),
            first_names: Vec::new(),
            named_strangers: Vec::new(),
            matched: false,
        };
        view.matches = view.matches_in(0, view.words.len());
        view
    }

    /// The words of a span: numbers of the first and of the one past the last.
    pub(crate) fn range(&self, span: Span) -> (usize, usize) {
        let from = self.words.partition_point(|t| t.end <= span.start);
        let to = self.words.partition_point(|t| t.start < span.end);
        (from, to.max(from))
    }

    /// The classes of a word.
    pub(crate) fn small(&self, at: usize) -> Classes {
        self.words.get(at).map_or(Classes::default(), |t| self.actors.small.of(t.word))
    }

    /// True where the word at `at` follows the one before it without any mark.
    pub(crate) fn joined(&self, at: usize) -> bool {
        at > 0 && self.words.get(at).is_some_and(|t| matches!(t.gap, Gap::Space | Gap::Hyphen))
    }

    /// True for a word with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|t| t.caps != Caps::Lower)
    }

    /// Every known name among the words `from` up to `to`, longest first come, not overlapping.
    pub(crate) fn matches_in(&self, from: usize, to: usize) -> Vec<Match<'a>> {
        if let Some(known) = self.whole_matches(from, to) {
            return known.to_vec();
        }
        let mut found = Vec::new();
        let mut at = from;
        while at < to {
            match self.name_at(at, to) {
                Some(name) => {
                    at = name.to;
                    found.push(name);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The names of the whole text among the words `from` up to `to`, where none of them runs over either end.
    fn whole_matches(&self, from: usize, to: usize) -> Option<&[Match<'a>]> {
        let first = self.matches.partition_point(|m| m.from < from);
        let last = self.matches.partition_point(|m| m.from < to);
        let before = first.checked_sub(1).and_then(|n| self.matches.get(n));
        let within = self.matches.get(first..last)?;
        let cut = before.is_some_and(|m| m.to > from) || within.last().is_some_and(|m| m.to > to);
        (self.matched && !cut).then_some(within)
    }

    fn name_at(&self, at: usize, to: usize) -> Option<Match<'a>> {
        let found = self.actors.lexicon.longest(&self.words, at, to, self.actors.the)?;
        let uses = self.actors.lexicon.uses(&found, &self.words).filter_map(|n| self.actors.entry(n));
        let uses = uses.filter(|e| match e.class {
            Class::Leader => self.person_fits(e, found.from, found.to),
            // "Dawn" in "Bangsa Dawn Front" is no newspaper.
            Class::Body if found.to == found.from + 1 => !self.within_name(found.from),
            // "SDF" in 2010 are no Syrian Democratic Forces of 2015.
            Class::Group if found.to == found.from + 1 => !self.to_come(e),
            _ => true,
        });
        let rank = |e: &Entry| (!e.own_on(self.day), self.unlikeliness(e));
        let uses: Vec<&Entry> = uses.collect();
        let entry = uses.iter().copied().min_by_key(|e| rank(e))?;
        let other = |e: &Entry| e.name != entry.name || e.country != entry.country;
        let rival = |e: &&&Entry| e.named() && other(e) && e.id != entry.id && rank(e) == rank(entry);
        let rival = uses.iter().find(rival).copied();
        Some(Match { from: found.from, to: found.to, entry, own: self.own(found.from, found.to), rival })
    }

    /// True for a group that comes into being more than a year after the report.
    fn to_come(&self, e: &Entry) -> bool {
        let founded = e.from.zip(self.day);
        founded.is_some_and(|(from, day)| from > day) && e.days_off(self.day) > 366
    }

    /// Smaller for the reading that a name more likely has: known actors before countries before roles, then by term and focus.
    fn unlikeliness(&self, e: &Entry) -> (u8, i32, bool) {
        let class = match e.class {
            Class::Country | Class::Metonym => 0,
            Class::Group | Class::Body => 1,
            Class::Capital | Class::Demonym | Class::Nationals => 2,
            Class::Leader => 3,
            Class::Place => 4,
            Class::Role(Sort::Title) => 5,
            Class::Role(_) => 6,
        };
        (class, e.days_off(self.day), e.country.is_some() && e.country != self.focus)
    }

    /// A lone surname is a leader's only in his time, and not between words of another name.
    fn person_fits(&self, e: &Entry, from: usize, to: usize) -> bool {
        if to - from > 1 {
            return e.name.split(' ').count() == to - from || !self.runs_on(to);
        }
        if self.is_strangers(e, from) {
            return false;
        }
        const LONG_AGO: i32 = 366 * 12;
        // Nobody is known by his surname long before he holds an office.
        const BEFORE: i32 = 366 * 2;
        let known = |at: usize| {
            let one = self.actors.lexicon.longest(&self.words, at, at + 1, self.actors.the);
            one.is_some() || self.small(at).any(Classes::HONORIFIC.with(Classes::BOUNDARY).with(Classes::AND))
        };
        let other = |at: usize, joined: bool| joined && self.capital(at) && !known(at);
        let first =
            from.checked_sub(1).is_some_and(|p| other(p, self.joined(from)) && !self.begins_sentence(p));
        let early = e.from.zip(self.day).is_some_and(|(from, day)| day < from);
        let most = if early { BEFORE } else { LONG_AGO };
        e.days_off(self.day) < most && !first && !other(to, self.joined(to))
    }

    /// True where a capital says nothing, since a sentence begins.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        at == 0 || self.words.get(at).is_some_and(|t| t.gap == Gap::Break)
    }

    fn own(&self, from: usize, to: usize) -> bool {
        let hyphen = |at: usize| self.words.get(at).is_some_and(|t| t.gap == Gap::Hyphen);
        let backed = hyphen(to) && self.small(to).any(Classes::BACKED);
        let pro = hyphen(from) && from.checked_sub(1).is_some_and(|p| self.small(p).any(Classes::PRO));
        !backed && !pro
    }

    /// The known names that lie within words `from` up to `to` of the whole report.
    pub(crate) fn between(&self, from: usize, to: usize) -> &[Match<'a>] {
        let first = self.matches.partition_point(|m| m.from < from);
        let last = self.matches.partition_point(|m| m.from < to);
        self.matches.get(first..last).unwrap_or(&[])
    }

    /// The text of words `from` up to `to`.
    pub(crate) fn text(&self, from: usize, to: usize) -> &'a str {
        let start = self.words.get(from).map_or(0, |t| t.start);
        let end = to.checked_sub(1).and_then(|n| self.words.get(n)).map_or(0, |t| t.end);
        self.scene.report.text.get(start..end).unwrap_or("")
    }

    /// The number of the sentence that word `at` stands in; 0 outside all.
    pub(crate) fn sentence_number(&self, at: usize) -> usize {
        let start = self.words.get(at).map_or(0, |t| t.start);
        self.scene.sentence_of(Span::new(start, start)).unwrap_or(0)
    }

    /// True where quotation marks are open at word `at`, counted from the beginning of its sentence.
    pub(crate) fn quoted(&self, at: usize) -> bool {
        let start = self.sentence(at).0.max(at.saturating_sub(QUOTE));
        let from = self.words.get(start).map_or(0, |t| t.start);
        let to = self.words.get(at).map_or(from, |t| t.start);
        let from = self.words.get(start.wrapping_sub(1)).map_or(0, |t| t.end).min(from);
        let text = self.scene.report.text.get(from..to).unwrap_or("");
        let open = text.chars().filter(|c| *c == '“').count() > text.chars().filter(|c| *c == '”').count();
        open || text.chars().filter(|c| *c == '"').count() % 2 == 1
    }

    /// The words of the sentence that word `at` stands in.
    pub(crate) fn sentence(&self, at: usize) -> (usize, usize) {
        let start = self.words.get(at).map_or(0, |t| t.start);
        let number = self.scene.sentence_of(Span::new(start, start));
        let span = number.and_then(|n| self.scene.sentences.get(n)).copied();
        span.map_or((at, at), |s| self.range(s))
    }
}
