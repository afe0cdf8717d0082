//! What is kept stays as it was.

use super::{line, on_both};
use crate::record::Record;
use crate::record::address::Address;
use crate::record::backup::{backup, restore};
use crate::record::events::Upkeep;
use crate::record::find::Filter;
use crate::record::open::Purpose;

const BLAST: &str = "16 killed in Qatana on 2012-12-13, Police.";

#[test]
fn reports_claims_and_decisions_are_never_altered() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        for (statement, word) in [
            ("update report set body = 'x'", "never altered"),
            ("delete from report", "never deleted"),
            ("update claim set record = '{}'", "never altered"),
            ("delete from claim", "never deleted"),
        ] {
            assert!(bench.refused(statement).contains(word), "{statement}");
        }
        bench.record.wait(async {
            let query =
                "insert into decision (at, who, what, subject, detail, why) values ('', '', '', '', '', '')";
            sqlx::query(query).execute(&bench.record.pool).await.unwrap();
        });
        assert!(bench.refused("delete from decision").contains("only added to"));
    });
}

#[test]
fn another_coder_s_claims_stand_beside_the_old_ones() {
    on_both(|bench| {
        bench.read_with("one", &[&line("a", "Wire", "2012-12-14", BLAST)]);
        bench.read_with("two", &[&line("b", "Courier", "2012-12-14", BLAST)]);
        let status = bench.record.wait(bench.record.status()).unwrap();
        let models: Vec<&str> = status.coders.iter().map(|(_, model, ..)| model.as_str()).collect();
        assert_eq!(models, ["one", "two"]);
    });
}

#[test]
fn a_backup_is_a_whole_record_and_replaces_none() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        let copy = bench.folder.path().join("copy.db");
        let Address::File(file) = &bench.record.address else {
            assert!(backup(&bench.record, &copy).unwrap_err().to_string().contains("pg_dump"));
            return;
        };
        backup(&bench.record, &copy).unwrap();
        assert!(backup(&bench.record, &copy).unwrap_err().to_string().contains("is there already"));
        assert!(
            restore(&copy, &Address::File(file.clone()))
                .err()
                .unwrap()
                .to_string()
                .contains("is there already")
        );
        let new = Address::File(bench.folder.path().join("new.db"));
        restore(&copy, &new).unwrap();
        let record = Record::open(&new, Purpose::Write).unwrap();
        assert_eq!(record.wait(record.count(&Filter::default())).unwrap(), 1);
        let left: Vec<_> =
            std::fs::read_dir(bench.folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().contains("part")), "{left:?}");
    });
}

#[test]
fn a_file_that_is_no_backup_is_not_put_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let (file, new) = (folder.path().join("notes.txt"), folder.path().join("new.db"));
    std::fs::write(&file, "no database at all, but long enough to be looked at\n".repeat(30)).unwrap();
    let fault = restore(&file, &Address::File(new.clone())).err().unwrap().to_string();
    assert!(fault.contains("no record but some other file"), "{fault}");
    assert!(!new.exists());
}

#[test]
fn recoding_brings_old_claims_to_the_new_coder_and_says_what_changed() {
    on_both(|bench| {
        let texts = [
            line("a", "Wire", "2012-12-14", BLAST),
            line("b", "Wire", "2012-12-20", "3 killed in Homs on 2012-12-19, Police."),
        ];
        bench.read_with("one", &texts.iter().map(String::as_str).collect::<Vec<_>>());
        let twice = |report: &dateline_text::report::Report| {
            let mut coding = super::code(report);
            if report.id == "a" {
                coding.claims[0].casualties[0].low = Some(20);
            }
            coding
        };
        let stamp =
            dateline_events::record::Coder { version: "1".into(), model: "two".into(), ..Default::default() };
        let again = || {
            let coder: (crate::coder::Code, _) = (std::sync::Arc::new(twice), stamp.clone());
            let (mut screen, stop) = (crate::screen::Screen::new(true), crate::ingest::Stop::default());
            crate::recode::recode(&bench.record, coder, (2, None), &mut screen, &stop).unwrap()
        };
        let done = again();
        assert_eq!((done.reports, done.same, done.altered, done.new, done.gone), (2, 1, 1, 0, 0));
        assert_eq!(again().reports, 0, "done once, there is nothing left to do");
        bench.up_to_date(&mut Upkeep::new(&super::TABLES));
        assert_eq!(bench.number("select max(killed_low) from event"), 20);
        assert_eq!(bench.number("select count(*) from claim"), 4);
        assert_eq!(bench.number("select count(*) from claim where counts = 1"), 2);
    });
}
