//! `where` and `when`: one description at a time.

use super::Place;

#[test]
fn words_for_a_time_are_resolved() {
    let place = Place::new();
    let ran = place.run(&["when", "on Tuesday", "last week", "--published", "2012-12-13"]).ends(0);
    assert_eq!(
        ran.out,
        "on Tuesday\t2012-12-11\tweekday before publication\n\
         last week\t2012-12-03/2012-12-09\tweek, month or year named from the report\n"
    );
    let told = ["when", "a day earlier", "--published", "2012-12-13", "--told", "2012-12-11"];
    assert!(place.run(&told).ends(0).out.contains("\t2012-12-10\t"));
    let future = ["when", "next week", "--published", "2012-12-13", "--future", "--format", "jsonl"];
    assert!(place.run(&future).ends(0).out.contains(r#""first":"2012-12-17","last":"2012-12-23""#));
}

#[test]
fn lines_of_standard_input_are_read_and_what_is_no_time_says_so() {
    let place = Place::new();
    let ran =
        place.run_with(&["when", "-", "--published", "2012-12-13"], b"on Tuesday\na 12-year-old\n").ends(1);
    assert_eq!(ran.out.lines().count(), 2);
    assert!(ran.out.ends_with("a 12-year-old\t-\tno time of an event, or nothing to count from\n"));
    place.run(&["when", "on Tuesday", "--published", "2012-13-13"]).ends(2);
}

#[test]
fn words_for_a_place_are_resolved_with_what_speaks_for_each() {
    let place = Place::new();
    let ran = place.run(&["where", "the town of Qatana in Damascus province"]).ends(0);
    assert!(ran.out.starts_with("Qatana, Rif Dimashq, Syria\n"), "{}", ran.out);
    assert!(ran.out.contains("what holds it +8.0"), "{}", ran.out);
    let lebanon = place.run(&["where", "Tripoli", "--country", "Lebanon"]).ends(0).out;
    assert!(lebanon.lines().next().unwrap().ends_with("Lebanon"), "{lebanon}");
    let json =
        place.run(&["where", "Tripoli", "--near", "Misrata", "--format", "jsonl", "--most", "1"]).ends(0).out;
    let row: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (row["answer"]["country"].as_str(), row["places"].as_array().unwrap().len()),
        (Some("LBY"), 1)
    );
}

#[test]
fn a_place_that_nobody_knows_is_not_guessed() {
    let ran = Place::new().run(&["where", "Blorgville"]).ends(1);
    assert!(ran.out.contains("not on the map") && ran.out.contains("is not in the gazetteer"), "{}", ran.out);
}

#[test]
fn hints_that_say_nothing_are_refused() {
    let place = Place::new();
    place
        .run(&["where", "Tripoli", "--country", "Lebanonn"])
        .ends(2)
        .says("dateline: no country 'Lebanonn'", "");
    place.run(&["where", "Tripoli", "--near", "zzzqqq"]).ends(2).says("dateline: no place 'zzzqqq'", "");
    for country in ["LB", "lbn", "Lebanese"] {
        let out = place.run(&["where", "Tripoli", "--country", country]).ends(0).out;
        assert!(out.lines().next().unwrap().ends_with("Lebanon"), "{country}: {out}");
    }
    place.run(&["when", "yesterday", "--published", "1899-06-06"]).ends(2).says("dateline: ", "1900 to 2100");
}

#[test]
fn bytes_that_are_no_text_spoil_their_own_line_alone() {
    let ran =
        Place::new().run_with(&["when", "-", "--published", "2012-12-13"], b"on \xff\nyesterday\n").ends(1);
    assert!(ran.out.ends_with("yesterday\t2012-12-12\tday counted from publication\n"), "{}", ran.out);
}

#[test]
fn words_for_a_party_are_resolved_with_the_rule_behind_each_field() {
    let place = Place::new();
    let ran = place.run(&["who", "the president of Egypt", "--date", "2012-12-13"]).ends(0);
    assert!(ran.out.starts_with("Mohamed Morsi\n  country EGY: "), "{}", ran.out);
    let later = place.run(&["who", "the president of Egypt", "--date", "2014-12-13"]).ends(0);
    assert!(later.out.starts_with("Abdel Fattah el-Sisi\n"), "{}", later.out);
    // Nothing is guessed: without a day nobody knows who, and a former president is another.
    for words in [
        &["who", "the president of Egypt"][..],
        &["who", "the former president of Egypt", "--date", "2012-12-13"],
    ] {
        assert!(place.run(words).ends(0).out.contains("president of Egypt\n  country EGY: "), "{words:?}");
    }
    let json = place.run(&["who", "rebel forces", "--country", "Syria", "--format", "jsonl"]).ends(0).out;
    let row: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((row["country"].as_str(), row["sector"].as_str()), (Some("SYR"), Some("REB")));
    place.run(&["who", "rebels", "--country", "Syriaa"]).ends(2).says("dateline: no country 'Syriaa'", "");
}
