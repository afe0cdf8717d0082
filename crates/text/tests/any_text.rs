//! What holds for any text, hostile ones included.

mod tables;

use dateline_text::document::lines::is_blank;
use dateline_text::document::{Document, Splitter};
use dateline_text::report::Report;
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static SPLITTER: LazyLock<Splitter> = LazyLock::new(tables::splitter);

fn read(text: &str) -> Document {
    let report = Report { text: text.to_owned(), ..Report::default() };
    Document::read(&report, &SPLITTER)
}

/// Spans in order, apart, trimmed, not empty, on character boundaries; every character in one of them.
fn check(text: &str) {
    let document = read(text);
    let mut spans: Vec<_> = document.sentences.iter().map(|s| s.span).collect();
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{pair:?} in {text:?}");
    }
    let dateline = document.dateline;
    spans.extend(dateline.map(|line| line.span));
    spans.sort_unstable();
    let mut at = 0;
    for span in &spans {
        let words = text.get(span.start..span.end).expect("on character boundaries");
        assert!(!words.is_empty());
        assert_eq!(words, words.trim_matches(is_blank), "in {text:?}");
        let before = text.get(at..span.start).expect("apart");
        assert!(before.chars().all(is_blank), "{before:?} is in no sentence of {text:?}");
        at = span.end;
    }
    assert!(text[at..].chars().all(is_blank));
    for part in dateline.into_iter().flat_map(|line| [line.place, line.date, line.agency]).flatten() {
        assert!(
            dateline.is_some_and(|line| line.span.contains(part)) && text.get(part.start..part.end).is_some()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_characters(text in "(?s).{0,200}") {
        check(&text);
    }

    /// Pieces that the rules look at, in any order.
    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "\r\n",
    ".",
    "?",
    "!",
    "…",
    "...",
    "\"",
    "“",
    "”",
    "'",
    "(",
    ")",
    "[",
    "]",
    "[3]",
    "-",
    "—",
    " - ",
    "--",
    ":",
    ",",
    "*",
    "#",
    "|",
    "U.S.",
    "Gen.",
    "J.",
    "No.",
    "5",
    "a.m.",
    "al-",
    "Nusra",
    "ez-Zor",
    "The",
    "the",
    "BEIRUT",
    "Dec. 13",
    "(AFP)",
    "By Jane Doe",
    "Read more:",
    "Related",
    "© 2012",
    "(Reporting by",
    "Photo:",
    "é",
    "\u{200f}",
    "\u{feff}",
    "\u{a0}",
    "Friday",
    "reported from",
    "said",
    "asked",
    "İ",
    "ß",
    "\u{2028}",
    "/",
];

/// The longest sentence that the splitter makes of running text, in bytes.
const LONGEST: usize = 4_000;

#[test]
fn a_sentence_without_end_is_cut_at_blanks_and_at_characters() {
    for (unit, whole) in [("word ", true), ("é", false), ("word\u{a0}é ", true), ("a(b ", true)] {
        let text = unit.repeat(50_000 / unit.len());
        check(&text);
        let document = read(&text);
        assert!(document.sentences.len() > 10, "{unit:?}");
        for sentence in &document.sentences {
            assert!(sentence.span.len() <= LONGEST);
            let after = text[sentence.span.end..].chars().next();
            assert!(!whole || after.is_none_or(is_blank), "{unit:?} is cut inside of a word");
        }
    }
    let short = "word ".repeat(700);
    assert_eq!(read(&short).sentences.len(), 1);
}

/// An ornament as long as a book above wrapped prose: no line may look through it again.
#[test]
fn a_long_ornament_is_read_once() {
    let prose = "and so it went on through the night as the people of the town kept on\n".repeat(6_000);
    let document = read(&format!("{}\n{prose}", "-".repeat(5_000_000)));
    assert!(document.sentences.len() > 1);
}

/// Each of these takes seconds at most where the work grows with the length, and for ever where it grows with its square.
#[test]
fn long_texts_take_time_in_proportion() {
    let whole = ["a. ", "\n", "(", "\"", "a"].map(|unit| (unit, 5_000_000));
    let part = [
        "[",
        "“",
        ".",
        ". ",
        "a\n\n",
        " ",
        "?\" ",
        "Gen. ",
        "-",
        "—",
        "[1] ",
        "a (b. c ",
        "and\n",
        "al-\n",
        "By Jane Doe\n",
        "The army said that it had taken the town. ",
        "Read more\n",
        "#",
        ".)",
        "\u{ad}",
        "A ",
        "Related\nA b\n",
    ];
    for (unit, size) in whole.into_iter().chain(part.map(|unit| (unit, 500_000))) {
        let text = unit.repeat(size / unit.len());
        let start = Instant::now();
        let document = read(&text);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(30), "{took:?} for {unit:?}");
        assert!(document.sentences.len() <= text.len());
    }
}
