//! The cases of `gold/eval` give the figures of the reference scorer.

use dateline_events::eval::{self, Measure, Score};
use serde_json::Value;

fn case(name: &str) -> String {
    let path = format!("{}/../../gold/eval/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn figures_and_intervals_are_those_of_the_reference() {
    let gold = eval::parse(&case("gold.jsonl")).unwrap();
    let predicted = eval::parse(&case("predicted.jsonl")).unwrap();
    let tallies = eval::tally_reports(&gold, &predicted);
    let score = serde_json::to_value(Score::of(tallies.values(), 200)).unwrap();
    let expected: Value = serde_json::from_str(&case("expected.json")).unwrap();
    assert_eq!(score, expected);
}

#[test]
fn gold_against_itself_is_perfect() {
    let gold = eval::parse(&case("gold.jsonl")).unwrap();
    let tallies = eval::tally_reports(&gold, &gold);
    let score = Score::of(tallies.values(), 0);
    let typed = score.end_to_end.iter().find(|(m, _)| *m == Measure::Typed).unwrap().1;
    assert_eq!((typed.p, typed.r, typed.f1, typed.f1_95), (1.0, 1.0, 1.0, None));
    for field in ["status", "modes", "scope", "historical"] {
        assert_eq!(score.on_typed_pairs[field].accuracy, 1.0, "{field}");
    }
}

#[test]
fn no_reports_give_zeros() {
    let score = Score::of([], 10);
    assert!(score.end_to_end.iter().all(|(_, row)| row.f1 == 0.0 && row.f1_95 == Some([0.0, 0.0])));
}
