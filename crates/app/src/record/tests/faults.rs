//! What goes wrong is said, and costs nothing that was committed.

use super::{Bench, line, on_both};
use crate::coder::Code;
use crate::ingest::{Job, Stop, run};
use crate::reading::Defaults;
use crate::reading::inputs::Item;
use crate::record::Record;
use crate::record::address::Address;
use crate::record::engine::Engine;
use crate::record::fault::Fault;
use crate::record::open::{Purpose, STEPS, migrate};
use crate::screen::Screen;
use dateline_events::record::Coder;
use std::ops::ControlFlow;
use std::sync::Arc;

const BLAST: &str = "16 killed in Qatana on 2012-12-13, Police.";

fn file(bench: &Bench) -> Option<std::path::PathBuf> {
    match &bench.record.address {
        Address::File(file) => Some(file.clone()),
        Address::Server(_) => None,
    }
}

/// Sets something on every connection that the record can have.
fn on_all(bench: &Bench, setting: String) {
    bench.record.wait(async {
        let mut all = Vec::new();
        for _ in 0..bench.record.pool.options().get_max_connections() {
            let mut connection = bench.record.pool.acquire().await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(setting.clone())).execute(&mut *connection).await.unwrap();
            all.push(connection);
        }
    });
}

/// What reading one more report fails with.
fn fails(record: &Record, id: &str, text: &str) -> String {
    failure(record, id, text).map(|error| error.to_string()).unwrap_or_default()
}

/// The same as the error itself.
fn failure(record: &Record, id: &str, text: &str) -> Option<anyhow::Error> {
    let code: Code = Arc::new(super::code);
    let job = Job {
        coder: (code, Coder::default()),
        defaults: Defaults::default(),
        jobs: 1,
        command: "a test".into(),
    };
    let item = super::raw(&line(id, "Courier", "2012-12-14", text));
    let feed = move |take: &mut dyn FnMut(Item) -> ControlFlow<()>| _ = take(item);
    run(record, feed, job, &mut Screen::new(true), &Stop::default()).err()
}

#[test]
fn tables_of_a_newer_program_are_refused_and_left_alone() {
    on_both(|bench| {
        let newer = (
            STEPS.len() as i64 + 1,
            "to come",
            "create table later (id integer)",
            "create table later (id integer)",
        );
        bench.record.wait(migrate(&bench.record, &[STEPS, &[newer]].concat())).unwrap();
        let fault = Record::open(&bench.record.address, Purpose::Write).err().unwrap().to_string();
        assert!(fault.contains("made by a newer dateline"), "{fault}");
    });
}

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        if bench.record.engine == Engine::Postgres {
            return;
        }
        let pages = bench.number("pragma page_count");
        on_all(&bench, format!("pragma max_page_count = {pages}"));
        let long =
            format!("{BLAST}\n{}", "Words of a long report fill many pages of the file. ".repeat(4_000));
        let error = fails(&bench.record, "b", &long);
        assert!(error.contains("the disk is full; make room and run this again"), "{error}");
        assert_eq!(bench.number("select count(*) from report"), 1);
        let again = Record::open(&bench.record.address, Purpose::Look).unwrap();
        assert_eq!(again.wait(again.status()).unwrap().events, 1);
    });
}

#[test]
fn a_record_that_is_gone_or_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let open = |name: &str, purpose| {
        Record::open(&Address::File(folder.path().join(name)), purpose).err().unwrap().to_string()
    };
    assert!(open("none.db", Purpose::Look).contains("no record there; make one with dateline ingest"));
    assert!(open("no/folder/none.db", Purpose::Write).contains("cannot be opened"));
    std::fs::write(folder.path().join("text.db"), "some text, and no database\n".repeat(100)).unwrap();
    assert!(open("text.db", Purpose::Write).contains("no record but some other file"));
    let nobody = Address::parse("postgres://nobody:secret@127.0.0.1:9/none").unwrap();
    let fault = Record::open(&nobody, Purpose::Look).err().unwrap().to_string();
    assert!(fault.contains("cannot be reached") && !fault.contains("secret"), "{fault}");
}

#[test]
fn a_database_of_another_program_is_not_touched() {
    on_both(|bench| {
        let Some(file) = file(&bench) else { return };
        let other = file.with_file_name("other.db");
        bench.record.wait(async {
            let pool =
                sqlx::AnyPool::connect(&format!("sqlite://{}?mode=rwc", other.display())).await.unwrap();
            sqlx::query("create table theirs (id integer)").execute(&pool).await.unwrap();
            pool.close().await;
        });
        let before = std::fs::read(&other).unwrap();
        let fault = Record::open(&Address::File(other.clone()), Purpose::Write).err().unwrap().to_string();
        assert!(fault.contains("a database of some other program"), "{fault}");
        assert!(
            std::fs::read(&other).unwrap().windows(5).filter(|w| w == b"table").count()
                == before.windows(5).filter(|w| w == b"table").count()
        );
    });
}

#[test]
fn a_record_that_another_program_holds_is_told_apart() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        if bench.record.engine == Engine::Postgres {
            return;
        }
        let other = Record::open(&bench.record.address, Purpose::Write).unwrap();
        let held = other.wait(other.pool.begin_with(other.engine.begin())).unwrap();
        on_all(&bench, "pragma busy_timeout = 50".into());
        let fault = failure(&bench.record, "b", BLAST).unwrap().downcast::<Fault>().unwrap();
        assert_eq!((fault.what.as_str(), fault.may_pass), ("another program is writing to it", true));
        other.wait(async { held.rollback().await.unwrap() });
        assert_eq!(fails(&bench.record, "b", BLAST), "");
        assert_eq!(bench.number("select count(*) from report"), 2);
    });
}
