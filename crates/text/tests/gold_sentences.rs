//! The cases of `gold/text/sentences.txt`.

mod tables;

use dateline_text::document::Document;
use dateline_text::healing::healed;
use dateline_text::report::Report;
use dateline_text::span::Span;

struct Case {
    name: String,
    title: Option<String>,
    text: String,
    expected: Vec<String>,
}

fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gold/text/sentences.txt");
    let file = std::fs::read_to_string(path).expect("the cases are there");
    file.split("\n=== ").skip(1).map(case).collect()
}

fn case(written: &str) -> Case {
    let (name, rest) = written.split_once('\n').expect("a name");
    let (text, expected) = rest.split_once("---\n").unwrap_or_else(|| panic!("{name}: no '---'"));
    let (title, text) = match text.strip_prefix("title: ").and_then(|t| t.split_once('\n')) {
        Some((title, text)) => (Some(title.to_owned()), text),
        None => (None, text),
    };
    let expected =
        expected.lines().filter(|line| !line.is_empty()).map(|line| line.trim_end().to_owned()).collect();
    Case { name: name.to_owned(), title, text: text.to_owned(), expected }
}

/// What the reader makes of a case, in the manner of the file.
fn read(case: &Case) -> Vec<String> {
    let report = Report { text: case.text.clone(), title: case.title.clone(), ..Report::default() };
    let document = Document::read(&report, &tables::splitter());
    let words = |span: Span| healed(span.of(&report.text)).into_owned();
    let part = |span: Option<Span>| span.map(words).unwrap_or_default();
    let line = document
        .dateline
        .map(|d| format!("dateline: {} | {} | {}", part(d.place), part(d.date), part(d.agency)));
    let line = line.map(|l| l.replace(":  |", ": |").replace("|  |", "| |").trim_end().to_owned());
    let sentences = document.sentences.iter().map(|s| format!("{}: {}", s.kind.name(), words(s.span)));
    line.into_iter().chain(sentences).collect()
}

#[test]
fn every_case_reads_as_expected() {
    let cases = cases();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (case, read(case)))
        .filter(|(case, read)| *read != case.expected)
        .map(|(case, read)| format!("\n== {}\nexpected {:#?}\nread {:#?}", case.name, case.expected, read))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases differ:{}", wrong.len(), cases.len(), wrong.concat());
}
