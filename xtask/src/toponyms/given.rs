//! The toponyms given: how far from each toponym that has coordinates the resolver puts it.

use super::{Article, LOST, WITHIN, median, name, point, share};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::gazetteer::geometry::distance_km;
use dateline_events::places::{Resolution, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::span::Span;

/// What became of one toponym.
struct Outcome {
    error: f64,
    /// A place of that name within 161 km is in the gazetteer.
    held: bool,
    resolved: bool,
}

/// The figures of a corpus, for reading.
pub fn measure(gazetteer: &Gazetteer, articles: &[Article], errors: bool) -> String {
    let outcomes = articles.iter().flat_map(|article| of_article(gazetteer, article, errors));
    figures(&outcomes.collect::<Vec<_>>())
}

fn of_article(gazetteer: &Gazetteer, article: &Article, errors: bool) -> Vec<Outcome> {
    let Article { report, sentences, toponyms } = article;
    let gold: Vec<(Span, (f64, f64))> = toponyms.iter().filter_map(|t| Some((t.span, t.point?))).collect();
    let mentions: Vec<Span> = gold.iter().map(|(span, _)| *span).collect();
    let answers = resolve_report(gazetteer, &Scene { report, sentences }, &mentions);
    let judged = gold.iter().zip(&answers);
    judged
        .map(|((span, gold), answer)| {
            let words = span.of(&report.text);
            let outcome = judge(gazetteer, words, *gold, answer);
            if errors && outcome.error > WITHIN[0] {
                println!(
                    "{words}\t{gold:?}\t{}\t{:.0} km\theld {}\t{}",
                    name(answer),
                    outcome.error,
                    outcome.held,
                    answer.why.rule
                );
            }
            outcome
        })
        .collect()
}

fn judge(gazetteer: &Gazetteer, words: &str, gold: (f64, f64), answer: &Resolution) -> Outcome {
    let found = point(answer);
    let mut named = gazetteer.candidates(words).into_iter().map(|c| (c.place.lat, c.place.lon));
    Outcome {
        error: found.map_or(LOST, |place| distance_km(place, gold)),
        held: named.any(|place| distance_km(place, gold) <= WITHIN[0]),
        resolved: found.is_some(),
    }
}

fn figures(outcomes: &[Outcome]) -> String {
    let within = |km: f64, held: bool| outcomes.iter().filter(|o| o.error <= km && (o.held || !held)).count();
    let (all, held) = (outcomes.len(), outcomes.iter().filter(|o| o.held).count());
    let resolved = outcomes.iter().filter(|o| o.resolved).count();
    format!(
        "{all} toponyms, {resolved} resolved; within 161 km {:.3}, within 10 km {:.3}, median error {:.1} km; \
         the gazetteer holds {:.3}, of these within 161 km {:.3}, within 10 km {:.3}",
        share(within(WITHIN[0], false), all),
        share(within(WITHIN[1], false), all),
        median(outcomes.iter().map(|o| o.error).collect()),
        share(held, all),
        share(within(WITHIN[0], true), held),
        share(within(WITHIN[1], true), held),
    )
}
