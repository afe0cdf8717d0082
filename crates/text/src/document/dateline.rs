//! The dateline: where, and often when and by which agency, a report was written.
//!
//! "BEIRUT, Dec. 13 (Agency) -", "KYIV (Northline) —", "DAMASCUS, Syria —", "Aleppo, (Agency) –", "AMMAN: ".

use crate::document::dates::{is_day_or_month, is_month};
use crate::document::lines::is_blank;
use crate::document::vocabulary::{Vocabulary, Where, first_word};
use crate::span::Span;

/// What stands before the first sentence of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, with the dash.
    pub span: Span,
    /// The place, with the country or state where that is given: "DAMASCUS, Syria"; none where only an agency is named.
    pub place: Option<Span>,
    /// The day: "Dec. 13".
    pub date: Option<Span>,
    /// The agency, without its brackets.
    pub agency: Option<Span>,
}

/// The dash comes no later than this, in bytes.
const LONGEST: usize = 140;

/// True where `words` begin with a dateline.
pub(crate) fn begins_with_dateline(words: &str, vocabulary: &Vocabulary) -> bool {
    dateline(words, 0, vocabulary).is_some()
}

/// The dateline that `words`, which stand at byte `offset` of the text, begin with.
pub(crate) fn dateline(words: &str, offset: usize, vocabulary: &Vocabulary) -> Option<Dateline> {
    let dash = dash(words)?;
    let head = Head::of(dash.start, words.get(..dash.start)?);
    let rest = words.get(dash.end..)?.trim_start_matches(is_blank);
    let place = head.place(words);
    let fits = match place {
        None => head.agency.is_some() && head.date.is_none() && head.before_agency == 0,
        Some(place) => {
            let (agency, dated) = (head.agency.map(|span| span.of(words)), head.date.is_some());
            is_place(&Parts { place: place.of(words), agency, dated, colon: dash.colon, rest }, vocabulary)
        }
    };
    let moved = |span: Span| Span::new(span.start + offset, span.end + offset);
    let line = Dateline {
        span: Span::new(offset, offset + dash.end),
        place: place.map(moved),
        date: head.date.map(moved),
        agency: head.agency.map(moved),
    };
    (fits && head.is_clean(words)).then_some(line)
}

/// What closes a dateline, in bytes of the words.
struct Dash {
    start: usize,
    end: usize,
    colon: bool,
}

fn dash(words: &str) -> Option<Dash> {
    let mut near = words.len().min(LONGEST);
    while !words.is_char_boundary(near) {
        near -= 1;
    }
    let near = words.get(..near)?;
    let (mut depth, mut spaced) = (0i32, true);
    for (at, c) in near.char_indices() {
        let rest = near.get(at..)?;
        let after_space = rest.chars().nth(1).is_none_or(char::is_whitespace);
        let length = match c {
            '(' => {
                depth += 1;
                0
            }
            ')' => {
                depth -= 1;
                0
            }
            _ if depth > 0 => 0,
            '—' | '―' => c.len_utf8(),
            '–' if spaced || after_space => c.len_utf8(),
            '-' if rest.starts_with("--") => rest.len() - rest.trim_start_matches('-').len(),
            '-' | '_' if spaced && after_space => 1,
            '-' if near.get(..at)?.ends_with(')') => 1,
            ':' if after_space => return Some(Dash { start: at, end: at + 1, colon: true }),
            _ => 0,
        };
        if length > 0 {
            return Some(Dash { start: at, end: at + length, colon: false });
        }
        spaced = c.is_whitespace();
    }
    None
}

/// The parts of what stands before the dash, in bytes of the words.
struct Head {
    /// Where the agency's bracket begins, or the dash.
    before_agency: usize,
    date: Option<Span>,
    agency: Option<Span>,
    dated_from: usize,
}

