//! Reports made of open text: four sentences each of encyclopedia articles on wars, and three events each of the days of four years, with
//! a headline, a publisher and a day. They are written to a file that does not leave this machine.

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// Sentences of a report that is made of an article.
const SENTENCES: usize = 4;

/// Events of a report that is made of those.
const EVENTS: usize = 3;

#[derive(Deserialize)]
struct Article {
    title: String,
    text: String,
}

#[derive(Deserialize)]
struct Event {
    date: String,
    text: String,
}

/// Writes so many reports as JSON lines; returns where.
pub fn write(shared: &Path, reports: usize) -> Result<PathBuf> {
    let folder = crate::shell::root().join("target/record");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("reports-{reports}.jsonl"));
    let mut out = std::io::BufWriter::new(File::create(&path)?);
    let open = shared.join("corpora/open");
    let mut count = 0;
    let mut write = |title: &str, day: &str, text: &str| -> Result<bool> {
        if count < reports {
            let line = serde_json::json!({
                "id": format!("w{count}"), "title": title, "publisher": format!("Outlet {}", count % 40), "published": day, "text": text,
            });
            writeln!(out, "{line}")?;
            count += 1;
        }
        Ok(count < reports)
    };
    for line in lines(&open.join("wiki_current_events/events.jsonl.gz"))?.collect::<Vec<_>>().chunks(EVENTS) {
        let events =
            line.iter().map(|l| Ok(serde_json::from_str(l.as_ref().map_err(|e| anyhow::anyhow!("{e}"))?)?));
        let events: Vec<Event> = events.collect::<Result<_>>()?;
        let text: Vec<&str> = events.iter().map(|event| event.text.as_str()).collect();
        let first = events.first().context("an empty chunk")?;
        write("Events of the day", &first.date, &text.join(" "))?;
    }
    for (n, line) in lines(&open.join("wiki_conflict_articles/articles.jsonl.gz"))?.enumerate() {
        let article: Article = serde_json::from_str(&line?)?;
        let day = format!("20{:02}-{:02}-{:02}", 10 + n % 14, 1 + n % 12, 1 + n % 28);
        let sentences: Vec<&str> = article.text.split_inclusive(". ").collect();
        for some in sentences.chunks(SENTENCES) {
            if !write(&article.title.replace('_', " "), &day, some.concat().trim())? {
                break;
            }
        }
    }
    out.flush()?;
    ensure!(count == reports, "the corpora have text for {count} reports only");
    Ok(path)
}

fn lines(path: &Path) -> Result<impl Iterator<Item = std::io::Result<String>> + use<>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    Ok(BufReader::new(GzDecoder::new(file)).lines())
}
