//! Names of places in the running text of a report, whether or not an event happened there.
//!
//! They tell which country the report is about, stand near the places to be resolved, and are what "the city" means.

use super::found::Found;
use super::list::listed;
use super::reader::Reader;
use super::token::{Token, tokens};
use crate::gazetteer::kind::Kind;
use crate::gazetteer::titled;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Gazetteer, Place, PlaceId};

/// People above which a town is taken note of without a word such as "in".
const LARGE: u64 = 100_000;

/// A name in the text that places bear.
#[derive(Clone, Debug)]
pub(super) struct Landmark {
    /// First byte in the text; 0 for names in the headline or the dateline.
    pub at: usize,
    /// False for names in the headline or the dateline.
    pub in_text: bool,
    /// The name as published.
    pub name: String,
    /// The places that bear it.
    pub places: Vec<PlaceId>,
    /// Those of them that speak for what the report is about: where the words say what holds it, the ones that it holds.
    pub voters: Vec<PlaceId>,
    /// What the words before or behind call it.
    pub called: Option<Class>,
    /// The name behind a comma or "in": "Lebanon" of "Tripoli, Lebanon".
    pub holder: Option<Vec<PlaceId>>,
    /// True where a word such as "in" or "near" says that it is a place.
    pub located: bool,
    /// True where it stands before a site's noun, and may be a name of the site alone.
    pub weak: bool,
}

/// Finds the names in `text`, in its order; `offset` is added to their positions.
pub(super) fn scan(gazetteer: &Gazetteer, text: &str, in_text: bool) -> Vec<Landmark> {
    let tokens = tokens(text);
    let reader = Reader { gazetteer, text, running: true };
    let names = reader.names(&tokens);
    let listed = listed(gazetteer, &tokens, &names);
    let mut landmarks = Vec::new();
    for ((n, found), listed) in names.iter().enumerate().zip(listed) {
        let Some(words) = tokens.get(found.first..found.end) else { continue };
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        if reader.is_other_thing(&tokens, found) {
            continue;
        }
        let called = called(gazetteer, &tokens, found);
        // A village that the gazetteer lacks may still be what "the village" means later on.
        if found.places.is_empty() && !(in_text && matches!(called, Some(Class::City | Class::Town))) {
            continue;
        }
        let located = is_located(gazetteer, &tokens, found);
        landmarks.push(Landmark {
            at: if in_text { first.start } else { 0 },
            in_text,
            name: text.get(first.start..last.end).unwrap_or_default().to_string(),
            places: found.places.clone(),
            voters: found.places.clone(),
            called,
            holder: holder(&tokens, found, names.get(n + 1).filter(|_| !listed)),
            located,
            weak: tokens.get(found.end).is_some_and(|t| reader.is(t, Class::Facility)),
        });
    }
    landmarks
}

impl Reader<'_> {
    /// True where what follows makes another thing of the name: "West Nile virus", "the Bay Area".
    fn is_other_thing(&self, tokens: &[Token], found: &Found) -> bool {
        let Some(after) = tokens.get(found.end) else { return false };
        let longer = found.end == found.first + 1 && self.lengthens(after);
        self.is(after, Class::Namesake) || (longer && !is_famous(self.gazetteer, &found.places))
    }
}

/// Sites with a name ("Shayrat air base", "the Splendid Hotel"), each with the byte that it begins at.
pub(super) fn sites(gazetteer: &Gazetteer, text: &str) -> Vec<(usize, String)> {
    let tokens = tokens(text);
    let words = gazetteer.words();
    let mut sites = Vec::new();
    for (n, noun) in tokens.iter().enumerate().filter(|(_, t)| words.is(&t.lower, Class::Facility)) {
        let passes = |t: &&Token| {
            !t.is_mark()
                && !words.is(&t.lower, Class::Link)
                && !words.is(&t.lower, Class::Lead)
                && !t.possessive
        };
        let before = tokens.get(n.saturating_sub(5)..n).unwrap_or_default();
        let run: Vec<&Token> = before.iter().rev().take_while(passes).collect();
        // At most two common words between the name and the noun; nothing but the name before that.
        let common = run.iter().take_while(|t| !t.capital).count();
        let named = run.iter().skip(common).take_while(|t| t.capital).count();
        let first = run.get((common + named).saturating_sub(1)).filter(|_| named > 0 && common <= 2);
        if let Some(first) = first {
            let label = text.get(first.start..noun.end).unwrap_or_default();
            sites.push((first.start, label.to_string()));
        }
    }
    sites
}

