//! Whatever the bytes of a pack and whatever the words, the gazetteer and the resolver answer and do not panic.

use dateline_events::gazetteer::pack::{NewPlace, Packer};
use dateline_events::gazetteer::{Gazetteer, Kind, MAGIC};
use dateline_events::places::{find_toponyms, resolve_report};
use dateline_events::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;
use proptest::prelude::*;

const COUNTRIES: &str =
    "iso2\tiso3\tname\tcapital\tneighbours\tdemonyms\tspellings\nSY\tSYR\tSyria\tDamascus\tIQ\tSyrian\tall\n";
const WORDS: &str = "word\tclass\nin\tlink\nthe\tlead\ncity\tcity\nnear\tnear\nof\tlink\nbase\tfacility\n";

fn place(name: &str, kind: Kind, lat: f64) -> NewPlace {
    NewPlace {
        geonames_id: 7,
        name: name.into(),
        country: "SY".into(),
        division: String::new(),
        lat,
        lon: 36.3,
        population: 1_500_000,
        kind,
        radius_km: 25.0,
        names: vec!["ash-Sham".into()],
    }
}

fn small() -> Vec<u8> {
    let places = vec![
        place("Syria", Kind::Country, 35.0),
        place("Damascus", Kind::Capital, 33.5),
        place("Ḥimş", Kind::Town, 34.7),
        place("Shayrat", Kind::Site, 34.5),
    ];
    pack(&places)
}

fn pack(places: &[NewPlace]) -> Vec<u8> {
    let mut packer = Packer::new(COUNTRIES, WORDS, "written for this test\n");
    places.iter().for_each(|place| packer.add(place));
    packer.finish().unwrap().into_bytes()
}

fn exercise(gazetteer: &Gazetteer, text: &str, cuts: (usize, usize)) {
    gazetteer.candidates(text);
    gazetteer.candidates("Damascus");
    gazetteer.sounding_like(text, &["SY"]);
    gazetteer.sounding_like("Dimeshk", &["SY"]);
    let at = |n: usize| (0..=n.min(text.len())).rev().find(|n| text.is_char_boundary(*n)).unwrap_or(0);
    let (a, b) = (at(cuts.0), at(cuts.1));
    let mentions = [Span::new(a.min(b), a.max(b)), Span::new(0, text.len()), Span::new(b, a)];
    let report = Report {
        text: text.into(),
        title: Some(text.into()),
        dateline: Some(text.into()),
        ..Report::default()
    };
    let sentences = [Span::new(0, a), Span::new(a, text.len())];
    let scene = Scene { report: &report, sentences: &sentences };
    let answers = resolve_report(gazetteer, &scene, &mentions);
    assert_eq!(answers.len(), mentions.len());
    let names = find_toponyms(gazetteer, &scene);
    assert!(names.iter().all(|name| !name.of(text).is_empty()));
    assert!(names.windows(2).all(|two| two[0].end <= two[1].start));
}

#[test]
fn toponyms_are_found_in_the_text_and_not_in_the_headline() {
    let gazetteer = Gazetteer::from_bytes(small()).unwrap();
    let text = "A Syrian, Saleh Orlov, left Damascus’s north; shells fell near Ḥimş in Syria.".to_owned();
    let report = Report { title: Some("Shayrat".into()), text, ..Report::default() };
    let sentences = [Span::new(0, report.text.len())];
    let names = find_toponyms(&gazetteer, &Scene { report: &report, sentences: &sentences });
    let words: Vec<&str> = names.iter().map(|name| name.of(&report.text)).collect();
    assert_eq!(words, ["Damascus", "Ḥimş", "Syria"]);
}

#[test]
fn a_small_pack_gives_back_what_went_in() {
    let gazetteer = Gazetteer::from_bytes(small()).unwrap();
    let found = gazetteer.candidates("HIMS");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].place.name.as_str(), found[0].exact), ("Ḥimş", true));
    assert!((found[0].place.lat - 34.7).abs() < 1e-4);
    assert!((found[0].place.population as f64 / 1.5e6 - 1.0).abs() < 0.05);
    assert_eq!(found[0].place.radius_km, 25.0);
    assert_eq!(gazetteer.candidates("Sham").len(), 4);
    assert!(gazetteer.candidates("Atlantis").is_empty());
}

#[test]
fn the_order_of_the_places_does_not_matter() {
    let mut places = vec![place("Syria", Kind::Country, 35.0), place("Damascus", Kind::Capital, 33.5)];
    let bytes = pack(&places);
    places.reverse();
    assert_eq!(bytes, pack(&places));
}

#[test]
fn a_pack_over_another_has_the_places_of_both() {
    let base = Gazetteer::from_bytes(small()).unwrap();
    let mut packer = Packer::over(&base);
    packer.add_name(base.find("Hims")[0], "Emesa");
    packer.add(&NewPlace { geonames_id: 8, ..place("Qatana", Kind::Town, 33.4) });
    packer.add_origin("a table of towns");
    let both = Gazetteer::from_bytes(packer.finish().unwrap().into_bytes()).unwrap();
    assert_eq!(both.len(), base.len() + 1);
    assert_eq!(both.origins(), "written for this test\na table of towns\n");
    for old in base.places() {
        let kept: Vec<_> = both.candidates(&old.name).into_iter().map(|c| c.place).collect();
        assert!(kept.iter().any(|new| new.lat == old.lat && new.kind == old.kind), "{}", old.name);
    }
    assert_eq!(both.candidates("Emesa")[0].place.name, "Ḥimş");
    assert_eq!(both.candidates("Qatana")[0].place.geonames_id, Some(8));
    assert_eq!(both.candidates("Sham").len(), 5);
}

#[test]
fn names_are_found_by_their_sound() {
    let gazetteer = Gazetteer::from_bytes(small()).unwrap();
    let found = gazetteer.sounding_like("Shuairat", &["SY"]);
    let nearest = gazetteer.place(found[0].id).unwrap();
    assert_eq!((nearest.name.as_str(), found[0].same_sound), ("Shayrat", true));
    assert!(gazetteer.sounding_like("Shuairat", &["IQ"]).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_a_pack_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Gazetteer::from_bytes(bytes.clone());
        let _ = Gazetteer::from_bytes([MAGIC.as_slice(), &bytes].concat());
    }

    #[test]
    fn a_damaged_pack_answers_or_is_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        shorten in any::<bool>(),
        text in "(Damascus|Syria|Hims|Shayrat base|the city|in|near|,| ){1,8}",
    ) {
        let mut bytes = small();
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        if shorten {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(gazetteer) = Gazetteer::from_bytes(bytes) {
            exercise(&gazetteer, &text, (3, 12));
        }
    }

    #[test]
    fn any_words_are_answered(text in "\\PC{0,80}", a in 0usize..90, b in 0usize..90) {
        exercise(&Gazetteer::from_bytes(small()).unwrap(), &text, (a, b));
    }

    #[test]
    fn any_description_is_answered(
        text in "((the|in|of|near|city|base|Damascus|Syria's|Syrian|Hims|and|,|\\.|al-X|É’|–|north) ?){0,14}",
        a in 0usize..60,
        b in 0usize..60,
    ) {
        exercise(&Gazetteer::from_bytes(small()).unwrap(), &text, (a, b));
    }
}
