//! Events that are brought up to date bit by bit are those that all claims make at once.

use super::{Bench, TABLES, line, on_both};
use crate::record::events::Upkeep;
use crate::record::find::Filter;
use crate::record::retract::Retracted;
use sqlx::Row;

/// Everything that is derived, as text; what numbers the rows bear is left out.
fn derived(bench: &Bench) -> Vec<String> {
    let queries = [
        "select name || record from event join event_record on event = event.id order by name",
        "select name || hash || day || kind || grade || publishers from event order by name",
        "select name || claim || age || ' ' || report from event join event_claim on event = event.id order by name, age",
        "select name || facet || value from event join facet on event = event.id order by name, facet, value",
        "select name || ' ' || stands from redirect order by name",
        "select name || record from series order by name",
        "select name from event where id in (select event from event_claim where report = 0)",
    ];
    bench.record.wait(async {
        let mut all = Vec::new();
        for query in queries {
            let rows = sqlx::query(query).fetch_all(&bench.record.pool).await.unwrap();
            all.extend(rows.iter().map(|row| row.get::<String, _>(0)));
        }
        all
    })
}

/// Rounds of reports: new ones, copies, new versions, denials of what was told, another coder.
fn rounds() -> Vec<(&'static str, Vec<String>)> {
    let long = "16 killed in Qatana on 2012-12-13, Police.\nThe town lies south-west of the capital, and the road there was closed.\nPeople said \
        that they had heard the blast from far away.\nSchools will stay closed for the rest of the week.";
    vec![
        ("one", vec![line("a", "Wire", "2012-12-14", long)]),
        (
            "one",
            vec![line(
                "b",
                "Courier",
                "2012-12-15",
                "17 killed in Qatana on 2012-12-13, Doctors.\n3 killed in Homs on 2012-12-15, Police.",
            )],
        ),
        // A copy: one more outlet.
        ("one", vec![line("c", "Echo", "2012-12-14", long)]),
        // A new version of an article: another town.
        (
            "one",
            vec![line(
                "b",
                "Courier",
                "2012-12-15",
                "4 killed in Izra on 2012-12-14, Doctors.\n3 killed in Homs on 2012-12-15, Police.",
            )],
        ),
        ("one", vec![]),
        // The version with its old figure again, and a report that joins what stood apart.
        (
            "two",
            vec![
                line(
                    "b",
                    "Courier",
                    "2012-12-16",
                    "17 killed in Qatana on 2012-12-13, Doctors.\n3 killed in Homs on 2012-12-15, Police.",
                ),
                line("d", "Wire", "2012-12-17", "18 killed in Qatana on 2012-12-13, Hospital."),
            ],
        ),
        // The same claims in a version with another end, and a copy that becomes a report of its own.
        (
            "two",
            vec![
                line(
                    "d",
                    "Wire",
                    "2012-12-17",
                    "18 killed in Qatana on 2012-12-13, Hospital.\nMore is to follow.",
                ),
                line(
                    "c",
                    "Echo",
                    "2012-12-14",
                    "5 killed in Deraa on 2012-12-14, Police.\n300 killed in Deraa on 2012-12-14, Sum Observatory.",
                ),
            ],
        ),
        // An article that tells nothing any more.
        ("two", vec![line("a", "Wire", "2012-12-14", "Nothing is known of it.")]),
        ("two", vec![line("e", "Wire", "2012-12-20", "1 killed in Nowhere on 2012-12-19, Police.")]),
    ]
}

#[test]
fn bit_by_bit_and_at_once_give_the_same_events() {
    let (mut ends, mut changes) = (Vec::new(), Vec::new());
    for live in [false, true] {
        on_both(|bench| {
            let mut upkeep = Upkeep::new(&TABLES);
            for (model, texts) in rounds() {
                bench.only_read(model, &texts.iter().map(String::as_str).collect::<Vec<_>>());
                let changed = match live {
                    true => bench.up_to_date(&mut upkeep),
                    false => bench.up_to_date(&mut Upkeep::new(&TABLES)),
                };
                changes.push(changed);
            }
            ends.push(derived(&bench));
        });
    }
    let half = changes.len() / 2;
    assert_eq!(changes[..half], changes[half..], "what changed is counted the same");
    assert!(changes.iter().flatten().any(|change| change.altered > 0 && change.events > 1));
    assert!(ends.iter().all(|end| *end == ends[0]), "{ends:#?}");
    assert!(ends[0].iter().any(|row| row.contains("Qatana")));
    assert!(ends[0].iter().any(|row| row.starts_with("t_")), "a sum over time became a series");
}

