//! What stands beside a name: "Russian President" before it, "the mayor of Kherson" after its comma.

use super::entry::{Class, Sort};
use super::phrase::read;
use super::reading::{Naming, Reading};
use super::small::Classes;
use super::token::Gap;
use super::view::{Match, View};

/// Longest apposition that is looked at, in words.
const LONGEST: usize = 12;

/// Fills in what the words before and after the mention `from` up to `to` say of it.
pub(crate) fn look_around<'a>(view: &View<'a>, reading: &mut Reading<'a>, from: usize, to: usize) {
    let settled = reading.country.is_some() && reading.sector.is_some() || reading.stateless;
    if settled && !reading.person() {
        return;
    }
    let (start, end) = view.sentence(from);
    // "in Paris the minister": an article begins a phrase of its own.
    let begins = view.small(from).any(Classes::ARTICLE.with(Classes::DEFINITE));
    if let Some(first) = title_before(view, from, start).filter(|_| !begins) {
        complete(reading, &read(view, first, to));
    }
    if !reading.person() {
        return;
    }
    if let Some((first, last)) = after_comma(view, to, end) {
        complete(reading, &read(view, first, last));
    }
    if let Some((first, last)) = before_comma(view, from, start) {
        complete(reading, &read(view, first, last));
    }
    if let Some((first, last)) = after_preposition(view, to, end) {
        let mut body = read(view, first, last);
        if body.sector == Some("JRN") {
            // An agency's reporter need not be of its country.
            (body.country, body.stateless) = (None, false);
        }
        complete(reading, &body);
    }
}

/// All words that say who somebody is: the mention's own, and the appositions on both sides.
pub(crate) fn described(view: &View<'_>, from: usize, to: usize) -> Vec<(usize, usize)> {
    let (start, end) = view.sentence(from);
    let title = title_before(view, from, start).map(|first| (first, from));
    let around = [title, after_comma(view, to, end), before_comma(view, from, start)];
    std::iter::once((from, to)).chain(around.into_iter().flatten()).collect()
}

/// Takes from an apposition what is missing.
fn complete<'a>(reading: &mut Reading<'a>, other: &Reading<'a>) {
    let useful = matches!(other.naming, Naming::Role | Naming::Person | Naming::Known | Naming::State);
    if !useful || (other.naming == Naming::State && reading.naming == Naming::Person) {
        return;
    }
    if reading.person() {
        reading.beside = reading.beside.or(other.role);
    }
    if reading.country.is_some() && reading.sector.is_some() || reading.stateless {
        return;
    }
    if reading.sector.is_none() && other.sector.is_some() {
        (reading.sector, reading.kind, reading.role) = (other.sector, other.kind, other.role);
    }
    reading.take_country(other.country, "words beside the name", other.data);
    reading.stateless |= reading.country.is_none() && other.stateless;
}

/// Where a run of titles and adjectives begins that ends just before the mention: "Malaysian Transport Minister", "the Russian
/// ambassador to Afghanistan". Looks no farther back than [`LONGEST`] words: every title of a text that holds nothing else would go
/// back to its beginning.
fn title_before(view: &View<'_>, from: usize, start: usize) -> Option<usize> {
    let low = start.max(from.saturating_sub(LONGEST));
    let ending = |at: usize| view.between(low, at).iter().rfind(|m| m.to == at);
    let title = |m: &Match<'_>| matches!(m.entry.class, Class::Role(_));
    let mut first = from;
    let mut last_is_title = false;
    while first > low && view.joined(first) {
        first = match ending(first) {
            // "to Afghanistan" between the title and the name.
            Some(m) if m.entry.national() && complement(view, m.from, low).is_some() => {
                complement(view, m.from, low).unwrap_or(m.from)
            }
            Some(m) if !view.small(m.from).any(Classes::BOUNDARY) => {
                last_is_title = title(m);
                m.from
            }
            None if view.small(first - 1).any(Classes::HONORIFIC) => first - 1,
            None if portfolio(view, first, low).is_some() => portfolio(view, first, low).unwrap_or(first),
            // "Transport" before "Minister": a word of the title that no table has.
            None if last_is_title && view.capital(first - 1) && first - 1 > start => first - 1,
            _ => break,
        };
    }
    (first < from).then_some(first)
}