impl Head {
    fn of(end: usize, head: &str) -> Self {
        let closed = head.trim_end();
        let bracket = |open: char, close: char| {
            let inside = closed.strip_suffix(close)?;
            let start = inside.rfind(open)?;
            (inside.len() - start <= 60).then(|| (start, Span::new(start + open.len_utf8(), inside.len())))
        };
        let found = bracket('(', ')').or_else(|| bracket('/', '/').filter(|(start, _)| *start > 0));
        let before_agency = found.map_or(end, |(start, _)| start);
        let dated_from = head.get(..before_agency).and_then(first_date_word).unwrap_or(before_agency);
        let date = trimmed_part(head, Span::new(dated_from, before_agency));
        Self { before_agency, date, agency: found.map(|(_, span)| span), dated_from }
    }

    /// The words before the date.
    fn place(&self, words: &str) -> Option<Span> {
        trimmed_part(words, Span::new(0, self.dated_from))
    }

    /// True where the date holds nothing but a date.
    fn is_clean(&self, words: &str) -> bool {
        let Some(date) = self.date else { return true };
        date.of(words).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|word| {
            is_day_or_month(word) || word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "NO" | "DATE")
        })
    }
}

/// `span` without the commas, full stops of sentences and blanks around it; none where nothing is left.
fn trimmed_part(words: &str, span: Span) -> Option<Span> {
    let part = span.of(words);
    let start = part.len() - part.trim_start_matches(|c: char| is_blank(c) || matches!(c, ',' | ';')).len();
    let end = part.trim_end_matches(|c: char| is_blank(c) || matches!(c, ',' | ';' | '|')).len();
    (start < end).then(|| Span::new(span.start + start, span.start + end))
}

/// Where the date begins: a month, a day of the week, or a number with a month after it; "NO DATE" is one as well.
fn first_date_word(head: &str) -> Option<usize> {
    let mut words = head.split_whitespace().peekable();
    let at = |word: &str| word.as_ptr() as usize - head.as_ptr() as usize;
    let mut first = true;
    while let Some(word) = words.next() {
        let numbered =
            word.starts_with(|c: char| c.is_ascii_digit()) && words.peek().is_some_and(|next| is_month(next));
        let unknown = word == "NO" && words.peek().is_some_and(|next| next.starts_with("DATE"));
        if !first && (numbered || unknown || is_day_or_month(word)) {
            return Some(at(word));
        }
        first = false;
    }
    None
}

/// What a dateline is judged by.
struct Parts<'a> {
    place: &'a str,
    agency: Option<&'a str>,
    dated: bool,
    colon: bool,
    rest: &'a str,
}

/// True where the place can be where a report was written. Capitals, a date and an agency each speak for it; without
/// any of them there is no dateline.
fn is_place(parts: &Parts<'_>, vocabulary: &Vocabulary) -> bool {
    let Parts { place, agency, dated, colon, rest } = *parts;
    let words = place.split_whitespace().count();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let city = place.split([',', '(']).next().unwrap_or("").trim();
    let shouted = !city.chars().any(char::is_lowercase);
    let allowed = |c: char| {
        c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | ',' | '/' | '(' | ')' | '\n')
    };
    let named = place.starts_with(char::is_uppercase) && place.split_whitespace().all(is_name_part);
    if words > 7 || letters < 3 || !named || !place.chars().all(allowed) {
        return false;
    }
    let fresh = rest
        .trim_start_matches(['"', '“', '\'', '‘'])
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let by_agency =
        agency.is_some_and(|name| vocabulary.is_agency(name) || (words <= 3 && name.contains(' ')));
    let loud = !rest.chars().take(40).any(char::is_lowercase);
    let label = vocabulary.lists(Where::NotPlace, &city.to_lowercase()) || vocabulary.is_agency(city);
    match shouted {
        _ if label || (colon && (agency.is_some() || dated)) => false,
        true => agency.is_some() || dated || (words <= if colon { 2 } else { 5 } && fresh && !loud),
        false => by_agency || (dated && fresh && !vocabulary.opens(first_word(place))),
    }
}

fn is_name_part(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let particle =
        matches!(bare, "al" | "el" | "de" | "of" | "and" | "the" | "la" | "on" | "upon" | "near" | "");
    let article = bare
        .split_once('-')
        .is_some_and(|(article, name)| article.len() <= 3 && name.starts_with(char::is_uppercase));
    particle || article || bare.starts_with(char::is_uppercase)
}
