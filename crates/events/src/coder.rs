//! The coder: a report in, its claims out.

use crate::claims::{self, Ground};
use crate::codebook::{self, Codebook};
use crate::coding::{Coding, Note};
use crate::gazetteer::Gazetteer;
use crate::parties::{ActorTables, Actors};
use crate::record;
use crate::scene::Scene;
use crate::{numbers, times};
use dateline_text::annotator::Annotator;
use dateline_text::document::Tables;
use dateline_text::document::{Document, Splitter};
use dateline_text::report::Report;
use dateline_text::span::Span;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt;

/// The tables that the coder is made of, as text; the program carries them inside itself.
pub struct CoderData {
    /// `models/vocab.txt`, which all models share.
    pub vocabulary: &'static str,
    /// `codebook/types.tsv`.
    pub types: &'static str,
    /// The tables of `text/`.
    pub text: Tables<'static>,
    /// The tables of `actors/` and `sources/`.
    pub actors: ActorTables<'static>,
    /// Version of the program, for the record.
    pub version: &'static str,
}

/// One of the models that the annotator can run on.
pub struct ModelData {
    /// Its folder below `data/`, for messages.
    pub folder: &'static str,
    /// `model.onnx` in it.
    pub network: Cow<'static, [u8]>,
    /// `manifest.json` in it.
    pub manifest: Cow<'static, str>,
}

/// Why a coder cannot be made of its data, with the file below `data/`.
#[derive(Debug)]
pub struct CoderError(String);

impl fmt::Display for CoderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CoderError {}

fn in_file<E: fmt::Display>(file: &str) -> impl Fn(E) -> CoderError + '_ {
    move |error| CoderError(format!("data/{file}: {error}"))
}

/// Models, dictionaries and gazetteer, loaded once and shared between threads.
pub struct Coder {
    splitter: Splitter,
    annotator: Annotator,
    gazetteer: Gazetteer,
    actors: Actors,
    codebook: Codebook,
    stamp: record::Coder,
}

impl Coder {
    /// Loads the parts, with the places of `gazetteer` and the parties of `actors`.
    pub fn load(
        data: &CoderData,
        model: ModelData,
        gazetteer: Gazetteer,
        actors: Actors,
    ) -> Result<Self, CoderError> {
        let annotator = Annotator::load(model.network, data.vocabulary, &model.manifest)
            .map_err(in_file(model.folder))?;
        Ok(Self {
            stamp: record::Coder {
                version: data.version.to_owned(),
                model: short(&annotator.manifest().model_sha256),
                data: short(&data.hash(&gazetteer)),
                actors: actors.own_hash().map(short),
            },
            annotator,
            splitter: Splitter::from_tables(data.text).map_err(in_file("text"))?,
            gazetteer,
            actors,
            codebook: Codebook::from_table(data.types).map_err(in_file(codebook::TYPES))?,
        })
    }

    /// What its claims say of who made them.
    pub fn stamp(&self) -> &record::Coder {
        &self.stamp
    }

    /// Codes one report. Whatever the text holds, there is an answer: what could not be read is a note.
    pub fn code(&self, report: &Report) -> Coding {
        let document = Document::read(report, &self.splitter);
        let report = &with_dateline(report, &document);
        let sentences: Vec<Span> = document.sentences.iter().map(|s| s.span).collect();
        let claiming: Vec<usize> =
            (0..sentences.len()).filter(|n| document.sentences[*n].kind.makes_claims()).collect();
        let spans: Vec<Span> = claiming.iter().map(|n| sentences[*n]).collect();
        let mut annotations = match self.annotator.annotate(&report.text, &spans) {
            Ok(annotations) => annotations,
            Err(error) => {
                let notes = vec![Note { text: error.to_string(), words: None }];
                return Coding { sentences, notes, ..Coding::default() };
            }
        };
        annotations.renumber(&claiming);
        annotations.trim_marks(&report.text);
        let scene = Scene { report, sentences: &sentences };
        let ground =
            Ground::new(scene, &annotations, &self.actors, &self.gazetteer, &self.codebook, &self.stamp);
        claims::code(&ground, &annotations)
    }
}

/// The report with the place of its dateline, where the text gives one and nobody else did.
fn with_dateline(report: &Report, document: &Document) -> Report {
    let place = document.dateline.as_ref().and_then(|d| d.place).map(|p| p.of(&report.text).to_owned());
    Report { dateline: report.dateline.clone().or(place), ..report.clone() }
}

/// Twelve hexadecimal digits tell any two models or tables apart.
fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}

impl CoderData {
    /// SHA-256 over the gazetteer and all tables, also those of numbers and times that events carries itself.
    fn hash(&self, gazetteer: &Gazetteer) -> String {
        let mut hash = Sha256::new();
        hash.update(gazetteer.bytes());
        for table in self.tables() {
            hash.update(table.as_bytes());
        }
        crate::claims::hexadecimal(&hash.finalize())
    }

    fn tables(&self) -> impl Iterator<Item = &'static str> {
        let (text, actors) = (self.text, self.actors);
        [self.types, text.abbreviations, text.function_words, text.furniture, text.agencies]
            .into_iter()
            .chain(actors.all())
            .chain(numbers::lexicon::TABLES)
            .chain(times::TABLES)
    }
}
