//! What a piece of input is to the record: known already, no report, another language, a copy, or a report to be coded.

use super::recent::Reports;
use super::seen::Seen;
use crate::reading::inputs::Item;
use crate::reading::language::{self, Language};
use crate::reading::problem::{Gravity, Problem};
use crate::reading::{self, Defaults, Raw};
use crate::record::Record;
use crate::record::fault::Fault;
use crate::record::input::{self, Input, Known, State};
use crate::record::print::{self, Print};
use crate::record::report::{article, bodies, hash, same, short_hash};
use dateline_events::coding::Coding;
use dateline_text::report::Report;
use std::collections::HashMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The report that a copy is a copy of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Original {
    /// One in the record.
    Report(i64),
    /// One of this run, by the hash of its input.
    Input(String),
}

/// A piece of input with what is to be done about it.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Where it came from; none for what is no piece of input, such as a folder that cannot be read.
    pub input: Option<Input>,
    /// What became of it, as far as that is known.
    pub state: Option<State>,
    /// Why.
    pub why: Option<String>,
    /// True where the record has it, from the same place.
    pub is_known: bool,
    /// The report to be kept.
    pub report: Option<Report>,
    /// What makes it the same article as an earlier version, and the hash of text and head.
    pub article: String,
    pub hash: String,
    pub sketch: Vec<i64>,
    /// What it is a copy of.
    pub copy_of: Option<Original>,
    /// What the coder made of it.
    pub coding: Option<Coding>,
    /// What the user should know.
    pub problems: Vec<Problem>,
    /// Length of the input.
    pub bytes: u64,
}

impl Piece {
    /// It cannot be read.
    pub(super) fn refuse(&mut self, why: String) {
        (self.state, self.why, self.report) = (Some(State::Refused), Some(why), None);
    }
}

/// Tells pieces apart.
pub(super) struct Sieve {
    record: Record,
    defaults: Defaults,
    recent: Reports,
    /// What the record has.
    stored: Seen,
    /// Inputs of this run that may not be committed yet: by their hash, where they came from.
    seen: HashMap<String, Input>,
    before: HashMap<String, Input>,
}

/// Inputs remembered before the older half is let go.
const SEEN: usize = 2_000;

impl Sieve {
    /// Asks this record.
    pub(super) fn new(record: Record, defaults: Defaults) -> Result<Self, Fault> {
        let stored = Seen::of(&record)?;
        let (seen, before) = (HashMap::new(), HashMap::new());
        Ok(Self { record, defaults, recent: Reports::default(), stored, seen, before })
    }

    /// What is to be done about an item.
    pub(super) fn take(&mut self, item: Item) -> Result<Piece, Fault> {
        match item {
            Item::Problem(problem) => Ok(of_problem(problem)),
            Item::Raw(raw) => self.raw(&raw),
        }
    }

    fn raw(&mut self, raw: &Raw) -> Result<Piece, Fault> {
        let input = Input {
            origin: origin(&raw.file),
            part: raw.line.map(|n| n.to_string()).unwrap_or_default(),
            hash: of_bytes(raw),
        };
        let bytes = u64::try_from(raw.bytes.len()).unwrap_or(u64::MAX);
        let mut piece = Piece { bytes, ..Piece::default() };
        let known = self.known(&input)?;
        piece.input = Some(input);
        if let Some((known, original)) = known {
            piece.is_known = known.same_place;
            piece.state =
                Some(if known.report.is_some() || original.is_some() { State::Copy } else { known.state });
            (piece.why, piece.copy_of) = (known.why, original.or(known.report.map(Original::Report)));
            return Ok(piece);
        }
        self.read(raw, &mut piece)?;
        Ok(piece)
    }

    /// What became of these bytes before, in the record or in this run.
    fn known(&mut self, input: &Input) -> Result<Option<(Known, Option<Original>)>, Fault> {
        let place = |input: &Input| (input.origin.clone(), input.part.clone());
        let first = self.seen.get(&input.hash).or_else(|| self.before.get(&input.hash)).map(place);
        let same_place = first.as_ref().is_some_and(|first| *first == place(input));
        let stored = if self.stored.may_have(&input.hash) && !same_place {
            let known = self.record.wait(input::known(&self.record.pool, input));
            known.map_err(|error| self.record.fault(&error))?
        } else {
            None
        };
        if first.is_some() && !stored.as_ref().is_some_and(|known| known.same_place) {
            let known = Known { state: State::Copy, why: None, report: None, same_place };
            return Ok(Some((known, Some(Original::Input(input.hash.clone())))));
        }
        if self.seen.len() >= SEEN {
            self.before = std::mem::take(&mut self.seen);
        }
        self.seen.insert(input.hash.clone(), input.clone());
        self.stored.add(&[&input.hash], &[]);
        Ok(stored.map(|known| (known, None)))
    }

