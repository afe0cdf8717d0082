//! Checks of the tables, of the hand-made cases, and that no text makes the resolvers panic.

use super::fold::hash;
use super::token::tokens;
use super::*;
use crate::sources::{self, SourceMention};
use crate::table::Table;
use dateline_text::report::Report;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;

pub(crate) fn file(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

pub(crate) static ACTORS: LazyLock<Actors> = LazyLock::new(build);

pub(crate) fn build() -> Actors {
    with_tables(Actors::from_tables)
}

pub(crate) fn build_to_be_listed() -> Actors {
    with_tables(Actors::to_be_listed)
}

fn with_tables(build: impl FnOnce(&ActorTables<'_>) -> Result<Actors, ActorsError>) -> Actors {
    let texts = ActorTables::PATHS.map(|path| file(&format!("data/{path}")));
    build(&ActorTables::from_texts(&texts)).unwrap_or_else(|e| panic!("{e}"))
}

/// A case's context as a report with its sentences, and the phrase in it.
struct Case {
    report: Report,
    sentences: Vec<Span>,
    phrase: Span,
}

impl Case {
    fn new(phrase: &str, context: &str, day: &str) -> Self {
        let whole = |at: usize| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(context[..at].chars().next_back()) && !letter(context[at + phrase.len()..].chars().next())
        };
        let start = context.match_indices(phrase).map(|(at, _)| at).find(|at| whole(*at));
        let start = start.unwrap_or_else(|| panic!("'{phrase}' does not stand in its context"));
        let mut sentences = Vec::new();
        let mut first = 0;
        for (at, _) in context.match_indices(". ").filter(|(at, _)| !context[..*at].ends_with("Mr")) {
            sentences.push(Span::new(first, at + 1));
            first = at + 2;
        }
        sentences.push(Span::new(first, context.len()));
        let published = day.parse().ok();
        let report = Report { id: "case".into(), text: context.into(), published, ..Report::default() };
        Self { report, sentences, phrase: Span::new(start, start + phrase.len()) }
    }

    fn scene(&self) -> Scene<'_> {
        Scene { report: &self.report, sentences: &self.sentences }
    }
}

/// The rows of a table of cases.
fn cases(text: &str, columns: [&str; 6]) -> Vec<[String; 6]> {
    let table = Table::parse(text).expect("a table");
    let at = columns.map(|c| table.column(c).expect("column"));
    table.rows.iter().map(|(_, cells)| at.map(|n| cells[n].to_owned())).collect()
}

#[test]
fn a_sector_that_no_words_give_names_its_rule() {
    let sector = |phrase: &str, context: &str| {
        let case = Case::new(phrase, context, "2024-03-07");
        let mention = PartyMention { span: case.phrase, sentence: 0, sector_hint: None, part: Part::Unknown };
        let reading = resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0);
        (reading.sector.unwrap_or_default(), reading.sector_why.rule)
    };
    let said = |sector: &str, rule| (sector.to_owned(), rule);
    assert_eq!(sector("Orla Venn", "Orla Venn arrived in Damascus."), said("GOV", "unknown person"));
    let shot = sector("Orla Venn", "A bomb killed Orla Venn in Damascus.");
    assert_eq!(shot, said("CVL", "unknown person near words of force"));
    assert_eq!(sector("soldiers", "The soldiers left Damascus."), said("MIL", "role noun"));
    assert_eq!(sector("Syrians", "Some Syrians left Damascus."), said("CVL", "people of a country or place"));
}

fn differs(want: &str, got: Option<&str>) -> bool {
    want != "-" && want != got.unwrap_or("")
}

