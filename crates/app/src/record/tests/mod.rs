//! The record, held to the same promises on both databases.
//!
//! PostgreSQL is tested where `DATELINE_TEST_POSTGRES` names a server on which databases may be made: `cargo xtask test` starts one.

mod faults;
mod finding;
mod keeping;
mod live;
mod overview;
mod reading;

use super::Record;
use super::address::Address;
use super::events::{Changes, Upkeep};
use super::open::Purpose;
use crate::coder::Code;
use crate::ingest::{Job, Stop, Tally, run};
use crate::reading::inputs::Item;
use crate::reading::kind::Kind;
use crate::reading::{Defaults, Raw};
use crate::screen::Screen;
use dateline_events::coding::Coding;
use dateline_events::merge::Merging;
use dateline_events::record::{
    Casualty, Claim, Coder, Event, Evidence, Party, Place, ReportHead, Source, Time, Words,
};
use dateline_shared::built_in;
use dateline_text::report::Report;
use sqlx::Row;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;

static TABLES: LazyLock<Merging> = LazyLock::new(|| built_in::merging().unwrap());

/// A record that goes away with the test.
pub(crate) struct Bench {
    pub record: Record,
    pub folder: TempDir,
}

/// Runs a test on each database there is.
pub(crate) fn on_both(mut test: impl FnMut(Bench)) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::File(folder.path().join("record.db"));
    test(Bench { record: Record::open(&address, Purpose::Write).unwrap(), folder });
    let Ok(server) = std::env::var("DATELINE_TEST_POSTGRES") else { return };
    let address = Address::Server(new_database(&server));
    let folder = tempfile::tempdir().unwrap();
    test(Bench { record: Record::open(&address, Purpose::Write).unwrap(), folder });
}

/// The URL of a database of its own on a server; `{}` in the server's URL stands for its name.
fn new_database(server: &str) -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    sqlx::any::install_default_drivers();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let pool = sqlx::AnyPool::connect(&server.replace("{}", "postgres")).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}"))).execute(&pool).await.unwrap();
        pool.close().await;
    });
    server.replace("{}", &name)
}

impl Bench {
    /// Reads texts into the record and brings the events up to date.
    pub(crate) fn read(&self, texts: &[&str]) -> (Tally, Option<Changes>) {
        self.read_with("one", texts)
    }

    /// Brings the events up to date.
    pub(super) fn up_to_date(&self, upkeep: &mut Upkeep<'_>) -> Option<Changes> {
        upkeep.bring_up_to_date(&self.record, |_| ()).unwrap()
    }

    /// Reads by another model, and brings the events up to date.
    pub(super) fn read_with(&self, model: &str, texts: &[&str]) -> (Tally, Option<Changes>) {
        (self.only_read(model, texts), self.up_to_date(&mut Upkeep::new(&TABLES)))
    }

    /// Reads and leaves the events as they are.
    pub(super) fn only_read(&self, model: &str, texts: &[&str]) -> Tally {
        let items: Vec<Item> = texts.iter().map(|text| raw(text)).collect();
        let stamp = Coder { version: "1".into(), model: model.into(), ..Coder::default() };
        let code: Code = Arc::new(code);
        let job =
            Job { coder: (code, stamp), defaults: Defaults::default(), jobs: 2, command: "a test".into() };
        let feed =
            move |take: &mut dyn FnMut(Item) -> ControlFlow<()>| _ = items.into_iter().try_for_each(take);
        run(&self.record, feed, job, &mut Screen::new(true), &Stop::default()).unwrap()
    }

    /// The number that a query gives.
    pub(super) fn number(&self, query: &'static str) -> i64 {
        self.record.wait(async {
            sqlx::query(query).fetch_one(&self.record.pool).await.unwrap().try_get(0).unwrap()
        })
    }

    /// What a statement fails with.
    pub(super) fn refused(&self, statement: &'static str) -> String {
        self.record
            .wait(async { sqlx::query(statement).execute(&self.record.pool).await.unwrap_err().to_string() })
    }
}

fn raw(text: &str) -> Item {
    let fallback_id = format!("in:{}", text.len());
    let raw = Raw::new("in.jsonl", Kind::JsonLines, text.as_bytes().to_vec(), fallback_id);
    Item::Raw(Raw { line: Some(text.len() as u64), ..raw })
}

/// A report as a line of JSON.
pub(crate) fn line(id: &str, publisher: &str, published: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "publisher": publisher, "published": published, "text": text }).to_string()
}

/// A coder that finds a claim in each line "N killed in TOWN on DATE, SOURCE"; one that is denied where the source is "Denied by SOURCE",
/// and one to come where it is "Announced by SOURCE".
fn code(report: &Report) -> Coding {
    let mut found = Coding::default();
    for (n, sentence) in report.text.lines().enumerate() {
        let Some((killed, rest)) = sentence.split_once(" killed in ") else { continue };
        let (town, rest) = rest.split_once(" on ").unwrap();
        let (day, source) = rest.split_once(", ").unwrap();
        found.claims.push(claim(
            report,
            n,
            sentence,
            (killed.parse().unwrap(), town, day, source.trim_end_matches('.')),
        ));
    }
    found
}

fn claim(
    report: &Report,
    n: usize,
    sentence: &str,
    (killed, town, day, source): (u64, &str, &str, &str),
) -> Claim {
    let (status, source) = match (source.strip_prefix("Denied by "), source.strip_prefix("Announced by ")) {
        (Some(denier), _) => ("denied", denier),
        (_, Some(herald)) => ("future", herald),
        _ => ("occurred", source),
    };
    let lat = 33.0 + f64::from(town.bytes().map(u32::from).sum::<u32>() % 40) * 0.4;
    let words = |text: &str| Words { text: text.into(), start: 0, end: text.len() };
    Claim {
        v: 1,
        id: format!("c_{}_{n}", report.id),
        report: ReportHead {
            id: report.id.clone(),
            publisher: report.publisher.clone(),
            published: report.published.map(|day| day.to_string()),
            ..ReportHead::default()
        },
        evidence: Evidence {
            sentence: n,
            text: sentence.into(),
            trigger: words("killed"),
            ..Evidence::default()
        },
        event: Event {
            kind: "ASSAULT".into(),
            modes: vec!["explosives".into()],
            scope: if source.starts_with("Sum ") { "cumulative".into() } else { "event".into() },
            ..Event::default()
        },
        status: status.into(),
        actors: vec![Party {
            who: Some("Grey Front".into()),
            country: Some("SYR".into()),
            ..Party::default()
        }],
        places: vec![Place {
            name: Some(format!("{town}, Province, Syria")),
            country: Some("SYR".into()),
            lat: (town != "Nowhere").then_some(lat),
            lon: (town != "Nowhere").then_some(36.0),
            precision: Some("town".into()),
            ..Place::default()
        }],
        time: Some(Time { first: Some(day.into()), last: Some(day.into()), ..Time::default() }),
        casualties: vec![Casualty {
            kind: "killed".into(),
            low: Some(killed),
            high: Some(killed),
            ..Casualty::default()
        }],
        sources: vec![Source { who: Some(source.into()), kind: Some("police".into()), ..Source::default() }],
        ..Claim::default()
    }
}
