//! What the other process does: takes less of the machine, reads, writes a line for each report.

use super::{parquet, pdf};
use crate::reading::header::Head;
use crate::reading::problem::Fault;
use crate::reading::{limits, mail};
use serde_json::{Value, json};
use std::io::{self, Read, Write};
use std::path::Path;

/// The most memory, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;

/// Reads the PDF file on standard input.
pub fn pdf() -> io::Result<()> {
    one(|bytes| pdf::text(bytes).map(|text| json!({"text": text})))
}

/// Reads the e-mail on standard input.
pub fn mail() -> io::Result<()> {
    one(|bytes| mail::parse(bytes).map(|found| report(found.text, found.head)))
}

fn one(read: impl FnOnce(&[u8]) -> Result<Value, Fault>) -> io::Result<()> {
    // Processor seconds: for one report more than a minute is no reading.
    take_less(Some(60));
    let mut bytes = Vec::new();
    io::stdin().lock().take(limits::FILE).read_to_end(&mut bytes)?;
    let line = read(&bytes).unwrap_or_else(|fault| wrap(&fault));
    writeln!(io::stdout().lock(), "{line}")
}

/// A report as a line.
pub fn report(text: String, head: Head) -> Value {
    let Head { id, title, publisher, dateline, url, published } = head;
    let published = published.map(|stated| stated.value);
    json!({
        "text": text, "id": id, "title": title, "publisher": publisher, "dateline": dateline, "url": url,
        "published": published,
    })
}

/// Reads a Parquet file, row by row.
pub fn parquet(file: &Path) -> io::Result<()> {
    take_less(None);
    let mut out = io::BufWriter::new(io::stdout().lock());
    parquet::read(file, &mut |row| match row {
        Ok(report) => writeln!(out, "{report}"),
        Err(fault) => writeln!(out, "{}", wrap(&fault)),
    })?;
    out.flush()
}

/// A fault as a line.
fn wrap(fault: &Fault) -> Value {
    json!({"fault": {"what": fault.what, "cure": fault.cure, "no_text": fault.no_text}})
}

/// The report that a line is, or the fault.
pub fn unwrap(line: Vec<u8>) -> Result<Vec<u8>, Fault> {
    if !line.starts_with(b"{\"fault\"") {
        return Ok(line);
    }
    let value: Value = serde_json::from_slice(&line).unwrap_or_default();
    let word = |key: &str| value["fault"][key].as_str().unwrap_or("unknown").to_owned();
    let no_text = value["fault"]["no_text"] == true;
    Err(Fault { no_text, ..Fault::new(word("what"), word("cure")) })
}

/// Lowers the limits of this process, where the system has such.
fn take_less(seconds: Option<u64>) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let lower = |resource: Resource, most: u64| {
            let maximum = getrlimit(resource).maximum;
            let most = maximum.map_or(most, |maximum| most.min(maximum));
            // Where the system refuses, the parent's patience is the limit that remains.
            let _ = setrlimit(resource, Rlimit { current: Some(most), maximum });
        };
        lower(Resource::As, MEMORY);
        lower(Resource::Core, 0);
        if let Some(seconds) = seconds {
            lower(Resource::Cpu, seconds);
        }
    }
    #[cfg(not(unix))]
    let _ = seconds;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_crosses_to_the_other_process() {
        for fault in [Fault::new("a scan", "give its text"), Fault::no_text("empty", "give its text")] {
            assert_eq!(unwrap(wrap(&fault).to_string().into_bytes()), Err(fault));
        }
        let report = json!({"text": "A.", "id": "x"}).to_string().into_bytes();
        assert_eq!(unwrap(report.clone()), Ok(report));
    }
}
