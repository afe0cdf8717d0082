//! A run that is killed at any moment loses nothing that was committed, and the next one goes on.

use super::{Place, program};
use std::fmt::Write;
use std::process::Stdio;
use std::time::Duration;

/// Reports of a few sentences, each of them of its own.
const REPORTS: usize = 1_500;

fn reports() -> String {
    let towns = ["Qatana", "Homs", "Hama", "Idlib", "Aleppo", "Daraa", "Raqqa"];
    let mut text = String::new();
    for n in 0..REPORTS {
        let (town, day, killed) = (towns[n % towns.len()], 1 + n % 28, 2 + n % 90);
        writeln!(
            text,
            r#"{{"id":"r{n}","publisher":"Outlet {}","published":"2013-01-{day:02}","text":"A car bomb killed {killed} people in {town} on Tuesday, police said. Report {n} came from the desk. The government denied that it had shelled the town."}}"#,
            n % 9
        )
        .unwrap();
    }
    text
}

/// Numbers that look drawn by chance and are the same in every run (SplitMix64: Steele, Lea and Flood 2014).
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The number behind a word of `dateline status`.
fn number(status: &str, word: &str) -> u64 {
    let line = status
        .lines()
        .find(|line| line.trim_start().starts_with(word))
        .unwrap_or_else(|| panic!("{word} in {status}"));
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{line}"))
}

/// Kills runs into records that `record` names, until so many kills have struck a run at work; returns how many records that took.
fn killed(kills: usize, mut record: impl FnMut(usize) -> String) -> usize {
    let place = Place::new();
    place.file("reports.jsonl", reports());
    let whole = record(0);
    place.run(&["ingest", "reports.jsonl", "--model", "fast", "--record", &whole]).ends(0);
    let find = |record: &str| {
        place.run(&["find", "--most", "1000000", "--format", "jsonl", "--record", record]).ends(0).out
    };
    let expected = find(&whole);
    let (mut state, mut struck, mut records) = (7, 0, 0);
    while struck < kills {
        records += 1;
        let name = record(records);
        let args = ["ingest", "reports.jsonl", "--model", "fast", "--record", &name];
        let (mut before, mut longest) = (0, 900);
        loop {
            let mut command = program(place.folder.path(), args);
            let mut child =
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(60 + draw(&mut state) % longest));
            if child.try_wait().unwrap().is_some() {
                break;
            }
            child.kill().unwrap();
            child.wait().unwrap();
            struck += 1;
            let seen = place.run(&["status", "--record", &name]);
            if seen.err.contains("no record there") {
                continue;
            }
            let seen = seen.ends(0).out;
            let coded = number(&seen, "coded");
            assert!(coded >= before, "{before} inputs were committed, {coded} are left");
            // On a slow machine a run must live long enough to get past what is known already: else this would never end.
            longest += if coded == before { 50 } else { 0 };
            assert_eq!(coded, number(&seen, "articles"), "half of a report: {seen}");
            before = coded;
        }
        let ended = place.run(&args).ends(0);
        assert!(ended.err.contains(&format!("{REPORTS} known already")), "{}", ended.err);
        assert_eq!(
            find(&name),
            expected,
            "the record of runs that were killed is another than that of one run"
        );
    }
    records
}

fn on_file(kills: usize) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let name = |n: usize| folder.path().join(format!("record-{n}.db")).to_str().unwrap().to_owned();
    killed(kills, name)
}

/// On a server, where there is one.
fn on_server(kills: usize) {
    let Ok(server) = std::env::var("DATELINE_TEST_POSTGRES") else { return };
    let name = |n: usize| {
        let name = format!("killed_{}_{n}", std::process::id());
        let made = std::process::Command::new("psql")
            .args(["-q", "-c", &format!("create database {name}"), &server.replace("{}", "postgres")])
            .status();
        assert!(made.unwrap().success());
        server.replace("{}", &name)
    };
    killed(kills, name);
}

#[test]
fn twenty_kills_lose_nothing() {
    on_file(20);
}

#[test]
#[ignore = "long: run by cargo xtask test --full"]
fn two_hundred_kills_lose_nothing() {
    let records = on_file(200);
    assert!(records > 1, "the runs are too long for the kills");
    on_server(30);
}