#[test]
fn others_may_bring_events_up_to_date_meanwhile() {
    on_both(|bench| {
        let mut upkeep = Upkeep::new(&TABLES);
        let mut other = Upkeep::new(&TABLES);
        let towns = ["Qatana", "Homs", "Izra", "Deraa", "Palmyra", "Raqqa"];
        for (n, town) in towns.into_iter().enumerate() {
            let text = format!("{} killed in {town} on 2012-12-1{n}, Police.", n + 1);
            bench.only_read("one", &[&line(&format!("r{}", n / 2), "Wire", "2012-12-20", &text)]);
            // Every second change is seen by another program first, and may then be replaced: each article comes in two versions.
            if n % 2 == 0 {
                bench.up_to_date(&mut other);
            }
            bench.up_to_date(&mut upkeep);
            assert_eq!(
                bench.number("select count(*) from event"),
                n as i64 / 2 + 1,
                "no event of an older version stays"
            );
        }
        assert!(bench.up_to_date(&mut upkeep).is_none(), "nothing has changed");
        let claimless = "select count(*) from event where id not in (select event from event_claim)";
        assert_eq!(bench.number(claimless), 0);
    });
}

#[test]
fn a_new_version_with_the_same_claims_keeps_them_in_their_event() {
    on_both(|bench| {
        let told = "16 killed in Qatana on 2012-12-13, Police.";
        bench.read(&[&line("a", "Wire", "2012-12-14", told)]);
        bench.read(&[&line("a", "Wire", "2012-12-14", &format!("{told}\nMore is to follow."))]);
        let record = &bench.record;
        let lines = record.wait(record.find(&Filter::default(), 10)).unwrap();
        let event = record.wait(record.whole_event(&lines[0].id)).unwrap().unwrap();
        assert_eq!((event.claims.len(), event.reports.len()), (1, 1));
        assert_eq!(record.wait(record.whole_report("a")).unwrap().unwrap().events.len(), 1);
    });
}

#[test]
fn a_copy_counts_once_in_whatever_versions_and_not_when_it_is_taken_back() {
    on_both(|bench| {
        let told = "16 killed in Qatana on 2012-12-13, Police.\nThe road there was closed for the day.\nPeople said that they heard the blast.\nSchools stay closed for the week.\nThe governor is on his way to the town.";
        bench.read(&[&line("a", "Wire", "2012-12-14", told), &line("b", "Echo", "2012-12-15", told)]);
        let reports = || bench.number("select reports from event");
        assert_eq!(
            (bench.number("select count(*) from report where copy_of is not null"), reports()),
            (1, 2)
        );
        bench.read(&[&line("b", "Echo", "2012-12-16", told)]);
        assert_eq!(
            (bench.number("select count(*) from report"), reports()),
            (3, 2),
            "another version is no other outlet"
        );
        let done = bench.record.wait(bench.record.retract("b", "anna", "taken back")).unwrap();
        assert_eq!(done, Retracted::Copy);
        bench.up_to_date(&mut Upkeep::new(&TABLES));
        assert_eq!(reports(), 1);
    });
}

#[test]
fn no_number_of_an_event_is_given_twice() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", "16 killed in Qatana on 2012-12-13, Police.")]);
        let first = bench.number("select max(id) from event");
        bench.read(&[&line("a", "Wire", "2012-12-14", "Nothing is known of it.")]);
        assert_eq!(bench.number("select count(*) from event"), 0);
        bench.read(&[&line("b", "Wire", "2012-12-14", "3 killed in Homs on 2012-12-13, Police.")]);
        assert!(bench.number("select max(id) from event") > first);
    });
}

/// What takes a record back to the form before: by form, the youngest first.
const BACK: [(i64, &[&str]); 2] = [
    (
        2,
        &[
            "alter table event add column month text not null default ''",
            "create index event_by_month on event (month, kind, grade, country, killed_low)",
        ],
    ),
    (
        1,
        &[
            "drop table change",
            "drop index redirect_by_stands",
            "delete from mark where name in ('reports', 'numbers')",
        ],
    ),
];

#[test]
fn a_record_of_every_earlier_form_is_brought_to_this_one() {
    use crate::record::open::{STEPS, migrate};
    assert_eq!(BACK.len() + 1, STEPS.len(), "a form without a way back to it");
    for goal in 1..STEPS.len() as i64 {
        on_both(|bench| {
            bench.read(&[&line("a", "Wire", "2012-12-14", "16 killed in Qatana on 2012-12-13, Police.")]);
            bench.record.wait(async {
                for statement in BACK.iter().filter(|(form, _)| *form >= goal).flat_map(|(_, back)| *back) {
                    sqlx::query(*statement).execute(&bench.record.pool).await.unwrap();
                }
                let forget = format!("delete from _sqlx_migrations where version > {goal}");
                sqlx::query(sqlx::AssertSqlSafe(forget)).execute(&bench.record.pool).await.unwrap();
                migrate(&bench.record, STEPS).await.unwrap();
            });
            bench.read(&[&line("b", "Wire", "2012-12-14", "3 killed in Homs on 2012-12-13, Police.")]);
            assert_eq!(bench.number("select count(*) from event"), 2);
            // What only came since the first form counts both readings where it is older than they are.
            assert_eq!(bench.number("select count(*) from change"), if goal == 1 { 1 } else { 2 });
        });
    }
}
