//! What lies beside an export: what its columns hold, and how to cite it.

use super::{Done, Export, Form, fields};
use crate::output::target::Target;
use crate::record::Record;
use anyhow::Result;
use serde_json::json;
use std::path::{Path, PathBuf};

impl Export {
    /// Writes the data dictionary and the citation beside a file; neither beside what is none, such as /dev/stdout.
    pub fn write_beside(&self, file: &Path, record: &Record, done: &Done) -> Result<()> {
        if !file.is_file() {
            return Ok(());
        }
        let status = record.wait(record.status()).map_err(|error| record.fault(&error))?;
        let coders = status.coders.iter();
        let models: Vec<String> = coders
            .map(|(version, model, .., reports)| {
                format!("dateline {version}, model {model} ({reports} reports)")
            })
            .collect();
        write(&beside(file, "dictionary.csv"), &self.dictionary())?;
        write(&beside(file, "CITATION.cff"), &citation(file, done, &models))
    }

    /// A row for each column: its name, what kind it is, what it holds.
    fn dictionary(&self) -> String {
        let mut out = csv::Writer::from_writer(Vec::new());
        let heads = if self.form == Form::Jsonl { fields::of(self.what).to_vec() } else { self.heads() };
        let rows = heads.into_iter().map(|head| [head.name, head.kind.name(), head.meaning]);
        let written = std::iter::once(["column", "kind", "meaning"])
            .chain(rows)
            .try_for_each(|row| out.write_record(row));
        // What is written to memory is written.
        debug_assert!(written.is_ok());
        String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// In the Citation File Format (1.2.0). Its strings are written as JSON, which YAML reads.
fn citation(file: &Path, done: &Done, models: &[String]) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let text = format!(
        "{} rows, made by a program from news reports and not checked by people unless a row says so. Coded by: {}.",
        done.rows,
        models.join("; ")
    );
    format!(
        "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nabstract: {}\nversion: {}\ndate-released: {}\nauthors:\n  - name: {}\n",
        json!("If you use these data, cite them, the reports that they rest on, and the program."),
        json!(format!("{name}: events of a conflict as reports claim them")),
        json!(text),
        json!(env!("CARGO_PKG_VERSION")),
        json!(crate::record::now().get(..10).unwrap_or_default()),
        json!("Whoever keeps the record; put your name here"),
    )
}

/// `events.csv` has `events.csv.dictionary.csv`: the same events in another form lie in the same folder.
fn beside(file: &Path, tail: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(tail);
    name.into()
}

fn write(file: &Path, text: &str) -> Result<()> {
    let mut target = Target::open(Some(file))?;
    target.write(|out| out.write_all(text.as_bytes()))?;
    target.finish()
}
