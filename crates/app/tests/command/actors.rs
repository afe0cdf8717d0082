//! `actors`: a user's own actors.

use super::{Place, Ran};

const BRIGADE: [&str; 10] = [
    "actors",
    "add",
    "--name",
    "Qatana Martyrs Brigade",
    "--sort",
    "group",
    "--country",
    "SYR",
    "--sector",
    "REB",
];

fn first_line(ran: &Ran) -> &str {
    ran.out.lines().next().unwrap_or_default()
}

#[test]
fn an_actor_that_was_added_is_known_from_then_on() {
    let place = Place::new();
    let here = ["who", "the Liwa Shuhada Qatana"];
    assert_ne!(first_line(&place.run(&here)), "Qatana Martyrs Brigade");
    place.file(
        "home/actors.toml",
        "# leaflets of 2012\n\n[[actor]]\nname = \"Blorg\" # who?\nsort = \"body\"\nsector = \"NGO\"",
    );
    let added =
        place.run(&[&BRIGADE[..], &["--alias", "Liwa Shuhada Qatana", "--from", "2012"]].concat()).ends(0);
    assert!(
        added.out.starts_with("Qatana Martyrs Brigade\n  country SYR: known actor (your actors.toml)\n"),
        "{}",
        added.out
    );
    let added = added.says("dateline: ", "actors.toml: written");
    assert!(!added.err.contains("warning"), "{}", added.err);
    let found = place.run(&here).ends(0);
    assert_eq!(first_line(&found), "Qatana Martyrs Brigade");
    assert!(found.out.contains("  id user:qatana-martyrs-brigade\n"), "{}", found.out);
    assert_ne!(
        first_line(&place.run(&[&here[..], &["--actors", "built-in"]].concat())),
        "Qatana Martyrs Brigade"
    );
    // What stood there stands there still, comments too.
    let text = std::fs::read_to_string(place.path("home/actors.toml")).unwrap();
    assert!(text.starts_with("# leaflets of 2012\n\n[[actor]]\nname = \"Blorg\" # who?\n"), "{text}");
    assert!(text.ends_with("sector = \"REB\"\nfrom = 2012\n"), "{text}");
    place.run(&["actors", "check"]).ends(0).says("dateline: ", "actors.toml: 0 errors, 0 warnings");
}

#[test]
fn a_users_actor_wins_over_the_programs() {
    let place = Place::new();
    let isis =
        ["--name", "Institute of Sea Ice Studies", "--alias", "ISIS", "--sort", "body", "--sector", "EDU"];
    place
        .run(&[&["actors", "add"], &isis[..]].concat())
        .ends(0)
        .says("dateline: ", "warning: 'ISIS' already names Islamic State (group:islamic-state)");
    assert_eq!(first_line(&place.run(&["who", "ISIS"])), "Institute of Sea Ice Studies");
    assert_eq!(first_line(&place.run(&["who", "ISIS", "--actors", "built-in"])), "Islamic State");
}

#[test]
fn what_check_would_refuse_is_not_added() {
    let place = Place::new();
    let add = |more: &[&str]| place.run(&[&["actors", "add", "--sort", "group"], more].concat()).ends(2);
    add(&["--name", "Blorg", "--country", "Syria"])
        .says("dateline: ", "no country 'Syria'; write country = \"SYR\"")
        .says("dateline: ", "nothing was added");
    add(&["--name", "  "]).says("dateline: ", "a name is empty");
    add(&["--name", "Blorg", "--from", "2013", "--to", "2012"]).says("dateline: ", "it ends on 2012-12-31");
    add(&["--name", "Blorg", "--from", "soon"]);
    add(&["--id", "group:nobody"]).says("dateline: ", "no actor with the id 'group:nobody'");
    assert!(!place.path("home/actors.toml").exists());
    place.run(&BRIGADE).ends(0);
    place
        .run(&BRIGADE)
        .ends(2)
        .says("dateline: ", "actors.toml:8: 'Qatana Martyrs Brigade' stands here and in the actor of line 1");
}

