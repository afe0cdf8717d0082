//! What the file may hold, what is wrong with it, and what its actors do to a reading.

use super::*;
use crate::parties::pointing::Part;
use crate::parties::{Actors, PartyMention, PartyReading, resolve_report, tests};
use crate::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use proptest::prelude::*;

fn with(own: &str) -> Actors {
    let mut actors = tests::build();
    let found = actors.add_own(own);
    assert!(!found.iter().any(|f| f.error), "{found:?}");
    actors
}

fn who(actors: &Actors, words: &str, day: &str) -> PartyReading {
    let report = Report { text: words.into(), published: day.parse().ok(), ..Report::default() };
    let span = Span::new(0, words.len());
    let mention = PartyMention { span, sentence: 0, sector_hint: None, part: Part::Unknown };
    resolve_report(actors, &Scene { report: &report, sentences: &[span] }, &[mention]).remove(0)
}

fn name(actors: &Actors, words: &str, day: &str) -> String {
    who(actors, words, day).who.unwrap_or_default()
}

/// Line, gravity and words of all that is found.
fn found(own: &str) -> Vec<String> {
    let line = |f: &Finding| format!("{}{} {}; {}", f.line, if f.error { "!" } else { "?" }, f.what, f.cure);
    tests::ACTORS.check_own(own).iter().map(line).collect()
}

const BRIGADE: &str = r#"
[[actor]]
name = "Qatana Martyrs Brigade"
sort = "group"
aliases = ["Liwa Shuhada Qatana", "al-Shuhada Qatana Brigade"]
country = "SYR"
sector = "REB"
from = 2012-03-01
to = 2014
note = "seen in leaflets"
"#;

#[test]
fn an_actor_is_found_by_all_its_names() {
    let actors = with(BRIGADE);
    for words in ["Qatana Martyrs Brigade", "the Liwa Shuhada Qatana", "Shuhada Qatana Brigade"] {
        let reading = who(&actors, words, "2013-01-01");
        assert_eq!(reading.who.as_deref(), Some("Qatana Martyrs Brigade"), "{words}");
        assert_eq!(reading.id.as_deref(), Some("user:qatana-martyrs-brigade"));
        assert_eq!((reading.country.as_deref(), reading.sector.as_deref()), (Some("SYR"), Some("REB")));
        assert_eq!(reading.why.data, OWN_FILE);
    }
    assert_eq!(actors.own_hash().map(str::len), Some(64));
}

#[test]
fn the_users_word_goes_before_the_tables_in_its_time() {
    let isis = "[[actor]]\nname = \"Institute of Sea Ice Studies\"\naliases = [\"ISIS\"]\nsort = \"body\"\n\
                sector = \"EDU\"\nkind = \"expert\"\nto = 2015\n";
    let actors = with(isis);
    assert_eq!(name(&actors, "ISIS", "2014-08-01"), "Institute of Sea Ice Studies");
    assert_eq!(name(&actors, "ISIS", ""), "Institute of Sea Ice Studies");
    assert_eq!(name(&actors, "ISIS", "2016-08-01"), "Islamic State");
    // The longest name comes first, whosever it is.
    assert_eq!(name(&actors, "ISIS group", "2014-08-01"), "Islamic State");
}

#[test]
fn who_holds_an_office_is_whom_the_user_names() {
    let minister = "[[actor]]\nname = \"Jane Doe\"\nsort = \"person\"\ncountry = \"EGY\"\nsector = \"GOV\"\n\
                    office = \"president\"\nfrom = 2012-12-01\nto = 2012-12-31\n";
    let actors = with(minister);
    assert_eq!(name(&actors, "the president of Egypt", "2012-12-13"), "Jane Doe");
    assert_eq!(name(&actors, "the president of Egypt", "2012-11-13"), "Mohamed Morsi");
}

#[test]
fn an_id_takes_over_what_the_tables_have() {
    let actors =
        with("[[actor]]\nid = \"group:ahrar-al-sham\"\naliases = [\"Free Men\"]\nsector = \"PTY\"\n");
    for words in ["the Free Men", "Ahrar al-Sham", "Harakat Ahrar al-Sham"] {
        let reading = who(&actors, words, "2014-01-01");
        assert_eq!(reading.who.as_deref(), Some("Ahrar al-Sham"), "{words}");
        assert_eq!(reading.id.as_deref(), Some("group:ahrar-al-sham"));
        assert_eq!((reading.country.as_deref(), reading.sector.as_deref()), (Some("SYR"), Some("PTY")));
    }
}

#[test]
fn an_office_of_a_known_person_is_one_term_more() {
    let term = "[[actor]]\nid = \"leader:mohamed-morsi\"\noffice = \"defence minister\"\nfrom = 2030\n";
    let actors = with(term);
    assert_eq!(name(&actors, "the defence minister of Egypt", "2031-01-01"), "Mohamed Morsi");
    assert_eq!(name(&actors, "the president of Egypt", "2012-12-13"), "Mohamed Morsi");
    // His other names hold in the new time too.
    assert_eq!(name(&actors, "Morsi", "2031-01-01"), "Mohamed Morsi");
}

