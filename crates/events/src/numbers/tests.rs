//! The cases under `gold/numbers/`, and what must hold for any words.

use super::*;
use crate::table::Table;
use dateline_text::span::Span;
use proptest::prelude::*;

fn shown(n: Option<u64>) -> String {
    n.map_or_else(String::new, |n| n.to_string())
}

#[test]
fn every_case_of_the_gold_file_is_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gold/numbers/cases.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let table = Table::parse(&text).unwrap();
    assert!(table.rows.len() >= 60);
    let mut wrong = Vec::new();
    for (line, row) in &table.rows {
        let [words, low, high, qualifier, counted] = row[..] else { panic!("line {line}") };
        let figure = read(words).unwrap();
        let got = (shown(figure.low), shown(figure.high), figure.qualifier.name().to_owned());
        let people = whose(words).unwrap_or_default();
        if got != (low.to_owned(), high.to_owned(), qualifier.to_owned()) || people != counted {
            wrong.push(format!("{line}: {words}: {got:?} {people}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sees_a_hedge_just_outside_of_the_words() {
    let sentence = "The blast killed at least 12 guards.";
    let span = Span::new(26, 35);
    assert_eq!(span.of(sentence), "12 guards");
    assert_eq!(read_in(sentence, span).unwrap().qualifier, Qualifier::AtLeast);
    assert_eq!(read_in("30 or more fell.", Span::new(0, 2)).unwrap().high, None);
    assert_eq!(read_in("17 people feared killed", Span::new(0, 9)).unwrap().qualifier, Qualifier::Feared);
    assert_eq!(read_in("At least two died and 5 fled", Span::new(22, 23)), Some(Figure::exact(5)));
}

#[test]
fn names_what_is_counted() {
    assert_eq!(what("six ballistic missiles").as_deref(), Some("ballistic missiles"));
    assert_eq!(what("more than 40 homes in the village").as_deref(), Some("homes"));
    assert_eq!(what("at least 16"), None);
}

#[test]
fn finds_the_whole_that_a_part_belongs_to() {
    let sentence = "Nine people were killed, two of them children, and 12 wounded, including three guards.";
    let spans = ["Nine people", "two of them children", "12", "three guards"];
    let kinds = ["killed", "killed", "wounded", "wounded"];
    let at = |words: &str| sentence.find(words).map(|s| Span::new(s, s + words.len())).unwrap();
    let counted = |(words, kind): (&&str, &'static str)| Counted {
        span: at(words),
        figure: read(words).unwrap(),
        kind,
    };
    let figures: Vec<_> = spans.iter().zip(kinds).map(counted).collect();
    assert_eq!(subset_of(sentence, &figures), [None, Some(0), None, Some(2)]);
}

#[test]
fn a_list_of_parts_shares_its_whole() {
    let sentence = "It killed 20 people, including four women and three children.";
    let at = |words: &str| sentence.find(words).map(|s| Span::new(s, s + words.len())).unwrap();
    let counted = |words: &str| Counted { span: at(words), figure: read(words).unwrap(), kind: "killed" };
    let figures = ["20 people", "four women", "three children"].map(counted);
    assert_eq!(subset_of(sentence, &figures), [None, Some(0), Some(0)]);
}

fn word() -> impl Strategy<Value = String> {
    let known = "at least|more than|between|and|to|-|half|a|two|forty|hundred|million|dozen|dozens|of|them|no|some|\
                 9,999,999,999|18446744073709551615|1.5|3bn|%|thirds|people|'s|several|or more|children|é|–";
    let known: Vec<String> = known.split('|').map(str::to_owned).collect();
    prop_oneof![4 => proptest::sample::select(known), 1 => "\\PC{0,6}"]
}

proptest! {
    #[test]
    fn no_words_make_it_panic_or_turn_the_bounds_round(words in proptest::collection::vec(word(), 0..9)) {
        let text = words.join(" ");
        if let Some(Figure { low: Some(low), high: Some(high), .. }) = read(&text) {
            prop_assert!(low <= high, "{text}");
        }
        let _ = (whose(&text), what(&text));
        for (start, _) in text.char_indices() {
            let _ = read_in(&text, Span::new(start, text.len()));
        }
    }

    #[test]
    fn digits_and_their_grouped_form_are_the_same(n in 0u64..100_000_000) {
        let plain = n.to_string();
        let mut grouped = String::new();
        for (place, digit) in plain.chars().enumerate() {
            if place > 0 && (plain.len() - place) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        prop_assert_eq!(read(&format!("{plain} people")), read(&format!("{grouped} people")));
        prop_assert_eq!(read(&format!("{grouped} people")), Some(Figure::exact(n)));
    }
}
