//! The resolver of places against cases written by hand, with the gazetteer that ships.

use dateline_events::gazetteer::Gazetteer;
use dateline_events::places::{Resolution, resolve_report};
use dateline_events::scene::Scene;
use dateline_events::table::Table;
use dateline_text::report::Report;
use dateline_text::span::Span;

fn file(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Resolves the words in brackets.
fn resolve(gazetteer: &Gazetteer, marked: &str, title: &str) -> Vec<Resolution> {
    let (mut text, mut mentions, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '[' => start = text.len(),
            ']' => mentions.push(Span::new(start, text.len())),
            c => text.push(c),
        }
    }
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        sentences.push(Span::new(from, at + 1));
        from = at + 2;
    }
    sentences.push(Span::new(from, text.len()));
    let report = Report { text, title: Some(title.into()), ..Report::default() };
    resolve_report(gazetteer, &Scene { report: &report, sentences: &sentences }, &mentions)
}

#[test]
fn every_case_holds() {
    let gazetteer = Gazetteer::from_bytes(file("data/gazetteer/gazetteer.bin")).unwrap();
    let cases = String::from_utf8(file("gold/places/cases.tsv")).unwrap();
    let table = Table::parse(&cases).unwrap();
    let mut wrong = Vec::new();
    for (line, row) in &table.rows {
        let [text, title, name, country, precision] = row[..] else { panic!("line {line}: five columns") };
        let answers = resolve(&gazetteer, text, title);
        let place = answers[0].place.clone();
        let got = place.as_ref().map(|p| p.name.split(',').next().unwrap_or_default().to_string());
        let expected = Some(name.to_string()).filter(|n| n != "-");
        let place = place.unwrap_or_default();
        let fits = got == expected
            && place.country.as_deref().unwrap_or_default() == country
            && place.precision.unwrap_or_default() == precision
            && place.lat.is_some() != precision.is_empty()
            && (place.lat.is_some() || answers[0].note.is_some());
        if !fits {
            wrong.push(format!("line {line}: {text}\n    {:?}", answers[0]));
        }
    }
    assert!(table.rows.len() >= 50);
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.rows.len(), wrong.join("\n"));
}

#[test]
fn a_later_mention_refers_back() {
    let gazetteer = Gazetteer::from_bytes(file("data/gazetteer/gazetteer.bin")).unwrap();
    let text = "Iraqi troops entered [Ramadi]. Snipers fired from houses in [the city].";
    let answers = resolve(&gazetteer, text, "");
    let names: Vec<_> = answers.iter().filter_map(|a| a.place.as_ref()).map(|p| p.name.as_str()).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(names[0], names[1]);
}

#[test]
fn a_hospital_stands_in_the_town_of_its_sentence() {
    let gazetteer = Gazetteer::from_bytes(file("data/gazetteer/gazetteer.bin")).unwrap();
    let answers = resolve(&gazetteer, "In Kunduz, Afghan medics treated the wounded at [a hospital].", "");
    let place = answers[0].place.as_ref().unwrap();
    assert_eq!(place.name, "hospital, Kunduz, Afghanistan");
    assert_eq!((place.precision, place.geonames_id), (Some("town"), None));
}

#[test]
fn a_place_keeps_its_shortest_words() {
    let gazetteer = Gazetteer::from_bytes(file("data/gazetteer/gazetteer.bin")).unwrap();
    let cases = [
        ("the town of Qatana", "Qatana"),
        ("the northern Syrian town of al-Bab", "al-Bab"),
        ("the central province of Homs", "Homs"),
        ("the village of Stanove near Trostianets", "Stanove near Trostianets"),
        // Other places than those that they name, or words that say which.
        ("a suburb of Damascus", "a suburb of Damascus"),
        ("the outskirts of the city of Mosul", "the outskirts of the city of Mosul"),
        ("the Doura district of Baghdad", "the Doura district of Baghdad"),
        ("the northern part of Syria", "the northern part of Syria"),
        ("the Republic of the Congo", "the Republic of the Congo"),
        ("the town of their fathers", "the town of their fathers"),
    ];
    for (words, own) in cases {
        let found = resolve(&gazetteer, &format!("Shells fell on [{words}] on Monday."), "")[0].own_words;
        assert_eq!(&words[found..], own);
    }
}