/// Where a title begins that "to" or "of" and the place at word `at` complete.
fn complement(view: &View<'_>, at: usize, low: usize) -> Option<usize> {
    let preposition = at.checked_sub(1).filter(|p| *p > low && view.small(*p).any(Classes::BOUNDARY))?;
    let title = view.between(low, preposition).iter().rfind(|m| m.to == preposition)?;
    matches!(title.entry.class, Class::Role(Sort::Title | Sort::People)).then_some(title.from)
}

/// Where a title begins whose portfolio, which no table has, ends before word `at`: "Minister for Food and Water Security".
fn portfolio(view: &View<'_>, at: usize, low: usize) -> Option<usize> {
    let of_it = |at: usize| view.capital(at) || view.small(at).any(Classes::AND);
    let preposition = (low + 1..at).rev().find(|p| !of_it(*p) || !view.joined(*p))?;
    let leads = matches!(view.text(preposition, preposition + 1), "for" | "of") && preposition + 1 < at;
    let title = view.between(low, preposition).iter().rfind(|m| m.to == preposition)?;
    (leads && title.entry.sort() == Some(Sort::Title)).then_some(title.from)
}

/// The words of an apposition after the mention's comma.
fn after_comma(view: &View<'_>, to: usize, end: usize) -> Option<(usize, usize)> {
    let comma = |at: usize| view.words.get(at).is_some_and(|t| t.gap == Gap::Comma);
    if to >= end || !comma(to) {
        return None;
    }
    let stop = (to + 1..end.min(to + LONGEST))
        .find(|at| view.words.get(*at).is_some_and(|t| t.gap != Gap::Space && t.gap != Gap::Hyphen));
    let last = stop.unwrap_or(end.min(to + LONGEST));
    let last = (to + 1..last).find(|at| clause_begins(view, *at)).unwrap_or(last);
    let opens = view.small(to).any(Classes::ARTICLE.with(Classes::FORMER).with(Classes::HONORIFIC))
        || !view.between(to, to + 1).is_empty();
    opens.then_some((to, last))
}

/// True where a clause begins whose parties are others: "who told the Russians", "investigating the murder".
fn clause_begins(view: &View<'_>, at: usize) -> bool {
    let word = view.text(at, at + 1);
    let relative = matches!(word, "who" | "which" | "that" | "whose" | "whom" | "where" | "when");
    let known = view.between(at.saturating_sub(LONGEST), at + 1).iter().any(|m| m.from <= at && at < m.to);
    relative || (!known && word.ends_with("ing") && !view.capital(at))
}

/// Whom the words behind a person's name say that he belongs to: "of Amnesty International", "from the justice ministry". Not "of
/// Jordan": who comes from a place need not be of it.
fn after_preposition(view: &View<'_>, to: usize, end: usize) -> Option<(usize, usize)> {
    if to >= end || !view.joined(to) || !matches!(view.text(to, to + 1), "of" | "from" | "with") {
        return None;
    }
    let first = (to + 1..end.min(to + 3)).find(|at| !view.small(*at).any(Classes::ARTICLE))?;
    let near = view.between(first, end.min(first + LONGEST));
    let named = near.iter().find(|m| m.from == first)?;
    let belongs = |m: &&Match<'_>| {
        matches!(m.entry.class, Class::Group | Class::Body) || m.entry.sort() == Some(Sort::Body)
    };
    // "of the Syrian foreign ministry": a country may stand before the body.
    let country = named.entry.national().then(|| near.iter().find(|m| m.from == named.to)).flatten();
    let body = [Some(named), country].into_iter().flatten().find(belongs)?;
    Some((first, body.to))
}

/// The words of an apposition that ends with a comma before the mention.
fn before_comma(view: &View<'_>, from: usize, start: usize) -> Option<(usize, usize)> {
    let gap = |at: usize| view.words.get(at).map(|t| t.gap);
    if from <= start || gap(from) != Some(Gap::Comma) {
        return None;
    }
    let low = start.max(from.saturating_sub(LONGEST));
    let first =
        (low..from).rev().find(|at| *at == start || matches!(gap(*at), Some(Gap::Comma | Gap::Break)))?;
    // "said" and the like would make it a clause and no apposition.
    let clause = (first..from).any(|at| view.small(at).any(Classes::FORCE_VERB));
    (!clause).then_some((first, from))
}
