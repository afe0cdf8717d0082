//! The corpora as they come: articles with their toponyms, LGL's and GeoVirus's.

use anyhow::{Context, Result};
use dateline_text::report::Report;
use dateline_text::span::Span;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::io::Read;
use std::path::Path;

/// An article as the resolver wants it.
pub struct Article {
    pub report: Report,
    pub sentences: Vec<Span>,
    /// In the order of the text.
    pub toponyms: Vec<Toponym>,
}

/// A toponym in the text, and where it is; LGL does not give that for all.
pub struct Toponym {
    pub span: Span,
    pub point: Option<(f64, f64)>,
}

#[derive(Deserialize)]
struct Corpus {
    #[serde(rename = "article", default)]
    articles: Vec<Published>,
}

#[derive(Deserialize)]
struct Published {
    text: String,
    #[serde(default)]
    toponyms: Marked,
    #[serde(default)]
    locations: Locations,
}

#[derive(Default, Deserialize)]
struct Marked {
    #[serde(rename = "toponym", default)]
    all: Vec<MarkedToponym>,
}

#[derive(Deserialize)]
struct MarkedToponym {
    start: usize,
    end: usize,
    gaztag: Option<Point>,
}

#[derive(Default, Deserialize)]
struct Locations {
    #[serde(rename = "location", default)]
    all: Vec<Location>,
}

#[derive(Deserialize)]
struct Location {
    start: usize,
    end: usize,
    lat: f64,
    lon: f64,
}

#[derive(Deserialize)]
struct Point {
    lat: f64,
    lon: f64,
}

/// Reads a corpus, gzipped XML.
pub fn read(file: &Path) -> Result<Vec<Article>> {
    let mut text = String::new();
    let packed = std::fs::File::open(file).with_context(|| format!("opening {}", file.display()))?;
    let unpacked = GzDecoder::new(packed).read_to_string(&mut text);
    unpacked.with_context(|| format!("{}: give the corpus as gzipped XML", file.display()))?;
    let corpus: Corpus =
        quick_xml::de::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
    Ok(corpus.articles.into_iter().map(article).collect())
}

fn article(published: Published) -> Article {
    let marked = published.toponyms.all.iter();
    let marked = marked.map(|t| (t.start, t.end, t.gaztag.as_ref().map(|p| (p.lat, p.lon))));
    // GeoVirus counts from one.
    let before = |n: usize| n.saturating_sub(1);
    let located = published.locations.all.iter();
    let located = located.map(|l| (before(l.start), before(l.end), Some((l.lat, l.lon))));
    let mut bytes: Vec<usize> = published.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(published.text.len());
    let byte = |n: usize| bytes[n.min(bytes.len() - 1)];
    let toponym =
        |(start, end, point): (usize, usize, _)| Toponym { span: Span::new(byte(start), byte(end)), point };
    let mut toponyms: Vec<Toponym> = marked.chain(located).map(toponym).collect();
    toponyms.sort_by_key(|t| t.span);
    let sentences = sentences(&published.text);
    Article { report: Report { text: published.text, ..Report::default() }, sentences, toponyms }
}

/// Stops with a space behind them: good enough for a resolver that asks only which mentions stand together.
fn sentences(text: &str) -> Vec<Span> {
    let mut from = 0;
    let mut spans: Vec<Span> = text
        .match_indices(". ")
        .map(|(at, _)| Span::new(std::mem::replace(&mut from, at + 2), at + 1))
        .collect();
    spans.push(Span::new(from, text.len()));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_corpora_are_read_in_their_own_counting() {
        let corpus = "<articles><article><text>Über Aden nach Taiz.</text>\
            <toponyms><toponym><start>15</start><end>19</end></toponym>\
            <toponym><start>5</start><end>9</end><gaztag><lat>12.8</lat><lon>45.0</lon></gaztag></toponym></toponyms>\
            </article><article><text>Aden.</text><locations><location><start>1</start><end>5</end>\
            <lat>12.8</lat><lon>45.0</lon></location></locations></article></articles>";
        let corpus: Corpus = quick_xml::de::from_str(corpus).unwrap();
        let articles: Vec<Article> = corpus.articles.into_iter().map(article).collect();
        let words = |n: usize| -> Vec<(&str, bool)> {
            let Article { report, toponyms, .. } = &articles[n];
            toponyms.iter().map(|t| (t.span.of(&report.text), t.point.is_some())).collect()
        };
        assert_eq!(words(0), [("Aden", true), ("Taiz", false)]);
        assert_eq!(words(1), [("Aden", true)]);
    }
}
