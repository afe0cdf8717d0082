//! Claims from files of JSON lines: a claim a line, as `dateline code` writes them, or a report with its claims.

use crate::reading::limits;
use crate::reading::lines::{self, Next};
use anyhow::{Context, Result, bail};
use dateline_events::record::{Claim, ReportHead};
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// A line that holds a report with its claims.
#[derive(Deserialize)]
struct Annotated {
    report: AnnotatedReport,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct AnnotatedReport {
    #[serde(flatten)]
    head: ReportHead,
    #[serde(default)]
    text: String,
}

/// Calls `each` with every claim of a file, or of standard input for `-`, and with the bytes of its line.
///
/// An error names the file, the line and the cure.
pub fn read(path: &Path, mut each: impl FnMut(Claim, usize) -> Result<()>) -> Result<()> {
    let name = if path == Path::new("-") { "standard input".into() } else { path.display().to_string() };
    let mut input: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(path)
            .with_context(|| format!("{name}: cannot be read; give a file of claims as JSON lines"))?;
        Box::new(BufReader::with_capacity(1 << 20, file))
    };
    let (mut line, mut number) = (Vec::new(), 0_u64);
    loop {
        number += 1;
        match lines::next(&mut *input, &mut line)
            .with_context(|| format!("{name}: line {number} cannot be read"))?
        {
            Next::End => return Ok(()),
            Next::TooLong => {
                bail!("{name}:{number}: longer than {} MB; give one claim a line", limits::LINE >> 20)
            }
            Next::Line if line.iter().all(u8::is_ascii_whitespace) => {}
            Next::Line => {
                let claims = parse(&line).with_context(|| {
                    format!("{name}:{number}: no claim; give claims as 'dateline code --format jsonl' writes them, one a line")
                })?;
                let bytes = line.len() / claims.len().max(1);
                claims.into_iter().try_for_each(|claim| each(claim, bytes))?;
            }
        }
    }
}

fn parse(line: &[u8]) -> Result<Vec<Claim>> {
    match serde_json::from_slice::<Claim>(line) {
        Ok(claim) => check(claim).map(|claim| vec![claim]),
        Err(error) => match serde_json::from_slice::<Annotated>(line) {
            Ok(annotated) => {
                let places: Vec<usize> = annotated.report.text.char_indices().map(|(at, _)| at).collect();
                let claims = annotated.claims.into_iter();
                claims.map(|claim| check(whole(&annotated.report, &places, claim))).collect()
            }
            Err(other) if line.windows(9).any(|w| w == b"\"claims\":") => Err(other.into()),
            Err(_) => Err(error.into()),
        },
    }
}

/// A claim without id, type or report can be no part of an event.
fn check(claim: Claim) -> Result<Claim> {
    let missing = [("id", &claim.id), ("event.type", &claim.event.kind), ("report.id", &claim.report.id)];
    match missing.iter().find(|(_, value)| value.is_empty()) {
        Some((field, _)) => bail!("the claim has no {field}"),
        None => Ok(claim),
    }
}

/// A claim with what its report says of itself, and the words of its sentence; `places`: the first bytes of the text's code points, and
/// its end.
fn whole(report: &AnnotatedReport, places: &[usize], mut claim: Claim) -> Claim {
    claim.report = report.head.clone();
    let evidence = &mut claim.evidence;
    if evidence.text.is_empty() {
        let byte = |n: usize| places.get(n).copied().unwrap_or(report.text.len());
        let words = report.text.get(byte(evidence.start)..byte(evidence.end));
        evidence.text = words.unwrap_or_default().to_owned();
    }
    claim
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const CLAIM: &str = r#"{"id":"c_1","report":{"id":"r"},"evidence":{"sentence":0,"start":0,"end":3,"trigger":{"text":"hit","start":0,"end":3}},"event":{"type":"ASSAULT"},"status":"occurred"}"#;

    fn read_text(text: &str) -> Result<Vec<Claim>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("claims.jsonl");
        fs::write(&path, text).unwrap();
        let mut found = Vec::new();
        read(&path, |claim, _| {
            found.push(claim);
            Ok(())
        })?;
        Ok(found)
    }

    #[test]
    fn claims_and_annotated_reports() {
        let line = format!(
            r#"{{"report":{{"id":"r","text":"hit it","published":"2012-12-13"}},"claims":[{CLAIM}]}}"#
        );
        let found = read_text(&format!("{CLAIM}\n\n{line}\n")).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].evidence.text, "hit");
        assert_eq!(found[1].report.published.as_deref(), Some("2012-12-13"));
    }

    #[test]
    fn errors_name_file_line_and_cure() {
        for text in ["{\"a\":1}", "when,where\n", &CLAIM.replace("c_1", "")] {
            let error = format!("{:#}", read_text(&format!("{CLAIM}\n{text}\n")).unwrap_err());
            assert!(error.contains("claims.jsonl:2: no claim; give claims as"), "{error}");
        }
    }
}
