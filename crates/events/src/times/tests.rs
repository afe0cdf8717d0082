//! The cases under `gold/times/`, and what must hold for any words.

use super::*;
use crate::scene::Scene;
use crate::table::Table;
use dateline_text::report::Report;
use dateline_text::span::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn shown(point: Option<Partial>) -> String {
    point.map_or_else(String::new, |p| p.to_string())
}

fn tense(name: &str) -> Tense {
    match name {
        "past" => Tense::Past,
        "future" => Tense::Future,
        _ => Tense::Unknown,
    }
}

fn anchor(day: &str) -> Option<Interval> {
    day.parse().ok().and_then(Partial::day).map(Interval::at)
}

#[test]
fn every_case_of_the_gold_file_is_resolved() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gold/times/cases.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let table = Table::parse(&text).unwrap();
    assert!(table.rows.len() >= 230);
    let mut wrong = Vec::new();
    for (line, row) in &table.rows {
        let [words, published, when, told, year, first, last, part] = row[..] else { panic!("line {line}") };
        let moment = Moment {
            published: published.parse().ok(),
            tense: tense(when),
            anchor: anchor(told),
            year: year.parse().ok(),
            ..Moment::default()
        };
        let reading = resolve(words, &moment);
        let got =
            reading.map(|r| (shown(r.first), shown(r.last), r.part.unwrap_or_default())).unwrap_or_default();
        if got != (first.to_owned(), last.to_owned(), part.to_owned()) {
            wrong.push(format!("{line}: {words}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn in_sentence(sentence: &str, words: &str, when: Tense) -> (String, String) {
    let start = sentence.find(words).unwrap();
    let moment = Moment {
        published: Some(date(2012, 12, 13)),
        tense: when,
        sentence: Some(sentence),
        span: Some(Span::new(start, start + words.len())),
        ..Moment::default()
    };
    resolve(words, &moment).map(|r| (shown(r.first), shown(r.last))).unwrap_or_default()
}

fn pair(first: &str, last: &str) -> (String, String) {
    (first.to_owned(), last.to_owned())
}

#[test]
fn a_preposition_just_outside_of_the_words_counts() {
    let since = in_sentence("It has been shut since Monday.", "Monday", Tense::Past);
    assert_eq!(since, pair("2012-12-10", "2012-12-13"));
    let until = in_sentence("It stays shut until 20 December.", "20 December", Tense::Unknown);
    assert_eq!(until, pair("2012-12-13", "2012-12-20"));
    let by = in_sentence("Ten were hurt by Monday's blast.", "Monday", Tense::Past);
    assert_eq!(by, pair("2012-12-10", "2012-12-10"));
    let ago = in_sentence("It was shut two weeks ago.", "two weeks", Tense::Past);
    assert_eq!(ago, pair("2012-11-29", "2012-11-29"));
}

#[test]
fn the_sentence_tells_what_is_to_come() {
    let will = in_sentence("The envoys will meet on Sunday.", "on Sunday", Tense::Past);
    assert_eq!(will, pair("2012-12-16", "2012-12-16"));
    let said = in_sentence("He said on Sunday that it will reopen.", "on Sunday", Tense::Past);
    assert_eq!(said, pair("2012-12-09", "2012-12-09"));
    let off = in_sentence("The vote was put off until Monday.", "until Monday", Tense::Past);
    assert_eq!(off, pair("2012-12-17", "2012-12-17"));
}

fn found(sentence: &str) -> Vec<&str> {
    find(sentence).into_iter().map(|s| s.of(sentence)).collect()
}

#[test]
fn finds_times_and_leaves_numbers_alone() {
    assert_eq!(found("It was hit on Friday, two days after the talks."), ["on Friday", "two days after"]);
    assert_eq!(found("From 3 to 5 May 2013 nobody may leave."), ["From 3 to 5 May 2013"]);
    assert_eq!(found("Some 2000 people marched for 3 hours."), Vec::<&str>::new());
    assert_eq!(found("He fled in 2009 and came back last week."), ["in 2009", "last week"]);
    assert_eq!(found("Between Monday and Thursday it rained."), ["Between Monday and Thursday"]);
}

fn scene_times(report: &Report) -> Vec<(String, String)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in report.text.match_indices(". ").chain([(report.text.len(), "")]) {
        sentences.push(Span::new(start, at));
        start = at + 2;
    }
    let scene = Scene { report, sentences: &sentences };
    let anchors = Anchors::of(&scene);
    let spans = sentences.iter().flat_map(|s| {
        find(scene.words(*s)).into_iter().map(|f| Span::new(s.start + f.start, s.start + f.end))
    });
    let read = |span: Span| resolve(scene.words(span), &anchors.moment(&scene, span, Tense::Unknown));
    spans.filter_map(read).map(|r| (shown(r.first), shown(r.last))).collect()
}

#[test]
fn a_report_without_a_date_takes_the_year_stated_earlier() {
    let text = "Shelling began on 24 March 2014. On 26 March the army came. Two days later it left. \
                It was back by the next day.";
    let report = Report { text: text.to_owned(), ..Report::default() };
    let days = ["2014-03-24", "2014-03-26", "2014-03-28"].map(|d| pair(d, d));
    let got = scene_times(&report);
    assert_eq!(got[..3], days);
    assert_eq!(got[3], pair("", "2014-03-29"));
}

#[test]
fn a_report_without_date_and_year_leaves_its_times_unresolved() {
    let text = "On 24 March the army came. Yesterday it left. It was back on Friday.";
    assert_eq!(scene_times(&Report { text: text.to_owned(), ..Report::default() }), []);
    let titled =
        Report { text: text.to_owned(), title: Some("The 2015 truce".to_owned()), ..Report::default() };
    assert_eq!(scene_times(&titled), [pair("2015-03-24", "2015-03-24")]);
}

#[test]
fn months_are_counted_from_the_last_month_and_days_from_the_last_day() {
    let text = "It fell on 3 May 2012. In July 2012 talks began. The following month they broke down. \
                Since then nobody has met. On the same day two died.";
    let report = Report { text: text.to_owned(), ..Report::default() };
    let got = scene_times(&report);
    assert_eq!(got[2], pair("2012-08", "2012-08"));
    assert_eq!(got[3], pair("2012-08", ""));
    assert_eq!(got[4], pair("2012-05-03", "2012-05-03"));
}

fn word() -> impl Strategy<Value = String> {
    let known = "on|since|until|by|before|after|between|from|to|and|-|,|the|last|next|past|this|that|same|following|\
                 early|mid|late|end|of|two|12|31|99999999999999999999|2012|1899|2101|0|week|weeks|months|year|years|\
                 decades|hours|day|days|ago|earlier|later|Friday|Sat.|May|march|February|29|30|24|th|'s|overnight|\
                 yesterday|tomorrow|tonight|dawn|11:40|25:61|a.m.|2012-02-30|31/12/2012|9999-12-31|1980s|60's|weekend|\
                 spring|within|for|a|fourth|half|Christmas|Eve|é|–";
    let known: Vec<String> = known.split('|').map(str::to_owned).collect();
    prop_oneof![6 => proptest::sample::select(known), 1 => "\\PC{0,6}"]
}

fn any_date() -> impl Strategy<Value = Option<Date>> {
    let day = (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).ok());
    prop_oneof![Just(None), Just(Some(Date::MIN)), Just(Some(Date::MAX)), day.clone(), day]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_words_make_it_panic_or_run_backwards(
        words in proptest::collection::vec(word(), 0..9),
        published in any_date(),
        told in any_date(),
        when in 0usize..3,
    ) {
        let text = words.join(" ");
        let when = [Tense::Past, Tense::Future, Tense::Unknown][when];
        let anchor = told.and_then(Partial::day).map(Interval::at);
        let moment = Moment { published, tense: when, anchor, year: Some(2010), ..Moment::default() };
        if let Some(Reading { first, last, .. }) = resolve(&text, &moment) {
            for point in [first, last].into_iter().flatten() {
                prop_assert!((1900..=2100).contains(&point.year_of()), "{text}: {point}");
            }
            if let (Some(first), Some(last)) = (first, last) {
                prop_assert!(first.first_day() <= last.last_day(), "{text}: {first} {last}");
            }
        }
    }

    #[test]
    fn found_spans_are_in_order_and_read_in_their_sentence(words in proptest::collection::vec(word(), 0..12)) {
        let text = words.join(" ");
        let mut end = 0;
        for span in find(&text) {
            prop_assert!(span.start >= end && span.start < span.end && text.get(span.start..span.end).is_some());
            end = span.end;
            let moment = Moment {
                published: Some(date(2015, 6, 30)),
                sentence: Some(&text),
                span: Some(span),
                ..Moment::default()
            };
            let _ = resolve(span.of(&text), &moment);
        }
    }

    #[test]
    fn every_day_is_read_back_in_each_style(year in 1900i16..=2100, month in 1i8..=12, day in 1i8..=28) {
        let expected = Interval::at(Partial::day_of(year, month, day).unwrap());
        let at = date(year, month, day);
        for style in ["%-d %B %Y", "%B %-d, %Y", "%b. %-d, %Y", "%Y-%m-%d", "on %-d %b %Y"] {
            let words = jiff::fmt::strtime::format(style, at).unwrap();
            let read = resolve(&words, &Moment::default()).map(|r| r.interval());
            prop_assert_eq!(read, Some(expected), "{}", words);
        }
    }
}