#[test]
fn a_term_of_a_known_group_leaves_its_other_years_as_they_were() {
    let own = "[[actor]]\nid = \"group:taliban\"\nsector = \"LEG\"\nfrom = 2018\nto = 2019\n";
    let actors = with(own);
    let sector = |day| who(&actors, "the Taliban", day).sector;
    assert_eq!(sector("2012-01-01"), who(&tests::ACTORS, "the Taliban", "2012-01-01").sector);
    assert_eq!(sector("2018-06-01").as_deref(), Some("LEG"));
}

#[test]
fn an_office_of_a_body_needs_no_country() {
    let office = |office: &str| {
        format!(
            "[[actor]]\nname = \"Jane Doe\"\nsort = \"person\"\nsector = \"IGO\"\noffice = \"{office}\"\nfrom = 2030\n"
        )
    };
    let actors = with(&office("UN human rights chief"));
    assert_eq!(name(&actors, "the UN human rights chief", "2031-01-01"), "Jane Doe");
    assert!(found(&office("president")).iter().any(|f| f.contains("an office of no country")));
}

#[test]
fn a_role_has_its_plural_and_may_have_a_country() {
    let actors = with("[[actor]]\nname = \"shabih\"\nsort = \"role\"\ncountry = \"SYR\"\nsector = \"PRE\"\n");
    for (words, country) in [("two shabihs", "SYR"), ("a shabih", "SYR"), ("an Iraqi shabih", "IRQ")] {
        let reading = who(&actors, words, "");
        assert_eq!(
            (reading.country.as_deref(), reading.sector.as_deref()),
            (Some(country), Some("PRE")),
            "{words}"
        );
    }
}

#[test]
fn every_error_has_its_line_and_its_cure() {
    let all = found(
        "stray = 1\n[[actor]]\nname = \"\"\nsort = \"gruop\"\ncolour = 3\nfrom = 2014\nto = 2012-03-01\n\
         [[actor]]\nname = \"Blorg\"\nsort = \"group\"\ncountry = \"Syria\"\nsector = \"reb\"\nkind = \"blog\"\n\
         [[actor]]\nname = \"BLORG\"\nsort = \"group\"\nsector = \"REB\"\noffice = \"king\"\n\
         [[actor]]\nid = \"group:nobody-at-all\"\n[[actor]]\nsort = \"body\"\nsector = \"NGO\"\nto = \"soon\"\n\
         [[actor]]\nname = \"...\"\nsort = \"role\"\naliases = 3\n",
    );
    let starts = [
        "1! 'stray' stands outside",
        "3! a name is empty",
        "4! no sort 'gruop'; it is group, body, person or role",
        "5! no field 'colour'",
        "7! it ends on 2012-03-01, before it begins on 2014-01-01",
        "11! no country 'Syria'; write country = \"SYR\"",
        "12! no sector 'reb'; it is one of GOV, MIL",
        "13! no kind 'blog'; it is one of government, military",
        "15! 'BLORG' stands here and in the actor of line 8",
        "18! an office of no country",
        "18! only a person holds an office",
        "20! no actor with the id 'group:nobody-at-all'; dateline actors list",
        "24! to is no day and no year",
        "26! no word of '...'",
        "28! aliases is no list",
    ];
    let mut errors: Vec<&String> = all.iter().filter(|f| f.contains("! ")).collect();
    errors.sort_by_key(|f| (f.split('!').next().and_then(|n| n.parse::<u32>().ok()), f.to_string()));
    assert_eq!(errors.len(), starts.len(), "{errors:#?}");
    for (error, start) in errors.iter().zip(starts) {
        assert!(error.starts_with(start), "{error}, not {start}");
    }
}

#[test]
fn what_is_no_toml_does_not_hide_the_rest() {
    let all =
        found("[[actor]]\nname = \"Half\nsort = \"group\"\n[[actor]]\nname = \"Blorg\"\nsort = \"grp\"\n");
    let starts: Vec<&str> = all.iter().filter_map(|f| f.split("; ").next()).collect();
    assert!(starts[0].starts_with("2! this is no TOML"), "{all:?}");
    assert_eq!(starts.last(), Some(&"6! no sort 'grp'"), "{all:?}");
}

#[test]
fn names_that_may_not_do_what_is_wanted_are_warned_of() {
    let all = found(
        "[[actor]]\nname = \"Blorg Front (BF)\"\nsort = \"group\"\nsector = \"REB\"\naliases = [\n\"FSA\",\n\
         \"Syria\",\n\"rebels\",\n\"he\",\n\"Aleppo\",\n\"fsa\"]\n[[actor]]\nname = \"FSA\"\nsort = \"body\"\n",
    );
    let starts = [
        "2? 'Blorg Front (BF)' is found in reports only where no mark",
        "6? 'FSA' already names Free Syrian Army (group:free-syrian-army); yours wins",
        "7? 'Syria' is a word for a country (Syria)",
        "8? 'rebels' is a role noun (rebel)",
        "9? 'he' is a small word",
        "10? 'Aleppo' is the name of a place",
        "11? 'fsa' is given twice",
        "12? no sector",
    ];
    for start in starts {
        assert!(all.iter().any(|f| f.starts_with(start)), "{start} is not in {all:#?}");
    }
    assert!(all.iter().any(|f| f.starts_with("13? 'FSA' also stands in line 6")), "{all:#?}");
    assert!(!all.iter().any(|f| f.contains("! ")), "{all:#?}");
}

