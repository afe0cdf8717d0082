//! Hostile texts: each resolver's work grows with the length of the text, not with its square.
//!
//! Nothing is timed. Each text is so long that a resolver which looked back over all of it for every mention would not end
//! in minutes, where it now takes a moment: a relapse shows as a test that hangs.

use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::pointing::Part;
use dateline_events::parties::{self, ActorTables, Actors, PartyMention};
use dateline_events::places;
use dateline_events::scene::Scene;
use dateline_events::sources::{self, SourceMention};
use dateline_events::times::{Anchors, Tense};
use dateline_text::report::Report;
use dateline_text::span::Span;
use std::sync::LazyLock;

/// Bytes of a text; in a build without optimisation a tenth of it hangs as surely.
const SIZE: usize = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };

fn file(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../data/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path)
}

static ACTORS: LazyLock<Actors> = LazyLock::new(|| {
    let texts = ActorTables::PATHS.map(|path| String::from_utf8(file(path)).expect("UTF-8"));
    let tables = ActorTables::from_texts(&texts);
    Actors::from_tables(&tables).expect("tables that fit")
});

static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::from_bytes(file("gazetteer/gazetteer.bin")).expect("a gazetteer"));

/// How a hostile text is cut into sentences.
#[derive(Clone, Copy)]
enum Cut {
    /// Not at all.
    Whole,
    /// One for each unit.
    Units,
}

/// A unit over and over, with a mention for `words` wherever they stand.
struct Hostile {
    report: Report,
    sentences: Vec<Span>,
    mentions: Vec<Span>,
}

impl Hostile {
    fn new(unit: &str, words: &str, cut: Cut) -> Self {
        let text = unit.repeat(SIZE / unit.len());
        let sentences = match cut {
            Cut::Whole => vec![Span::new(0, text.len())],
            Cut::Units => (0..text.len()).step_by(unit.len()).map(|n| Span::new(n, n + unit.len())).collect(),
        };
        let mentions = text.match_indices(words).map(|(at, w)| Span::new(at, at + w.len())).collect();
        let published = "2012-12-13".parse().ok();
        Self { report: Report { text, published, ..Report::default() }, sentences, mentions }
    }

    fn scene(&self) -> Scene<'_> {
        Scene { report: &self.report, sentences: &self.sentences }
    }
}

/// Units, the words that are mentions in them, and how the text is cut.
const PARTIES: [(&str, &str, Cut); 15] = [
    ("General ", "General", Cut::Whole),
    ("Mr. ", "Mr", Cut::Whole),
    ("the group said it ", "it", Cut::Whole),
    ("the group said it ", "the group", Cut::Whole),
    ("The group said it had seen them. ", "it", Cut::Units),
    ("Russia and China, ", "Russia", Cut::Whole),
    ("Syrian ", "Syrian", Cut::Whole),
    ("General Orlov, the commander of the army, ", "Orlov", Cut::Whole),
    ("Zed Assad said. Assad left. ", "Assad left", Cut::Units),
    ("Ann Orr, known as Bo Li, ", "Bo Li", Cut::Whole),
    ("Blue Dawn Front (BDF) ", "BDF", Cut::Whole),
    ("Ali Orr, a lawyer; the lawyer ", "the lawyer", Cut::Whole),
    ("“we” said Ali Orr ", "we", Cut::Whole),
    ("Ali Orr left; she and its army met him. ", "its army", Cut::Units),
    ("Syria, Mali, Chad and Peru: the rebels ", "the rebels", Cut::Whole),
];

#[test]
fn parties() {
    for (unit, words, cut) in PARTIES {
        let hostile = Hostile::new(unit, words, cut);
        let mentions: Vec<PartyMention> = hostile
            .mentions
            .iter()
            .map(|span| PartyMention { span: *span, sentence: 0, sector_hint: None, part: Part::Actor })
            .collect();
        let readings = parties::resolve_report(&ACTORS, &hostile.scene(), &mentions);
        assert_eq!(readings.len(), SIZE / unit.len(), "{unit:?}");
    }
}

#[test]
fn sources() {
    for (unit, words, cut) in PARTIES {
        let hostile = Hostile::new(unit, words, cut);
        let mentions: Vec<SourceMention> = hostile
            .mentions
            .iter()
            .map(|span| SourceMention { span: *span, sentence: 0, kind_hint: None })
            .collect();
        let readings = sources::resolve_report(&ACTORS, &hostile.scene(), &mentions);
        assert_eq!(readings.len(), SIZE / unit.len(), "{unit:?}");
    }
}

#[test]
fn places() {
    let texts = [
        ("in Homs and in Aleppo ", "Homs", Cut::Whole),
        ("in Homs, in Aleppo. ", "Aleppo", Cut::Units),
        ("in San Jose ", "San Jose", Cut::Whole),
        ("the hotel at the Splendid Hotel. ", "the hotel", Cut::Units),
        ("the village near the town ", "the town", Cut::Whole),
        ("in Homs the city ", "the city", Cut::Whole),
        ("in Qwxzy ", "Qwxzy", Cut::Whole),
    ];
    for (unit, words, cut) in texts {
        let hostile = Hostile::new(unit, words, cut);
        let answers = places::resolve_report(&GAZETTEER, &hostile.scene(), &hostile.mentions);
        assert_eq!(answers.len(), SIZE / unit.len(), "{unit:?}");
    }
}

#[test]
fn times() {
    for unit in [
        "In 2012. ",
        "It was in May. ",
        "On Friday. ",
        "On 4 May 2012. ",
        "In July last year. ",
        "A day later. ",
    ] {
        let hostile = Hostile::new(unit, unit.trim_end_matches(". "), Cut::Units);
        let scene = hostile.scene();
        let anchors = Anchors::of(&scene);
        for span in &hostile.mentions {
            let moment = anchors.moment(&scene, *span, Tense::Past);
            assert_eq!(moment.published, hostile.report.published);
        }
        assert_eq!(hostile.mentions.len(), SIZE / unit.len());
    }
}
