//! Geoparsing end to end: the product finds the toponyms in the text itself, then resolves them.
//!
//! A name that was found counts where it shares a character with a toponym of the corpus, one to one. Demonyms ("Russian"),
//! which LGL marks and the codebook does not take for places, count as missed in the first figures and are left out
//! of the second. Where LGL gives a toponym no coordinates, neither it nor the name found there counts in what is resolved.

use super::pairs::{Pair, pairs};
use super::{Article, LOST, WITHIN, median, name, point, share};
use dateline_events::gazetteer::geometry::distance_km;
use dateline_events::gazetteer::{Gazetteer, Kind};
use dateline_events::places::{find_toponyms, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::span::Span;

/// A toponym of the corpus, a name that was found, or both where they are one.
#[derive(Clone, Copy)]
struct Item {
    pair: Pair,
    /// The corpus says where it is; true for a name that is not in the corpus.
    placed: bool,
    demonym: bool,
    /// Kilometres, where it was found and is placed.
    error: Option<f64>,
}

/// The figures of a corpus, for reading.
pub fn measure(gazetteer: &Gazetteer, articles: &[Article], errors: bool) -> String {
    let items: Vec<Item> =
        articles.iter().flat_map(|article| of_article(gazetteer, article, errors)).collect();
    let places: Vec<Item> = items.iter().copied().filter(|i| !i.demonym).collect();
    let demonyms = items.len() - places.len();
    format!("{}\n  without the {demonyms} demonyms: {}", figures(&items), figures(&places))
}

fn of_article(gazetteer: &Gazetteer, article: &Article, errors: bool) -> Vec<Item> {
    let Article { report, sentences, toponyms } = article;
    let scene = Scene { report, sentences };
    let found = find_toponyms(gazetteer, &scene);
    let answers = resolve_report(gazetteer, &scene, &found);
    let gold: Vec<Span> = toponyms.iter().map(|t| t.span).collect();
    let item = |pair: Pair| {
        let toponym = pair.gold.and_then(|n| toponyms.get(n));
        let answer = pair.found.and_then(|n| answers.get(n));
        let gold = toponym.and_then(|t| t.point);
        let error = answer.zip(gold).map(|(a, gold)| point(a).map_or(LOST, |p| distance_km(p, gold)));
        let words = |span: Option<Span>| span.map_or("", |s| s.of(&report.text));
        let marked = words(toponym.map(|t| t.span));
        if errors && error.is_none_or(|km| km > WITHIN[0]) {
            let seen = pair.found.and_then(|n| found.get(n).copied());
            let (place, rule) = answer.map_or(("", ""), |a| (name(a), a.why.rule));
            let around = around(&report.text, toponym.map(|t| t.span).or(seen).unwrap_or(Span::new(0, 0)));
            println!("{marked}\t{}\t{gold:?}\t{place}\t{error:.0?} km\t{rule}\t{around}", words(seen));
        }
        let placed = toponym.is_none_or(|t| t.point.is_some());
        Item { pair, placed, demonym: is_demonym(gazetteer, marked), error }
    };
    pairs(&gold, &found).into_iter().map(item).collect()
}

/// A span with some of the words on both sides, on one line.
fn around(text: &str, span: Span) -> String {
    let start = text.floor_char_boundary(span.start.saturating_sub(50));
    let end = text.ceil_char_boundary((span.end + 50).min(text.len()));
    Span::new(start, end).of(text).replace(['\n', '\t'], " ")
}

/// "US" is both: a country here.
fn is_demonym(gazetteer: &Gazetteer, words: &str) -> bool {
    let is_country = || gazetteer.candidates(words).iter().any(|c| c.place.kind == Kind::Country);
    gazetteer.country_of_demonym(words).is_some() && !is_country()
}

fn figures(items: &[Item]) -> String {
    let placed: Vec<Item> = items.iter().copied().filter(|i| i.placed).collect();
    let within = |km: f64| move |i: &Item| i.error.is_some_and(|e| e <= km);
    let matched: Vec<f64> = placed.iter().filter_map(|i| i.error).collect();
    format!(
        "{} toponyms, {} found; finding {}; finding and resolving within 161 km {}, within 10 km {}; \
         of the {} that were found and have coordinates: within 161 km {:.3}, median error {:.1} km",
        items.iter().filter(|i| i.pair.gold.is_some()).count(),
        items.iter().filter(|i| i.pair.found.is_some()).count(),
        scores(items, |i| i.pair.gold.is_some() && i.pair.found.is_some()),
        scores(&placed, within(WITHIN[0])),
        scores(&placed, within(WITHIN[1])),
        matched.len(),
        share(matched.iter().filter(|e| **e <= WITHIN[0]).count(), matched.len()),
        median(matched),
    )
}

/// Precision, recall and F1 of what is `right`.
fn scores(items: &[Item], right: impl Fn(&Item) -> bool) -> String {
    let right = items.iter().filter(|i| right(i)).count();
    let gold = items.iter().filter(|i| i.pair.gold.is_some()).count();
    let found = items.iter().filter(|i| i.pair.found.is_some()).count();
    let (precision, recall) = (share(right, found), share(right, gold));
    format!("P {precision:.3} R {recall:.3} F1 {:.3}", share(2 * right, gold + found))
}