/// A headline as it would stand in a text: without the underscores and lower case of addresses.
pub(super) fn headline(title: &str) -> String {
    let spaced = title.replace('_', " ");
    if spaced.chars().any(char::is_uppercase) { spaced } else { titled(&spaced) }
}

fn is_located(gazetteer: &Gazetteer, tokens: &[Token], found: &Found) -> bool {
    let words = gazetteer.words();
    let mut before = tokens.get(..found.first).unwrap_or_default().iter().rev();
    // "in the rebel-held east of X": look past what may stand between.
    let joined = before.by_ref().take(4).find(|t| {
        let passed = ["the", "and", "rebel-held", "nearby"].contains(&t.lower.as_str());
        !passed && !words.is(&t.lower, Class::Direction) && !words.is(&t.lower, Class::State)
    });
    // "by" and "with" join people as well.
    let locates =
        |t: &Token| words.is(&t.lower, Class::Link) && !["by", "with", "where"].contains(&t.lower.as_str());
    let after = tokens.get(found.end);
    let holder = after.is_some_and(|t| t.text == "," || words.is(&t.lower, Class::Admin1));
    joined.is_some_and(locates) || (holder && joined.is_none())
}

fn called(gazetteer: &Gazetteer, tokens: &[Token], found: &Found) -> Option<Class> {
    const TYPES: [Class; 5] = [Class::City, Class::Town, Class::Quarter, Class::Admin1, Class::Admin2];
    let class = |t: &Token| TYPES.into_iter().find(|c| gazetteer.words().is(&t.lower, *c));
    // "the Texas city of Dallas" does not call Texas a city.
    let another = tokens.get(found.end + 1).is_some_and(|t| t.lower == "of");
    if let Some(class) = tokens.get(found.end).and_then(class).filter(|_| !another) {
        return Some(class);
    }
    let of = found.first.checked_sub(1).and_then(|n| tokens.get(n)).filter(|t| t.lower == "of");
    let before = if of.is_some() { found.first.checked_sub(2) } else { found.first.checked_sub(1) };
    before.and_then(|n| tokens.get(n)).and_then(class)
}

fn holder(tokens: &[Token], found: &Found, next: Option<&Found>) -> Option<Vec<PlaceId>> {
    let next = next?;
    let between = tokens.get(found.end..next.first)?;
    let joins = matches!(between, [t] if t.text == "," || t.lower == "in")
        || matches!(between, [a, b] if (a.text == "," || a.lower == "in") && ["in", "the"].contains(&b.lower.as_str()));
    joins.then(|| next.places.clone())
}

/// True where a place of the name may be meant although no word says so.
pub(super) fn is_famous(gazetteer: &Gazetteer, places: &[PlaceId]) -> bool {
    let places: Vec<Place> = places.iter().filter_map(|id| gazetteer.place(*id)).collect();
    // A province called after its town is as famous as the town: Vladimir is a first name too.
    let of_town = |p: &Place| {
        let town = |t: &Place| t.kind.is_town() && (&t.country, &t.admin1) == (&p.country, &p.admin1);
        p.kind == Kind::Admin1 && places.iter().any(town)
    };
    let great = |p: &Place| {
        matches!(p.kind, Kind::Country | Kind::Capital) || (p.population > 1_000_000 && !of_town(p))
    };
    places.iter().any(great)
}

/// True where a place of the name is large enough to be meant although no word says so.
pub(super) fn is_large(gazetteer: &Gazetteer, places: &[PlaceId]) -> bool {
    places
        .iter()
        .any(|id| gazetteer.place(*id).is_some_and(|p| p.population > LARGE || p.kind == Kind::Country))
}
