//! Whatever the words and whatever the day of publication, times are found and resolved without a panic, lie within 1900
//! to 2100 and do not run backwards.

use dateline_events::scene::Scene;
use dateline_events::times::{Anchors, Interval, Moment, Partial, Reading, Tense, find, resolve};
use dateline_text::report::Report;
use dateline_text::span::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const WORDS: &str = "on in since until by before after between from to and or - , . ; ' the a an last next past this \
    coming previous preceding same that following early mid late end start beginning middle of two three few several \
    couple one first second third fourth half quarter 1 3 5 12 31 32 99999999999999999999 2012 2012-02-30 2012-11 1899 \
    2101 1900 2100 1434 1318 1524 '90s week weeks weekend fortnight month months year years decade decades hours day \
    days ago earlier later ahead come now then date from Friday Sat. Monday every May march February Sept. 29 30 24 th \
    's overnight yesterday today tomorrow tonight dawn night morning 11:40 25:61 a.m. o'clock 31/12/2012 3/4 2011/12 \
    9999-12-31 1980s spring winter summer within for as far so attack eve Ramadan Muharram Sha'ban AH Eid al-Fitr \
    Ashura Easter Good Christmas New Year Nowruz Orthodox hijri é – ‘ \u{200f} 9 times straight row no than";

fn words() -> impl Strategy<Value = String> {
    let known: Vec<String> = WORDS.split_whitespace().map(str::to_owned).collect();
    let word = prop_oneof![12 => proptest::sample::select(known), 1 => "\\PC{0,6}"];
    let glue = prop_oneof![6 => Just(" "), 1 => Just(""), 1 => Just("\n")];
    proptest::collection::vec((word, glue), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(word, glue)| word + glue).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => words(), 1 => "\\PC{0,60}", 1 => any::<String>()]
}

/// Any day that may stand in a report, the first and the last of those that count among them.
fn published() -> impl Strategy<Value = Option<Date>> {
    let day = (1900i16..=2100, 1i8..=12, 1i8..=31).prop_map(|(y, m, d)| Date::new(y, m, d).ok());
    let ends = prop_oneof![Just(date(1900, 1, 1)), Just(date(2100, 12, 31))].prop_map(Some);
    prop_oneof![1 => Just(None), 1 => ends, 6 => day]
}

fn tense() -> impl Strategy<Value = Tense> {
    prop_oneof![Just(Tense::Past), Just(Tense::Future), Just(Tense::Unknown)]
}

fn check(words: &str, reading: &Option<Reading>) -> Result<(), TestCaseError> {
    let Some(reading) = reading else { return Ok(()) };
    prop_assert!(reading.first.is_some() || reading.last.is_some(), "{words:?}: nothing");
    for point in [reading.first, reading.last].into_iter().flatten() {
        let (first, last) = (point.first_day(), point.last_day());
        prop_assert!(first >= date(1900, 1, 1) && last <= date(2100, 12, 31), "{words:?}: {point}");
    }
    if let (Some(first), Some(last)) = (reading.first, reading.last) {
        prop_assert!(first.first_day() <= last.last_day(), "{words:?}: {first} {last}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_words_are_resolved_soundly(
        words in any_text(),
        published in published(),
        anchor in published(),
        year in proptest::option::of(1900i16..=2100),
        tense in tense(),
    ) {
        let told: Vec<Date> = anchor.into_iter().collect();
        let anchor = anchor.and_then(Partial::day).map(Interval::at);
        let moment = Moment { published, tense, year, anchor, told: &told, ..Moment::default() };
        check(&words, &resolve(&words, &moment))?;
    }

    #[test]
    fn without_a_day_to_count_from_only_what_is_stated_is_resolved(words in words(), tense in tense()) {
        let reading = resolve(&words, &Moment { tense, ..Moment::default() });
        let digits = words.chars().any(|c| c.is_ascii_digit());
        let decade = reading.as_ref().is_some_and(|r| r.rule == "decade as stated");
        prop_assert!(reading.is_none() || digits || decade, "{words:?}: {reading:?}");
    }

    #[test]
    fn any_report_is_read_soundly(
        first in any_text(),
        second in any_text(),
        title in proptest::option::of(any_text()),
        published in published(),
        tense in tense(),
    ) {
        let report = Report { text: format!("{first}{second}"), title, published, ..Report::default() };
        let sentences = [Span::new(0, first.len()), Span::new(first.len(), report.text.len())];
        let scene = Scene { report: &report, sentences: &sentences };
        let anchors = Anchors::of(&scene);
        for sentence in sentences {
            let text = scene.words(sentence);
            let mut end = 0;
            for found in find(text) {
                prop_assert!(found.start >= end && found.start < found.end, "{text:?}: {found:?}");
                end = found.end;
                let span = Span::new(sentence.start + found.start, sentence.start + found.end);
                check(text, &resolve(scene.words(span), &anchors.moment(&scene, span, tense)))?;
            }
            check(text, &resolve(text, &anchors.moment(&scene, sentence, tense)))?;
        }
    }
}