#[test]
fn check_shows_every_problem_with_its_line() {
    let place = Place::new();
    let team = "[[actor]]\nname = \"Syria\"\nsort = \"group\"\nsector = \"reb\"\ncountry = \"syr\"\n\n\
                [[actor]]\nname = \"X\\u001b[31m\"\nsort = \"gruop\"\ncolour = 3\n";
    let ran = place.file("team.toml", team).run(&["actors", "check", "team.toml"]).ends(2);
    let ran = ran
        .says("dateline: team.toml:2: warning: 'Syria' is a word for a country", "")
        .says("dateline: team.toml:4: no sector 'reb'; it is one of GOV, ", "")
        .says("dateline: team.toml:5: no country 'syr'; write country = \"SYR\"", "")
        .says("dateline: team.toml:9: no sort 'gruop'; it is group, ", "")
        .says("dateline: team.toml:10: no field 'colour' of an actor", "");
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    place
        .run(&["who", "Syria", "--actors", "team.toml"])
        .ends(2)
        .says("dateline: team.toml:4: ", "(and 3 more); dateline actors check team.toml shows all");
    place.run(&["actors", "check"]).ends(0).says("dateline: you have no actors of your own", "");
    place
        .run(&["actors", "check", "nowhere.toml"])
        .ends(2)
        .says("dateline: nowhere.toml: cannot be read", "");
    place
        .file("bytes.toml", b"\xff")
        .run(&["actors", "check", "bytes.toml"])
        .ends(2)
        .says("dateline: ", "not UTF-8");
    place
        .file("long.toml", "#".repeat((4 << 20) + 1))
        .run(&["actors", "check", "long.toml"])
        .ends(2)
        .says("dateline: long.toml: longer than 4 MiB", "");
}

#[test]
fn actors_are_listed_with_where_they_are_from() {
    let place = Place::new();
    let counts = place.run(&["actors", "list"]).ends(0).out;
    assert!(
        counts.contains("  data/actors/groups.tsv\n") && counts.ends_with("      0  your actors.toml\n"),
        "{counts}"
    );
    place.run(&[&BRIGADE[..], &["--alias", "Liwa Shuhada Qatana"]].concat()).ends(0);
    let counts = place.run(&["actors", "list"]).ends(0).out;
    assert!(counts.contains("      1  your actors.toml\nQatana Martyrs Brigade\n"), "{counts}");
    let own = "Qatana Martyrs Brigade\n  user:qatana-martyrs-brigade  group SYR REB  your actors.toml:1\n  also Liwa Shuhada Qatana\n";
    assert_eq!(place.run(&["actors", "list", "shuhada", "QATANA"]).ends(0).out, own);
    assert_eq!(place.run(&["actors", "list", "--own"]).ends(0).out, own);
    place.run(&["actors", "list", "shuhada qatana", "--built-in"]).ends(1);
    place
        .run(&["actors", "list", "qatana", "--country", "Syria"])
        .ends(2)
        .says("dateline: no country 'Syria'", "");
    let json = place.run(&["actors", "list", "daesh", "--sort", "group", "--format", "jsonl"]).ends(0).out;
    let row: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!(
        (row["id"].as_str(), row["table"].as_str()),
        (Some("group:islamic-state"), Some("actors/groups.tsv"))
    );
}

#[test]
fn the_record_tells_that_a_users_actors_were_used() {
    let place = Place::new();
    place.run(&BRIGADE).ends(0);
    place.file("r.txt", "published: 2013-01-08\n\nThe Qatana Martyrs Brigade shelled the town on Monday.\n");
    let stamp = |args: &[&str]| {
        let out = place
            .run(&[&["code", "r.txt", "--model", "fast", "--format", "jsonl"], args].concat())
            .ends(0)
            .out;
        let claim: serde_json::Value = serde_json::from_str(out.lines().next().expect("a claim")).unwrap();
        claim["coder"]["actors"].as_str().map(str::to_owned)
    };
    let own = stamp(&[]).expect("a hash");
    assert!(own.len() == 12 && own.chars().all(|c| c.is_ascii_hexdigit()), "{own}");
    assert_eq!(stamp(&["--actors", "home/actors.toml"]), Some(own));
    assert_eq!(stamp(&["--actors", "built-in"]), None);
}
