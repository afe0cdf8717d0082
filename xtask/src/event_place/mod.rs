//! Measures where the program says that an event happened, on the sentences of Halterman (2019): a verb each, and the places
//! where what it names happened.
//!
//! The program reads each text whole. What is judged is the claim whose trigger shares a character with the verb; where no claim
//! has one, the verb is none of the codebook's events or the program missed it, which this corpus cannot tell apart: such
//! texts count as not covered, and as wrong in the figures over all. Beside the program stand two rules that know nothing of
//! events. Right is
//! - `words`: one of the claim's places shares a character with one of the places of the corpus,
//! - `or name`: or its resolved name has that place's words in it,
//! - `inner`: the most specific name in the words of one of its places does,
//! - `one`: that of its first named place alone does, to compare with the rules, which give one name each.

mod coded;
mod corpus;
mod figures;
mod rules;

use anyhow::{Context, Result};
use corpus::Case;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::places::find_toponyms;
use dateline_events::record::{Claim, Place};
use dateline_events::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use std::path::Path;

/// A text of the corpus, and what was made of it.
struct Judged {
    case: Case,
    /// The claim at the verb.
    claim: Option<Claim>,
    /// The names of places in the text that the gazetteer finds.
    names: Vec<Span>,
}

/// Prints the figures; with `errors`, every text whose claim has no place of the corpus.
pub fn measure(pack: &Path, file: &Path, model: &str, errors: bool) -> Result<()> {
    let bytes = std::fs::read(pack).with_context(|| format!("reading {}", pack.display()))?;
    let gazetteer = Gazetteer::from_bytes(bytes)?;
    let (cases, left_out) = corpus::read(file)?;
    let claims = coded::claims(&cases, model)?;
    let judge = |(case, claim): (Case, _)| Judged { names: names(&gazetteer, &case.text), case, claim };
    let judged: Vec<Judged> = cases.into_iter().zip(claims).map(judge).collect();
    println!("{model} model; left out: {left_out}");
    figures::print(&judged);
    if errors {
        judged.iter().for_each(Judged::show);
    }
    Ok(())
}

fn names(gazetteer: &Gazetteer, text: &str) -> Vec<Span> {
    let sentences = [Span::new(0, text.len())];
    let report = Report { text: text.to_owned(), ..Report::default() };
    find_toponyms(gazetteer, &Scene { report: &report, sentences: &sentences })
}

impl Judged {
    /// The claim's places, each with its words.
    fn given(&self) -> impl Iterator<Item = (Span, &Place)> {
        let places = self.claim.iter().flat_map(|c| &c.places);
        places
            .map(|p| (self.case.bytes(p.words.start, p.words.end), p))
            .filter(|(words, _)| !words.is_empty())
    }

    fn words(&self) -> Vec<Span> {
        self.given().map(|(words, _)| words).collect()
    }

    /// The most specific name among the words of each place: the one that the record's name begins with, else the first; the
    /// words themselves where no name is found in them.
    fn innermost(&self) -> Vec<Span> {
        let text = &self.case.text;
        let inner = self.given().map(|(words, place)| {
            let label = place.name.as_deref().and_then(|n| n.split(", ").next()).unwrap_or_default();
            let mut within = self.names.iter().filter(|name| words.contains(**name));
            let first = within.clone().next();
            *within.find(|name| label.contains(name.of(text))).or(first).unwrap_or(&words)
        });
        inner.collect()
    }

    /// One answer, as the rules give one: the first of the innermost that is a name, else the first.
    fn one(&self) -> Option<Span> {
        let innermost = self.innermost();
        innermost.iter().find(|span| self.names.contains(span)).or(innermost.first()).copied()
    }

    /// True where one of `spans` is at one of the corpus's places.
    fn is_right(&self, spans: &[Span]) -> bool {
        spans.iter().any(|span| self.case.locations.iter().any(|l| l.touches(*span)))
    }

    /// True where the record names one of the corpus's places, whatever words it rests on: "the streets" of Chaman are resolved to
    /// "streets, Chaman, ...".
    fn is_named(&self) -> bool {
        let wanted = |l: &Span| l.of(&self.case.text).trim();
        let names = |name: &str| self.case.locations.iter().any(|l| name.contains(wanted(l)));
        self.given().any(|(_, place)| place.name.as_deref().is_some_and(names))
    }

    fn show(&self) {
        let places = self.words();
        if self.claim.is_none() || self.case.locations.is_empty() || self.is_right(&places) {
            return;
        }
        let text = &self.case.text;
        let list = |spans: &[Span]| spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join("; ");
        println!(
            "{}\t{}\t{}\t{}",
            self.case.verb.of(text),
            list(&self.case.locations),
            list(&places),
            text.replace(['\n', '\t'], " ")
        );
    }
}