    fn read(&mut self, raw: &Raw, piece: &mut Piece) -> Result<(), Fault> {
        match catch_unwind(AssertUnwindSafe(|| reading::read(raw, &self.defaults))) {
            Err(_) => piece.refuse(
                "a mistake in dateline: it could not be read; please report it with this input".into(),
            ),
            Ok(Err(problem)) => {
                piece.refuse(format!("{}; {}", problem.fault.what, problem.fault.cure));
                if problem.fault.no_text {
                    piece.state = Some(State::NoText);
                } else {
                    piece.problems.push(problem);
                }
            }
            Ok(Ok((report, problems))) => {
                piece.problems = problems;
                self.told_apart(raw, report, piece)?;
            }
        }
        Ok(())
    }

    /// Another language, a copy, or a report to be coded.
    fn told_apart(&mut self, raw: &Raw, report: Report, piece: &mut Piece) -> Result<(), Fault> {
        if let Language::Other(language) = language::of(&report.text) {
            (piece.state, piece.why) = (Some(State::NotEnglish), Some(language.to_owned()));
            return Ok(());
        }
        let Some(input) = piece.input.clone() else { return Ok(()) };
        let file = (raw.line.is_none() && raw.file != "stdin").then_some(input.origin.as_str());
        piece.hash = hash(&report);
        piece.article = article(&report, report.id != raw.fallback_id, file, &piece.hash);
        let print = Print::of(&report.text);
        piece.sketch = print.sketch();
        let (same, candidates) = self.stored_like(piece)?;
        if let Some(original) = same.map(Original::Report).or_else(|| self.recent.same(&piece.hash)) {
            // The same text under the same head: nothing of it is new.
            (piece.state, piece.copy_of) = (Some(State::Copy), Some(original));
            return Ok(());
        }
        let stored = candidates
            .iter()
            .find(|(_, article, body)| *article != piece.article && print.is_copy_of(&Print::of(body)));
        piece.copy_of = stored
            .map(|(id, ..)| Original::Report(*id))
            .or_else(|| self.recent.original(&piece.article, &print));
        piece.state = Some(if piece.copy_of.is_some() { State::Copy } else { State::Coded });
        if piece.copy_of.is_none() {
            self.recent.add(&input.hash, &piece.hash, &piece.article, print);
            self.stored.add(&[], &piece.sketch);
        }
        self.stored.add(&[&piece.hash], &[]);
        piece.report = Some(report);
        Ok(())
    }

    /// The same report in the record, else those that share sentences with it.
    fn stored_like(&self, piece: &Piece) -> Result<Like, Fault> {
        let ask = async {
            if self.stored.may_have(&piece.hash)
                && let Some(same) = same(&self.record.pool, &piece.hash).await?
            {
                return Ok((Some(same), Vec::new()));
            }
            if !self.stored.may_have_one(&piece.sketch) {
                return Ok((None, Vec::new()));
            }
            let ids = print::candidates(&self.record.pool, &piece.sketch).await?;
            Ok((None, bodies(&self.record.pool, &ids).await?))
        };
        self.record.wait(ask).map_err(|error: sqlx::Error| self.record.fault(&error))
    }
}

/// The same report; the originals of those that are alike, with their articles and texts.
type Like = (Option<i64>, Vec<(i64, String, String)>);

/// A file or folder that could not be read; what is passed over on purpose is told and not kept.
fn of_problem(problem: Problem) -> Piece {
    let input = (problem.gravity == Gravity::Error).then(|| Input {
        origin: origin(&problem.file),
        part: problem.fault.line.map(|n| n.to_string()).unwrap_or_default(),
        hash: short_hash([problem.fault.what.as_bytes(), problem.file.as_bytes()]),
    });
    let mut piece = Piece { input, ..Piece::default() };
    if piece.input.is_some() {
        piece.refuse(format!("{}; {}", problem.fault.what, problem.fault.cure));
    }
    piece.problems.push(problem);
    piece
}

/// The file as the system names it, so that it is the same from whatever folder.
fn origin(file: &str) -> String {
    fs::canonicalize(file).map_or_else(|_| file.to_owned(), |path| path.to_string_lossy().into_owned())
}

/// Hash of the bytes, of how they are to be read, and of what their container says of them.
fn of_bytes(raw: &Raw) -> String {
    let said = format!("{:?} {:?} {:?}", raw.kind, raw.given, raw.charset);
    short_hash([said.as_bytes(), &raw.bytes])
}