#[test]
fn one_name_may_have_several_terms_and_offices() {
    let term = |office: &str, from: u16, to: u16| {
        format!(
            "[[actor]]\nname = \"Jane Doe\"\nsort = \"person\"\ncountry = \"SYR\"\nsector = \"GOV\"\n\
             office = \"{office}\"\nfrom = {from}\nto = {to}\n"
        )
    };
    let both = |a: String, b: String| found(&(a + &b)).len();
    assert_eq!(both(term("president", 2010, 2011), term("president", 2012, 2013)), 0);
    assert_eq!(both(term("president", 2010, 2013), term("prime minister", 2012, 2013)), 0);
    assert_eq!(both(term("president", 2010, 2012), term("president", 2012, 2013)), 1);
}

#[test]
fn limits_are_kept() {
    let actor = |n: usize| format!("[[actor]]\nname = \"Blorg {n}\"\nsort = \"body\"\nsector = \"NGO\"\n");
    let many: String = (0..=MOST_ACTORS).map(actor).collect();
    let all = found(&many);
    assert!(all.len() == 1 && all[0].starts_with("200001! more than 50000 actors"), "{all:?}");
    let long = format!(
        "[[actor]]\nname = \"{}\"\nsort = \"body\"\nsector = \"NGO\"\n",
        "é".repeat(LONGEST_NAME + 1)
    );
    assert!(found(&long)[0].starts_with("2! a name of 201 characters"));
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let page = tests::file("docs/actors.md");
    let example =
        page.split("```").nth(1).and_then(|block| block.strip_prefix("toml\n")).expect("an example");
    assert_eq!(found(example), [""; 0]);
    assert_eq!(name(&with(example), "the defence minister of Syria", "2014-01-01"), "Jane Doe");
}

#[test]
fn the_codes_of_the_codebook_are_those_of_the_tables() {
    let (sectors, kinds) = (codes(SECTORS), codes(KINDS));
    for e in &tests::ACTORS.entries {
        assert!(e.sector.is_empty() || sectors.contains(&&*e.sector), "{e:?}");
        assert!(e.kind.is_empty() || kinds.contains(&&*e.kind), "{e:?}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let new = NewActor {
        name: Some("The \"Quux\" \\ Brigade\n\u{7f}".into()),
        sort: Some(ActorSort::Person),
        aliases: vec!["one".into(), "zwei".into()],
        from: Some("2012".into()),
        to: Some("2013-02-01".into()),
        ..NewActor::default()
    };
    let (actors, wrong) = read::read(&new.to_toml());
    assert_eq!(wrong, []);
    assert_eq!(text(&actors[0].name), "The \"Quux\" \\ Brigade\n\u{7f}".trim());
    assert_eq!(actors[0].aliases.len(), 2);
    assert_eq!(actors[0].to.as_ref().map(|d| d.value.to_string()).as_deref(), Some("2013-02-01"));
}

#[test]
fn listed_actors_have_their_names_and_where_they_are_from() {
    let mut actors = tests::build_to_be_listed();
    assert_eq!(actors.add_own(BRIGADE), []);
    let all = actors.listed();
    let row = all.iter().find(|row| row.holds(&actors, "liwa-shuhada-qatana")).expect("a row");
    assert_eq!((row.id, row.table, row.line), ("user:qatana-martyrs-brigade", OWN_FILE, Some(2)));
    assert_eq!(row.names.len(), 4, "{:?}", row.names);
    let known = all.iter().find(|row| row.id == "group:free-syrian-army").expect("a row");
    assert!(known.names.iter().any(|n| n == "FSA") && known.table == "actors/groups.tsv");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,300}") {
        _ = tests::ACTORS.check_own(&text);
    }

    #[test]
    fn nothing_that_looks_like_actors_makes_it_panic(lines in proptest::collection::vec(
        "(\\[\\[actor\\]\\]|(name|sort|aliases|from|to|id|country|x\\.y) ?= ?([0-9:TZ.e-]{0,12}|\"\\PC{0,9}\"|\\[\"a\", ?\\{b=1\\}\\]|group))\r?", 0..20)
    ) {
        let text = lines.join("\n");
        _ = tests::build().add_own(&text);
    }

    #[test]
    fn what_a_user_gives_is_read_as_given(name in "\\PC{0,40}", alias in any::<String>()) {
        let new = NewActor { name: Some(name.clone()), aliases: vec![alias.clone()], ..NewActor::default() };
        let (actors, wrong) = read::read(&new.to_toml());
        prop_assert_eq!(wrong, []);
        prop_assert_eq!(text(&actors[0].name), name.trim());
        prop_assert_eq!(&actors[0].aliases[0].value, alias.trim());
    }
}
