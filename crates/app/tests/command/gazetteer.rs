//! `gazetteer`: a user's own places.

use super::{Place, Ran};

/// A line of a GeoNames dump.
fn dump(id: u32, name: &str, others: &str, at: (f64, f64), feature: &str, admin1: &str) -> String {
    let (lat, lon) = at;
    format!(
        "{id}\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{feature}\tSY\t\t{admin1}\t\t\t\t250\t\t400\tAsia/Damascus\t2026-01-01\n"
    )
}

/// A village that the built-in places lack, Qatana under its own id with another spelling, a stream, and a line that is none.
fn syria() -> String {
    let village = dump(99_000_001, "Zubaydiyya", "Zoubeidiye", (33.40, 36.05), "P\tPPL", "08");
    let known = dump(165_929, "Qaţanā", "Katanabad", (33.4388, 36.0776), "P\tPPL", "08");
    let stream = dump(99_000_002, "Wadi Nowhere", "", (33.0, 36.0), "H\tSTM", "08");
    [village, known, stream, "99000003\tBroken\n".to_owned()].concat()
}

fn first_line(ran: &Ran) -> &str {
    ran.out.lines().next().unwrap_or_default()
}

#[test]
fn villages_of_a_dump_are_found_from_then_on_and_gone_after_a_reset() {
    let place = Place::new();
    let here = ["where", "Zubaydiyya", "--country", "Syria"];
    place.run(&here).ends(1);
    place
        .file("SY.txt", syria())
        .run(&["gazetteer", "import", "SY.txt"])
        .ends(1)
        .says("dateline: SY.txt:4: warning: ", "nineteen")
        .says("dateline: SY.txt: 1 place added, 1 line merged", "1 left out, 1 not readable");
    let found = place.run(&here).ends(0);
    assert_eq!(first_line(&found), "Zubaydiyya, Rif Dimashq, Syria");
    let other = place.run(&["where", "Zoubeidiye", "--country", "Syria"]).ends(0);
    assert!(other.out.contains("33.400, 36.050"), "{}", other.out);
    let merged = place.run(&["where", "Katanabad", "--country", "Syria"]).ends(0);
    assert!(merged.out.contains("33.438"), "{}", merged.out);
    assert!(
        place
            .run(&["gazetteer", "show"])
            .ends(0)
            .out
            .contains("  SY.txt: GeoNames (geonames.org), dump; CC BY 4.0")
    );
    place.run(&[&here[..], &["--gazetteer", "built-in"]].concat()).ends(1);
    place.run(&["gazetteer", "reset"]).ends(0).says("dateline: ", "removed");
    place.run(&here).ends(1);
}

#[test]
fn importing_again_adds_nothing() {
    let place = Place::new();
    place.file("SY.txt", syria()).run(&["gazetteer", "import", "SY.txt", "--into", "once.bin"]).ends(1);
    place
        .run(&["gazetteer", "import", "SY.txt", "--gazetteer", "once.bin", "--into", "twice.bin"])
        .ends(1)
        .says("dateline: SY.txt: 0 places added, 2 lines merged", "");
    let shown =
        |file: &str| first_line(&place.run(&["gazetteer", "show", "--gazetteer", file]).ends(0)).to_owned();
    assert_eq!(shown("once.bin").replace("once", ""), shown("twice.bin").replace("twice", ""));
}

#[test]
fn alternate_names_name_places_that_are_there() {
    let place = Place::new();
    let names = "1\t165929\ten\tKatanopolis\t\t\t\t\n2\t165929\tlink\thttps://example.org\t\t\t\t\n3\t165929\tar\tقطنا\t\t\t\t\n";
    place.file("names.txt", names).run(&["gazetteer", "import", "names.txt"]).ends(0);
    assert!(place.run(&["where", "Katanopolis", "--country", "Syria"]).ends(0).out.contains("33.438"));
}

#[test]
fn a_table_of_places_is_read_by_its_header_and_merged_by_name_and_distance() {
    let place = Place::new();
    let table = "\u{feff}admin1Name_en;name_en;Latitude_y;Longitude_x\n\
        Rural Damascus;Zubaydiyya;33.40;36.05\n\
        Rural Damascus;Qatana;33.44;36.08\n\
        Rural Damascus;;33.44;36.08\n\
        Rural Damascus;Farawayville;133.44;36.08\n";
    let ran =
        place.file("ocha.csv", table).run(&["gazetteer", "import", "ocha.csv", "--country", "syria"]).ends(1);
    let ran = ran.says("dateline: ocha.csv: 1 place added, 1 line merged", "2 not readable");
    ran.says("dateline: ocha.csv:4: warning: the name is empty", "")
        .says("dateline: ocha.csv:5: ", "beyond 90");
    assert!(place.run(&["where", "Zubaydiyya", "--country", "Syria"]).ends(0).out.contains("33.400, 36.050"));
}

#[test]
fn what_is_no_gazetteer_is_refused_and_the_one_in_use_stays() {
    let place = Place::new();
    place.file("SY.txt", syria()).run(&["gazetteer", "import", "SY.txt"]).ends(1);
    place.file("SY.zip", b"PK\x03\x04rest").file("empty.txt", "").file("prose.txt", "Shells hit the town.\n");
    place.file("places.csv", "name,lat,lon\nSomewhere,33,36\n");
    let import = |file: &str| place.run(&["gazetteer", "import", file]).ends(2);
    import("SY.zip").says("dateline: SY.zip: it is a zip archive: unpack it", "");
    import("empty.txt").says("dateline: empty.txt: it is empty", "");
    import("prose.txt").says("dateline: prose.txt:1: no column for the latitude", "give a GeoNames dump");
    import("places.csv").says("dateline: places.csv:2: warning: no country", "--country");
    import("nowhere.txt").says("dateline: nowhere.txt: cannot be read", "");
    place.run(&["where", "Zubaydiyya", "--country", "Syria"]).ends(0);
}

#[test]
fn a_damaged_gazetteer_says_what_to_do() {
    let place = Place::new();
    place.file("home/gazetteer.bin", "not a pack");
    place.run(&["where", "Qatana"]).ends(2).says(
        "dateline: ",
        "gazetteer.bin: import the files again (dateline gazetteer import), or use --gazetteer built-in",
    );
    place.run(&["where", "Damascus", "--gazetteer", "built-in"]).ends(0);
}
