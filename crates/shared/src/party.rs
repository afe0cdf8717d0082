//! What words for a party mean.

use dateline_events::parties::pointing::Part;
use dateline_events::parties::{Actors, PartyMention, PartyReading, StateCodes, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use jiff::civil::Date;
use serde_json::{Value, json};

/// The party that `words` name in a report of that day whose headline names that country.
pub fn resolve(
    actors: &Actors,
    words: &str,
    published: Option<Date>,
    country: Option<String>,
) -> PartyReading {
    let report = Report { text: words.to_owned(), title: country, published, ..Report::default() };
    let span = Span::new(0, words.len());
    let scene = Scene { report: &report, sentences: &[span] };
    let mention = PartyMention { span, sentence: 0, sector_hint: None, part: Part::Unknown };
    resolve_report(actors, &scene, &[mention]).remove(0)
}

/// The party, the numbers of its state, and the rules and tables behind both.
pub fn json(words: &str, found: &PartyReading, codes: Option<&StateCodes>) -> Value {
    json!({"words": words, "who": found.who, "country": found.country, "sector": found.sector, "id": found.id, "or": found.rival,
           "cow": codes.and_then(|c| c.cow), "cow_abbrev": codes.map(|c| &c.cow_abbrev), "gw": codes.and_then(|c| c.gw),
           "rule": found.why.rule, "data": found.why.data,
           "sector_rule": found.sector_why.rule, "sector_data": found.sector_why.data})
}
