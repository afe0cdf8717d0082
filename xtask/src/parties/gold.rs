//! The claims corpus as far as parties and sources go.

use anyhow::{Context, Result};
use dateline_events::codebook::{Codebook, TYPES};
use dateline_events::parties::PartyMention;
use dateline_events::parties::pointing::Part;
use dateline_events::sources::SourceMention;
use dateline_text::report::Report;
use dateline_text::span::Span;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::PathBuf;

/// A report with its claims.
#[derive(Deserialize)]
pub struct Line {
    report: GoldReport,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct GoldReport {
    id: String,
    text: String,
    title: Option<String>,
    publisher: Option<String>,
    dateline: Option<String>,
    published: Option<String>,
    sentences: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct GoldClaim {
    event: GoldEvent,
    actors: Vec<GoldParty>,
    recipients: Vec<GoldParty>,
    sources: Vec<GoldSource>,
}

#[derive(Deserialize)]
struct GoldEvent {
    r#type: String,
    /// True for material conflict, as the program has it from the codebook.
    #[serde(skip)]
    force: bool,
}

/// A party of a gold claim; its place counts code points.
#[derive(Deserialize)]
pub struct GoldParty {
    start: usize,
    end: usize,
    pub who: Option<String>,
    pub country: Option<String>,
    pub sector: Option<String>,
}

/// A source of a gold claim.
#[derive(Deserialize)]
pub struct GoldSource {
    start: usize,
    end: usize,
    pub kind: Option<String>,
}

impl GoldParty {
    /// Its words.
    pub fn text(&self, text: &str) -> String {
        words(text, self.start, self.end)
    }
}

impl GoldSource {
    /// Its words.
    pub fn text(&self, text: &str) -> String {
        words(text, self.start, self.end)
    }
}

fn words(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// All lines of the files.
pub fn lines(files: &[PathBuf]) -> Result<Vec<Line>> {
    let types = crate::shell::root().join("data").join(TYPES);
    let types = std::fs::read_to_string(&types).with_context(|| types.display().to_string())?;
    let codebook = Codebook::from_table(&types)?;
    let mut lines = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        for line in text.lines() {
            let mut line: Line = super::parse(file, line)?;
            for event in line.claims.iter_mut().map(|claim| &mut claim.event) {
                event.force = codebook.quad(&event.r#type) == "material conflict";
            }
            lines.push(line);
        }
    }
    Ok(lines)
}

impl Line {
    /// The report as the program has it, and its sentences.
    pub fn report(&self) -> (Report, Vec<Span>) {
        let gold = &self.report;
        let report = Report {
            id: gold.id.clone(),
            text: gold.text.clone(),
            title: gold.title.clone(),
            publisher: gold.publisher.clone(),
            dateline: gold.dateline.clone(),
            published: gold.published.as_deref().and_then(|d| d.parse().ok()),
            url: None,
        };
        let bytes = self.bytes();
        let sentences = gold.sentences.iter().map(|(a, b)| span(&bytes, *a, *b)).collect();
        (report, sentences)
    }

    /// Byte of each code point, and the length.
    fn bytes(&self) -> Vec<usize> {
        let text = &self.report.text;
        text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect()
    }

    /// All parties, claim by claim, each with its part.
    pub fn each_party(&self) -> impl Iterator<Item = (Part, &GoldParty)> {
        self.claims.iter().flat_map(|claim| {
            let force = claim.event.force;
            let part = move |actor| move |p| (Part::of(actor, force), p);
            claim.actors.iter().map(part(true)).chain(claim.recipients.iter().map(part(false)))
        })
    }

    /// The parties as mentions. The same words have the same part wherever they stand, as in the program.
    pub fn parties(&self) -> Vec<PartyMention<'static>> {
        let bytes = self.bytes();
        let mut parts: HashMap<(usize, usize), Part> = HashMap::new();
        for (part, p) in self.each_party() {
            let known = parts.entry((p.start, p.end)).or_insert(part);
            *known = known.stronger(part);
        }
        let mention = |(_, p): (Part, &GoldParty)| PartyMention {
            span: span(&bytes, p.start, p.end),
            sentence: 0,
            sector_hint: None,
            part: parts.get(&(p.start, p.end)).copied().unwrap_or_default(),
        };
        self.each_party().map(mention).collect()
    }

    /// All sources, claim by claim.
    pub fn each_source(&self) -> impl Iterator<Item = &GoldSource> {
        self.claims.iter().flat_map(|claim| &claim.sources)
    }

    /// The sources as mentions.
    pub fn sources(&self) -> Vec<SourceMention<'static>> {
        let bytes = self.bytes();
        let mention = |s: &GoldSource| SourceMention {
            span: span(&bytes, s.start, s.end),
            sentence: 0,
            kind_hint: None,
        };
        self.each_source().map(mention).collect()
    }
}

fn span(bytes: &[usize], start: usize, end: usize) -> Span {
    let at = |n: usize| bytes.get(n).or(bytes.last()).copied().unwrap_or(0);
    Span::new(at(start), at(end))
}
