//! `dateline merge`, `code --events` and `explain --event` on files.

use super::Place;

/// A claim on one blast, by a source, in a report.
fn claim(id: &str, report: &str, day: &str, source: &str, killed: u32) -> String {
    format!(
        r#"{{"id":"{id}","report":{{"id":"{report}","publisher":"Outlet of {report}","published":"2012-12-14"}},"evidence":{{"sentence":0,"start":0,"end":30,"text":"A blast killed people in Qatana.","trigger":{{"text":"blast","start":2,"end":7}}}},"event":{{"type":"ASSAULT","modes":["explosives"],"scope":"event"}},"status":"occurred","places":[{{"text":"Qatana","start":0,"end":6,"name":"Qatana, Rif Dimashq, Syria"}}],"time":{{"text":"Thursday","first":"{day}","last":"{day}"}},"casualties":[{{"kind":"killed","text":"{killed}","start":0,"end":2,"low":{killed},"high":{killed}}}],"sources":[{{"text":"{source}","start":0,"end":3,"who":"{source}","kind":"police"}}]}}"#
    )
}

fn lines(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn claims_of_two_reports_are_one_event_with_every_figure() {
    let place = Place::new();
    let (a, b) =
        (claim("c_1", "r1", "2012-12-13", "Police", 16), claim("c_2", "r2", "2012-12-13", "Doctors", 23));
    place
        .file("a.jsonl", format!("{a}\n"))
        .file("b.jsonl", format!("{b}\n{}\n", claim("c_3", "r2", "2012-11-02", "Police", 2)));
    let ran = place.run(&["merge", "a.jsonl", "b.jsonl"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let events = lines(&ran.out);
    assert_eq!(events.len(), 2);
    let event = events.iter().find(|event| event["reports"] == 2).unwrap();
    assert_eq!(event["grade"], "corroborated");
    assert_eq!(event["casualties"][0]["low"], 16);
    assert_eq!(event["casualties"][0]["high"], 23);
    // The place was only named: the gazetteer knows where it lies.
    assert!(
        event["place"]["lat"].as_f64().is_some_and(|lat| (33.0..34.0).contains(&lat)),
        "{}",
        event["place"]
    );
    assert_eq!(ran.out, place.run(&["merge", "b.jsonl", "a.jsonl", "b.jsonl"]).out);
    assert_eq!(
        ran.out,
        place
            .run_with(
                &["merge", "-"],
                format!("{b}\n{a}\n{}\n", claim("c_3", "r2", "2012-11-02", "Police", 2)).as_bytes()
            )
            .out
    );
    let id = event["id"].as_str().unwrap();
    place.file("all.jsonl", format!("{a}\n{b}\n{}\n", claim("c_3", "r2", "2012-11-02", "Police", 2)));
    let why = place.run(&["explain", "all.jsonl", "--event", id]);
    assert_eq!(why.code, Some(0), "{}", why.err);
    assert!(why.out.contains("likest to c_") && why.out.contains("kept out: c_3"), "{}", why.out);
    assert!(why.out.contains("their days cannot meet"), "{}", why.out);
}

#[test]
fn ids_stay_and_redirects_say_where_others_went() {
    let place = Place::new();
    let (a, b) =
        (claim("c_1", "r1", "2012-12-13", "Police", 16), claim("c_2", "r0", "2012-12-13", "Doctors", 16));
    place.file("a.jsonl", format!("{a}\n")).file("ab.jsonl", format!("{a}\n{b}\n"));
    assert_eq!(place.run(&["merge", "a.jsonl", "--out", "before.jsonl"]).code, Some(0));
    let alone = std::fs::read_to_string(place.path("before.jsonl")).unwrap();
    let ran = place.run(&["merge", "ab.jsonl", "--before", "before.jsonl", "--redirects", "moved.jsonl"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(lines(&ran.out)[0]["id"], lines(&alone)[0]["id"]);
    assert_eq!(std::fs::read_to_string(place.path("moved.jsonl")).unwrap(), "");
}

#[test]
fn what_is_no_claim_is_refused_with_file_line_and_cure() {
    let place = Place::new();
    place.file("bad.jsonl", format!("{}\nwhen,where\n", claim("c_1", "r1", "2012-12-13", "Police", 16)));
    place.file("none.jsonl", "\n");
    let bad = place.run(&["merge", "bad.jsonl", "--out", "events.jsonl"]);
    assert_eq!(bad.code, Some(2));
    assert!(bad.err.contains("bad.jsonl:2: no claim; give claims as"), "{}", bad.err);
    assert!(!place.path("events.jsonl").exists());
    let good = claim("c_1", "r1", "2012-12-13", "Police", 16);
    place.file("good.jsonl", &good);
    for (args, said) in [
        (&["merge", "good.jsonl", "--out", "good.jsonl"][..], "this is also an input"),
        (&["merge", "good.jsonl", "--out", "x", "--series", "./x"], "name two"),
    ] {
        let ran = place.run(args);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert_eq!(std::fs::read_to_string(place.path("good.jsonl")).unwrap(), good);
    let none = place.run(&["merge", "none.jsonl"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("no claims to merge"), "{}", none.err);
    assert_eq!(place.run(&["merge", "missing.jsonl"]).code, Some(2));
    let unknown = place.run(&["explain", "bad.jsonl", "--event", "e_none"]);
    assert_eq!(unknown.code, Some(2));
}

#[test]
fn coding_can_merge_at_once() {
    let place = Place::new();
    place.file(
        "a.txt",
        "published: 2012-12-14\n\nA bomb killed 16 people in Qatana on Thursday, police said.\n",
    );
    let ran = place.run(&["code", "a.txt", "--out", "claims.jsonl", "--events", "events.jsonl"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let merged = place.run(&["merge", "claims.jsonl", "--quiet"]);
    assert_eq!(std::fs::read_to_string(place.path("events.jsonl")).unwrap(), merged.out);
    let same = place.run(&["code", "a.txt", "--out", "x.jsonl", "--events", "x.jsonl"]);
    assert_eq!(same.code, Some(2));
}
