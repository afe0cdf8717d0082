//! The shipped models: held against PyTorch, and against any text.

use dateline_text::annotator::Annotator;
use dateline_text::span::Span;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

static MODELS: LazyLock<[(&str, Annotator); 2]> =
    LazyLock::new(|| ["accurate", "fast"].map(|name| (name, load(name))));

fn load(name: &str) -> Annotator {
    let bytes = std::fs::read(folder().join(name).join("model.onnx")).unwrap();
    let manifest = text(&format!("{name}/manifest.json"));
    Annotator::load(bytes.into(), &text("vocab.txt"), &manifest).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data/models")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

fn parity(name: &str) -> Value {
    serde_json::from_str(&text(&format!("{name}/parity.json"))).unwrap()
}

/// `training/export.py` wrote what PyTorch says of three invented sentences.
#[test]
fn says_the_same_as_pytorch() {
    for (name, annotator) in MODELS.iter() {
        let mut compared = 0;
        for case in parity(name)["logits"].as_array().unwrap() {
            let events: Vec<usize> = numbers(&case["events"]).iter().map(|n| *n as usize).collect();
            let given = annotator.logits(case["text"].as_str().unwrap(), &events).unwrap();
            let given: BTreeMap<_, _> = given.into_iter().collect();
            for (head, wanted) in case["logits"].as_object().unwrap() {
                let wanted = numbers(wanted);
                assert_eq!(given[head].len(), wanted.len(), "{name}, {head}");
                for (a, b) in given[head].iter().zip(&wanted) {
                    assert!(
                        (f64::from(*a) - b).abs() <= 1e-4 * b.abs().max(1.0),
                        "{name}, {head}: {a}, not {b}"
                    );
                    compared += 1;
                }
            }
        }
        assert!(compared > 5_000, "{name}: only {compared} values");
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// The same triggers and fillers as `training/decode.py` finds in a report of several windows.
#[test]
fn decodes_as_python_does() {
    for (name, annotator) in MODELS.iter() {
        let case = &parity(name)["decoded"];
        let sentences: Vec<Span> = case["sentences"].as_array().unwrap().iter().map(span).collect();
        // The text is ASCII: code points are bytes.
        let found = annotator.annotate(case["text"].as_str().unwrap(), &sentences).unwrap();
        let wanted = case["found"].as_array().unwrap();
        assert_eq!(found.triggers.len(), wanted.len(), "{name}");
        for (number, (trigger, wanted)) in found.triggers.iter().zip(wanted).enumerate() {
            let label = wanted["label"].as_str().unwrap();
            assert_eq!((trigger.span, &*trigger.label), (span(&wanted["trigger"]), label), "{name}");
            let mut roles: BTreeMap<String, Vec<Span>> = BTreeMap::new();
            for link in found.links.iter().filter(|l| l.trigger == number) {
                roles.entry(link.role.to_string()).or_default().push(found.mentions[link.mention].span);
            }
            for (role, spans) in wanted["roles"].as_object().unwrap() {
                let spans: Vec<Span> = spans.as_array().unwrap().iter().map(span).collect();
                assert_eq!(roles.remove(role), Some(spans), "{name}, {role} of {:?}", trigger.span);
            }
            assert!(roles.is_empty(), "{name}: {roles:?}");
        }
    }
}

fn span(ends: &Value) -> Span {
    let ends = numbers(ends);
    Span::new(ends[0] as usize, ends[1] as usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_spans_inside_its_sentences(text in "\\PC{0,400}", cut in 0usize..400) {
        let cut = (cut.min(text.len())..=text.len()).find(|n| text.is_char_boundary(*n)).unwrap();
        let sentences = [Span::new(0, cut), Span::new(cut, text.len())];
        for (_, annotator) in MODELS.iter() {
            let found = annotator.annotate(&text, &sentences).unwrap();
            let spans = found.triggers.iter().map(|t| (t.span, t.sentence));
            for (span, sentence) in spans.chain(found.mentions.iter().map(|m| (m.span, m.sentence))) {
                prop_assert!(sentences[sentence].contains(span) && !span.is_empty());
                prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}

#[test]
fn a_sentence_longer_than_the_model_reads_is_cut_and_said_to_be() {
    let long = "Rebels shelled the town and ".repeat(200);
    for (_, annotator) in MODELS.iter() {
        let found = annotator.annotate(&long, &[Span::new(0, long.len())]).unwrap();
        assert_eq!(found.cut, [0]);
        assert!(!found.triggers.is_empty());
    }
}
