//! Many reports at once, on all cores or as many as are wanted.

use crate::column::Texts;
use crate::report::named;
use crate::rows;
use anyhow::{Context, Result, ensure};
use arrow_array::{RecordBatch, RecordBatchReader};
use dateline_events::coder::Coder;
use dateline_events::coding::Note;
use dateline_events::record::Claim;
use dateline_shared::day;
use dateline_text::report::Report;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Stack of a thread: long texts get as much as a main thread has.
const STACK: usize = 8 << 20;

/// Who codes, and on how many threads; on all cores where that is not said.
pub struct Work<'a> {
    pub coder: &'a Coder,
    pub threads: Option<usize>,
}

/// What became of a report.
#[derive(Debug, Default)]
pub struct Coded {
    pub id: String,
    /// None of a row that is no report.
    pub claims: Option<Vec<Claim>>,
    pub notes: Vec<String>,
}

/// The columns of reports in a batch.
struct Columns {
    id: Texts,
    text: Texts,
    others: [Texts; 5],
}

/// A row for each report of the batches, in their order.
pub fn code(reader: Box<dyn RecordBatchReader + Send>, work: &Work<'_>) -> Result<RecordBatch> {
    let mut all = Vec::new();
    for batch in reader {
        code_one(&batch?, work, &mut all)?;
    }
    rows::coded(all)
}

fn code_one(batch: &RecordBatch, work: &Work<'_>, all: &mut Vec<Coded>) -> Result<()> {
    let columns = Columns::of(batch)?;
    let count = batch.num_rows();
    let done: Vec<OnceLock<Coded>> = (0..count).map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let worker = || {
        loop {
            let row = next.fetch_add(1, Ordering::Relaxed);
            let Some(place) = done.get(row) else { return };
            // Nobody else has this row.
            let _ = place.set(one(work.coder, &columns, row));
        }
    };
    let threads = work
        .threads
        .unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from))
        .clamp(1, count.max(1));
    if threads == 1 {
        worker();
    } else {
        thread::scope(|scope| -> Result<()> {
            for _ in 0..threads {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, worker)
                    .context("no more threads")?;
            }
            Ok(())
        })?;
    }
    all.extend(done.into_iter().map(|coded| coded.into_inner().unwrap_or_default()));
    Ok(())
}

/// Codes a row. A mistake in the program costs that row only.
fn one(coder: &Coder, columns: &Columns, row: usize) -> Coded {
    let id = columns.id.get(row).unwrap_or_default().to_owned();
    let refused = |id: String, note: &str| Coded { id, claims: None, notes: vec![note.to_owned()] };
    let (report, mut notes) = match columns.report(row, id.clone()) {
        Ok(read) => read,
        Err(note) => return refused(id, &note),
    };
    match catch_unwind(AssertUnwindSafe(|| coder.code(&report))) {
        Ok(coding) => {
            notes.extend(coding.notes.iter().map(|note| shown(note, &report.text)));
            Coded { id: report.id, claims: Some(coding.claims), notes }
        }
        Err(_) => refused(
            report.id,
            "a mistake in dateline: it could not be coded; please report it with this text",
        ),
    }
}

/// A note with its words.
fn shown(note: &Note, text: &str) -> String {
    match note.words.map(|words| words.of(text)) {
        Some(words) if !words.is_empty() => format!("'{words}': {}", note.text),
        _ => note.text.clone(),
    }
}

impl Columns {
    fn of(batch: &RecordBatch) -> Result<Self> {
        let text = Texts::of(batch, "text")?;
        ensure!(text.is_there(), "no column 'text'");
        let [title, publisher, dateline, published, url] =
            ["title", "publisher", "dateline", "published", "url"].map(|name| Texts::of(batch, name));
        let others = [title?, publisher?, dateline?, published?, url?];
        Ok(Self { id: Texts::of(batch, "id")?, text, others })
    }

    /// The report of a row, with what is doubtful in it; an error where it is none.
    fn report(&self, row: usize, id: String) -> Result<(Report, Vec<String>), String> {
        let text = self.text.get(row).ok_or("no text")?;
        let [title, publisher, dateline, published, url] = self
            .others
            .each_ref()
            .map(|column| column.get(row).filter(|value| !value.trim().is_empty()).map(str::to_owned));
        let day = published.as_deref().and_then(day::parse);
        let doubt = published.filter(|_| day.is_none());
        let notes = doubt.map(|words| {
            format!("published '{words}' is no date: it counts as unknown; write it as 2012-12-13")
        });
        let report = Report { id, text: text.to_owned(), title, publisher, dateline, published: day, url };
        Ok((named(report)?, notes.into_iter().collect()))
    }
}