#[test]
fn parties_of_the_hand_made_cases() {
    let text = file("gold/parties/cases.tsv");
    let rows = cases(&text, ["phrase", "context", "date", "country", "sector", "who"]);
    assert!(rows.len() >= 80);
    let mut wrong = Vec::new();
    for [phrase, context, day, country, sector, who] in &rows {
        let case = Case::new(phrase, context, day);
        let mention = PartyMention { span: case.phrase, sentence: 0, sector_hint: None, part: Part::Unknown };
        let r = resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0);
        let checks = [(country, &r.country), (sector, &r.sector), (who, &r.who)];
        if checks.iter().any(|(want, got)| differs(want, got.as_deref())) {
            wrong.push(format!("{phrase} | {context} | want {country} {sector} {who} | got {r:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn sources_of_the_hand_made_cases() {
    let text = file("gold/sources/cases.tsv");
    let rows = cases(&text, ["phrase", "context", "date", "kind", "cue", "who"]);
    assert!(rows.len() >= 30);
    let mut wrong = Vec::new();
    for [phrase, context, day, kind, cue, who] in &rows {
        let case = Case::new(phrase, context, day);
        let mention = SourceMention { span: case.phrase, sentence: 0, kind_hint: None };
        let r = sources::resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0);
        let checks = [(kind, &r.kind), (cue, &r.cue), (who, &r.who)];
        if checks.iter().any(|(want, got)| differs(want, got.as_deref())) {
            wrong.push(format!("{phrase} | {context} | want {kind} {cue} {who} | got {r:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_trusted_hint_overrules_a_role_but_not_a_known_actor() {
    let sector = |phrase: &str, context: &str, hint| {
        let case = Case::new(phrase, context, "2014-08-08");
        let mention =
            PartyMention { span: case.phrase, sentence: 0, sector_hint: Some(hint), part: Part::Unknown };
        resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0).sector
    };
    assert_eq!(
        sector("security forces", "In Cairo security forces waited.", ("COP", 0.9)).as_deref(),
        Some("COP")
    );
    assert_eq!(
        sector("security forces", "In Cairo security forces waited.", ("COP", 0.1)).as_deref(),
        Some("MIL")
    );
    assert_eq!(sector("Boko Haram", "Boko Haram waited.", ("CVL", 0.9)).as_deref(), Some("REB"));
}

#[test]
fn the_reason_says_whether_the_model_or_a_table_decided() {
    let context = "In Cairo security forces waited, officials said.";
    let case = |phrase| Case::new(phrase, context, "2014-08-08");
    let sector = |hint| {
        let case = case("security forces");
        let mention = PartyMention { span: case.phrase, sentence: 0, sector_hint: hint, part: Part::Unknown };
        resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0).sector_why
    };
    assert_eq!(sector(Some(("COP", 0.9))), Why::of_model());
    assert_eq!(sector(Some(("COP", 0.1))).data, "actors/roles.tsv");
    assert_eq!(sector(None).data, "actors/roles.tsv");
    let kind = |hint| {
        let case = case("officials");
        let mention = SourceMention { span: case.phrase, sentence: 0, kind_hint: hint };
        sources::resolve_report(&ACTORS, &case.scene(), &[mention]).remove(0).kind_why
    };
    assert_eq!(kind(Some(("military", 0.9))), Why::of_model());
    assert_eq!(kind(Some(("military", 0.1))).data, "actors/roles.tsv");
}

#[test]
fn codes_are_those_of_iso_3166() {
    let text = file("data/actors/countries.tsv");
    let rows = cases(&text, ["iso3", "iso2", "name", "aliases", "demonyms", "capitals"]);
    assert_eq!(rows.len(), 250, "249 of ISO 3166-1, and Kosovo");
    let letters = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_uppercase());
    assert!(rows.iter().all(|r| letters(&r[0], 3) && letters(&r[1], 2)));
    assert_eq!(rows.iter().map(|r| &r[1]).collect::<HashSet<_>>().len(), 250);
}

#[test]
fn tables_say_where_they_are_from() {
    for name in
        ["countries", "places", "places-geonames", "groups", "bodies", "leaders", "roles", "words", "force"]
    {
        let text = file(&format!("data/actors/{name}.tsv"));
        let table = Table::parse(&text).expect("a table");
        for key in ["source", "licence", "date"] {
            assert!(table.head.iter().any(|(k, v)| *k == key && !v.is_empty()), "{name} lacks {key}");
        }
    }
}

/// One alias may name several actors only where a rule tells them apart: by country (the report's focus), or by the time of office.
#[test]
fn no_alias_stands_twice_without_a_rule() {
    for name in ["groups", "bodies", "leaders"] {
        let text = file(&format!("data/actors/{name}.tsv"));
        let from = if name == "bodies" { "origin" } else { "from" };
        let rows = cases(&text, ["name", "aliases", "iso3", "sector", "origin", from]);
        let mut seen: HashMap<Vec<u64>, Vec<(usize, String)>> = HashMap::new();
        for (n, row) in rows.iter().enumerate() {
            for alias in std::iter::once(row[0].as_str()).chain(row[1].split(';')).filter(|a| !a.is_empty()) {
                let words = tokens(alias).iter().map(|t| t.word).filter(|w| *w != hash("the")).collect();
                let uses = seen.entry(words).or_default();
                if uses.iter().all(|(row, _)| *row != n) {
                    uses.push((n, alias.to_owned()));
                }
            }
        }
        for uses in seen.values() {
            // Two offices of one person are one person.
            let who: HashSet<_> = uses.iter().map(|(n, _)| &rows[*n][0]).collect();
            let keys: HashSet<_> =
                uses.iter().map(|(n, _)| (&rows[*n][2], &rows[*n][5], &rows[*n][0])).collect();
            let told: HashSet<_> = keys.iter().map(|(iso3, from, _)| (iso3, from)).collect();
            assert!(who.len() == 1 || told.len() == keys.len(), "{name}.tsv: {uses:?}");
        }
    }
}

#[test]
fn errors_name_the_file_and_the_line() {
    let bad =
        ActorTables { words: "word\tclass\n", force: "word\tclass\nfire\tloud\n", ..ActorTables::default() };
    let error = Actors::from_tables(&bad).err().expect("an error");
    assert_eq!((error.file, error.error.line), ("actors/force.tsv", 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(text in "(the |Syrian |of |, |U\\.S\\.|he |Assad’s|\\PC{0,6} |-led |ü|\\n){0,30}", cuts in prop::collection::vec((0usize..400, 0usize..400), 0..12)) {
        let report = Report { text: text.clone(), title: Some(text.clone()), ..Report::default() };
        let sentences = [Span::new(0, text.len() / 2), Span::new(text.len() / 2, text.len() + 3)];
        let scene = Scene { report: &report, sentences: &sentences };
        let parties: Vec<_> = cuts.iter().map(|(a, b)| PartyMention { span: Span::new(*a, *b), sentence: *a, sector_hint: None, part: Part::Unknown }).collect();
        let cited: Vec<_> = cuts.iter().map(|(a, b)| SourceMention { span: Span::new(*a, *b), sentence: *b, kind_hint: None }).collect();
        prop_assert_eq!(resolve_report(&ACTORS, &scene, &parties).len(), cuts.len());
        prop_assert_eq!(sources::resolve_report(&ACTORS, &scene, &cited).len(), cuts.len());
    }
}

#[test]
fn a_name_may_run_over_a_line_but_not_into_the_next_sentence() {
    let who = |text: &str, phrase: &str, sentences: &[(usize, usize)]| {
        let report = Report { text: text.to_owned(), ..Report::default() };
        let sentences: Vec<Span> = sentences.iter().map(|(a, b)| Span::new(*a, *b)).collect();
        let scene = Scene { report: &report, sentences: &sentences };
        let start = text.find(phrase).unwrap();
        let span = Span::new(start, start + phrase.len());
        resolve_report(
            &ACTORS,
            &scene,
            &[PartyMention { span, sentence: 0, sector_hint: None, part: Part::Unknown }],
        )
        .remove(0)
        .who
    };
    let broken = "The Syrian\nObservatory for Human Rights counted them.";
    let name = who(broken, "The Syrian\nObservatory for Human Rights", &[(0, broken.len())]);
    assert_eq!(name.as_deref(), Some("Syrian Observatory for Human Rights"));
    let apart = "War in Syria\nObservatory staff met.";
    assert_eq!(who(apart, "Syria", &[(0, 12), (13, apart.len())]).as_deref(), Some("Syria"));
}
