//! "The city", "the capital", "the hospital": places named elsewhere in the report.

use crate::gazetteer::Place;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;

/// A place that the report has named, in the order of the text; headline and dateline come first.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// First byte in the text.
    pub at: usize,
    /// True for names in the text; false for those of the headline or the dateline.
    pub in_text: bool,
    /// The name as published.
    pub name: String,
    /// The place; none where the gazetteer lacks it.
    pub place: Option<Place>,
    /// What the words call it.
    pub called: Option<Class>,
    /// Number of its sentence.
    pub sentence: Option<usize>,
    /// True where a word such as "in" or "near" says that it is a place.
    pub located: bool,
}

/// How many places back, or ahead, are looked at: more than a news report has, few enough for any text.
pub(super) const REACH: usize = 400;

/// The places before byte `at`, nearest first, and those behind it.
fn beside(named: &[Named], at: usize) -> (impl Iterator<Item = &Named>, impl Iterator<Item = &Named>) {
    let (before, behind) = named.split_at(named.partition_point(|n| n.at < at));
    (before.iter().rev().take(REACH), behind.iter().take(REACH))
}

/// The place that "the {class}" at byte `at` means: the last one named before that fits, else one of the headline.
pub(super) fn antecedent(named: &[Named], class: Class, at: usize) -> Option<&Named> {
    let recent = beside(named, at).0.find(|n| n.in_text && n.located && is_called(class, n));
    let same = beside(named, at).0.find(|n| n.called == Some(class) && is_called(class, n));
    // A place called by that very noun wins over a nearer one, unless many words lie between.
    let same = same.filter(|s| recent.is_none_or(|r| r.at.saturating_sub(s.at) < 400));
    let mut heads = named.iter().take(REACH).take_while(|n| !n.in_text);
    same.or(recent).or_else(|| heads.find(|n| is_called(class, n)))
}

fn is_called(class: Class, named: &Named) -> bool {
    let Some(place) = &named.place else { return named.called == Some(class) };
    let kind = place.kind;
    match class {
        Class::City => kind.is_town() && named.called != Some(Class::Town),
        Class::Town => kind == Kind::Town || kind == Kind::District,
        Class::Quarter => kind == Kind::District || named.called == Some(Class::Quarter),
        Class::Admin1 => matches!(kind, Kind::Admin1 | Kind::Region | Kind::Island),
        Class::Admin2 => matches!(kind, Kind::Admin2 | Kind::Admin3 | Kind::Admin1),
        Class::Country => kind == Kind::Country,
        Class::Capital => kind == Kind::Capital,
        _ => kind.is_town() || matches!(kind, Kind::District | Kind::Site),
    }
}

/// True where the sentence of byte `at` names that country.
pub(super) fn names_country(named: &[Named], country: &str, sentence: Option<usize>, at: usize) -> bool {
    let here = |n: &Named| n.in_text && n.sentence.is_some() && n.sentence == sentence;
    let is_it = |p: &Place| p.kind == Kind::Country && p.country == country;
    let (mut before, mut behind) = beside(named, at);
    let mut fits = |n: &Named| here(n) && n.place.as_ref().is_some_and(is_it);
    before.any(&mut fits) || behind.any(&mut fits)
}

/// The place that a sentence gives to a site in it: the nearest before the site, else the nearest behind.
pub(super) fn holder(named: &[Named], sentence: Option<usize>, at: usize) -> Option<&Named> {
    let here = |n: &&Named| n.in_text && n.located && n.sentence.is_some() && n.sentence == sentence;
    let broad =
        |p: &Place| matches!(p.kind, Kind::Country | Kind::Water | Kind::Border) || p.radius_km > 250.0;
    let small = |n: &&Named| n.place.as_ref().is_some_and(|p| !broad(p));
    let (mut before, mut behind) = beside(named, at);
    before.find(|n| here(n) && small(n)).or_else(|| behind.find(|n| here(n) && small(n)))
}
