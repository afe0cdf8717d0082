//! `dateline export` as its user runs it.

use super::Place;

const REPORTS: &str = "\
{\"id\": \"a\", \"publisher\": \"Meridian Wire\", \"published\": \"2012-12-13\", \"url\": \"https://example.org/a\", \"text\": \"A car bomb killed at least 16 people in the town of Qatana on Thursday, police said.\"}
{\"id\": \"b\", \"publisher\": \"Courier\", \"published\": \"2012-12-14\", \"text\": \"Turkey condemned Syria on Friday.\"}
";

/// A record of two events.
fn filled() -> Place {
    let place = Place::new();
    place.file("in.jsonl", REPORTS).run(&["ingest", "in.jsonl", "--model", "fast"]).ends(0);
    place
}

#[test]
fn every_form_has_the_events_and_says_what_its_columns_hold() {
    let place = filled();
    for (form, rows) in [
        ("csv", 2),
        ("jsonl", 2),
        ("parquet", 2),
        ("geojson", 2),
        ("polecat", 2),
        ("gdelt", 2),
        ("acled", 1),
        ("ucdp", 1),
    ] {
        let file = format!("events.{form}");
        let ran = place.run(&["export", "--format", form, "--out", &file]).ends(0);
        assert!(ran.err.contains(&format!("dateline: {rows} row")), "{form}: {}", ran.err);
        let dictionary = std::fs::read_to_string(place.path(&format!("{file}.dictionary.csv"))).unwrap();
        assert!(
            dictionary.starts_with("column,kind,meaning\n") && dictionary.lines().count() >= 20,
            "{form}"
        );
        let citation = std::fs::read_to_string(place.path(&format!("{file}.CITATION.cff"))).unwrap();
        assert!(
            citation.starts_with("cff-version: 1.2.0\n") && citation.contains("Coded by: dateline "),
            "{citation}"
        );
        assert!(std::fs::metadata(place.path(&file)).unwrap().len() > 300, "{form}");
    }
}

#[test]
fn rows_are_narrowed_as_in_find_and_claims_are_theirs() {
    let place = filled();
    let events = place.run(&["export", "--format", "jsonl", "--killed", "10"]).ends(0).out;
    assert_eq!(events.lines().count(), 1);
    assert_eq!(events, place.run(&["find", "--killed", "10", "--format", "jsonl"]).ends(0).out);
    let claims = place.run(&["export", "--format", "csv", "--what", "claims", "qatana"]).ends(0).out;
    assert!(claims.starts_with("claim_id,") && claims.contains("at least 16"), "{claims}");
    place.run(&["export", "--format", "csv", "--from", "2020-01-01"]).ends(1).says("dateline: 0 rows", "");
}

#[test]
fn what_cannot_be_is_said() {
    let place = filled();
    place
        .run(&["export", "--format", "acled", "--what", "claims"])
        .ends(2)
        .says("dateline: acled has a row for each event", "");
    place
        .run(&["export", "--format", "csv", "--out", "dateline.db"])
        .ends(2)
        .says("dateline: --out", "name another file");
    assert!(std::fs::read(place.path("dateline.db")).unwrap().starts_with(b"SQLite format 3"));
    place.run(&["export", "--format", "parquet"]).ends(2).says("dateline: parquet is no text", "--out");
}

#[test]
fn claims_are_coded_straight_to_parquet() {
    let place = Place::new();
    place.file("in.jsonl", REPORTS);
    place.run(&["code", "in.jsonl", "--model", "fast", "--out", "claims.parquet"]).ends(0);
    let file = std::fs::read(place.path("claims.parquet")).unwrap();
    assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"));
    place
        .run(&["code", "in.jsonl", "--model", "fast", "--format", "parquet"])
        .ends(2)
        .says("dateline: parquet is no text", "--out");
}
