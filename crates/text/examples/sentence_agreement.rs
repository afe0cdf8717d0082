//! How far the sentences of `Document::read` agree with those of annotated reports.
//!
//! `cargo run -p dateline-text --example sentence_agreement -- FILE.jsonl [as-is|space|wrap|torn] [show]`
//!
//! Each line of the file: `{"report": {"text", "title", "sentences": [[a, b]], "corpus"}, "claims": [...]}`, offsets in
//! code points. `as-is` reads the text as it stands; `space` joins the annotated sentences by spaces; `wrap` joins them
//! and wraps the whole at 72 columns; `torn` puts each on a line and breaks it at two spaces, as where links were cut
//! out of a page. `show` prints where the two differ, and the claims that a kind loses.

use dateline_text::document::Tables;
use dateline_text::document::{Document, Splitter};
use dateline_text::report::Report;
use serde_json::Value;
use std::collections::BTreeMap;

type Pair = (usize, usize);

#[derive(Default)]
struct Score {
    gold: usize,
    read: usize,
    same: usize,
    claims: usize,
    lost: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args.first().ok_or("give the path of a file of annotated reports")?;
    let mode = args.get(1).map_or("as-is", String::as_str);
    let show = args.iter().any(|arg| arg == "show");
    let splitter = splitter()?;
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let corpus = row["report"]["corpus"].as_str().unwrap_or("-").to_owned();
        for name in [corpus.as_str(), "all"] {
            let score = scores.entry(name.to_owned()).or_default();
            measure(&row, mode, show && name != "all", &splitter, score);
        }
    }
    println!("{:24}{:>7}{:>7}{:>8}{:>8}{:>8}{:>7}", mode, "gold", "read", "exact", "F1", "claims", "lost");
    for (name, s) in &scores {
        let (exact, f1) = (ratio(s.same, s.gold), ratio(2 * s.same, s.gold + s.read));
        println!("{name:24}{:7}{:7}{exact:8.4}{f1:8.4}{:8}{:7}", s.gold, s.read, s.claims, s.lost);
    }
    Ok(())
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn splitter() -> Result<Splitter, Box<dyn std::error::Error>> {
    let read = |name: &str| {
        std::fs::read_to_string(format!("{}/../../data/text/{name}.tsv", env!("CARGO_MANIFEST_DIR")))
    };
    let (abbreviations, function_words) = (read("abbreviations")?, read("function_words")?);
    let (furniture, agencies) = (read("furniture")?, read("agencies")?);
    Ok(Splitter::from_tables(Tables {
        abbreviations: &abbreviations,
        function_words: &function_words,
        furniture: &furniture,
        agencies: &agencies,
    })?)
}

fn measure(row: &Value, mode: &str, show: bool, splitter: &Splitter, score: &mut Score) {
    let (text, gold) = rebuilt(&row["report"], mode);
    let title = row["report"]["title"].as_str().map(str::to_owned);
    let report = Report { text, title, ..Report::default() };
    let document = Document::read(&report, splitter);
    let read: Vec<Pair> = document.sentences.iter().map(|s| (s.span.start, s.span.end)).collect();
    score.gold += gold.len();
    score.read += read.len();
    score.same += gold.iter().filter(|pair| read.binary_search(pair).is_ok()).count();
    for claim in row["claims"].as_array().into_iter().flatten().filter(|_| mode == "as-is") {
        let start = claim["evidence"]["trigger"]["start"].as_u64().unwrap_or(0) as usize;
        let at = report.text.char_indices().nth(start).map_or(0, |(at, _)| at);
        score.claims += 1;
        if !document.claiming().any(|span| (span.start..span.end).contains(&at)) {
            score.lost += 1;
            if show {
                let of = document.sentences.iter().find(|s| (s.span.start..s.span.end).contains(&at));
                println!("LOST {:?}", of.map(|s| (s.kind, s.span.of(&report.text))));
            }
        }
    }
    if show {
        let words = |pair: &Pair| report.text.get(pair.0..pair.1).unwrap_or("").to_owned();
        for pair in read.iter().filter(|pair| gold.binary_search(pair).is_err()) {
            println!("READ {:?}", words(pair));
        }
        for sentence in document.sentences.iter().filter(|s| s.kind.name() != "body") {
            println!("KIND {} {:?}", sentence.kind.name(), sentence.span.of(&report.text));
        }
        if let Some(line) = document.dateline {
            println!("DATELINE {:?} {line:?}", line.span.of(&report.text));
        }
    }
}

/// The text in the manner of `mode`, and its annotated sentences in bytes.
fn rebuilt(report: &Value, mode: &str) -> (String, Vec<Pair>) {
    let text = report["text"].as_str().unwrap_or("");
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte =
        |value: &Value| value.as_u64().and_then(|n| bytes.get(n as usize)).copied().unwrap_or(text.len());
    let gold: Vec<Pair> = (report["sentences"].as_array().into_iter().flatten())
        .map(|pair| (byte(&pair[0]), byte(&pair[1])))
        .collect();
    if mode == "as-is" {
        return (text.to_owned(), gold);
    }
    let mut out = String::new();
    let mut pairs = Vec::new();
    for (a, b) in gold {
        if !out.is_empty() {
            out.push(if mode == "torn" { '\n' } else { ' ' });
        }
        let start = out.len();
        out.push_str(&if mode == "torn" { torn(&text[a..b]) } else { text[a..b].to_owned() });
        pairs.push((start, out.len()));
    }
    (if mode == "wrap" { wrapped(&out) } else { out }, pairs)
}

/// `text` with two of its spaces turned into line breaks, at places that depend on its length alone.
fn torn(text: &str) -> String {
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let mut bytes = text.as_bytes().to_vec();
    for share in [2, 3] {
        if let Some(at) = spaces.get(spaces.len() / share).filter(|_| spaces.len() > 6) {
            bytes[*at] = b'\n';
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `text` with spaces turned into line breaks so that no line passes 72 bytes where that can be helped.
fn wrapped(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let (mut line, mut space) = (0, None);
    for at in 0..bytes.len() {
        if bytes[at] == b' ' || at + 1 == bytes.len() {
            if at - line > 72
                && let Some(space) = space
            {
                bytes[space] = b'\n';
                line = space + 1;
            }
            space = (bytes[at] == b' ').then_some(at);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
