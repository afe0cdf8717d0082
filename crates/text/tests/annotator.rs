//! The shipped model: held against PyTorch, and against any text.

use dateline_text::annotator::Annotator;
use dateline_text::span::Span;
use proptest::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| {
    let bytes = std::fs::read(file("model.onnx")).unwrap();
    let (vocabulary, manifest) = (text("vocab.txt"), text("manifest.json"));
    Annotator::load(Vec::leak(bytes), &vocabulary, &manifest).unwrap()
});

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data/models/annotator").join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(file(name)).unwrap()
}

/// `training/export.py` wrote what PyTorch says of three invented sentences.
#[test]
fn says_the_same_as_pytorch() {
    let cases: serde_json::Value = serde_json::from_str(&text("parity.json")).unwrap();
    let mut compared = 0;
    for case in cases["logits"].as_array().unwrap() {
        let given = ANNOTATOR.logits(case["text"].as_str().unwrap()).unwrap();
        for (head, values) in given {
            let wanted = if head == "links" { &case["links"] } else { &case["logits"][&head] };
            let wanted: Vec<f32> =
                wanted.as_array().unwrap().iter().map(|x| x.as_f64().unwrap() as f32).collect();
            let words = case["firsts"].as_array().unwrap().len();
            let values = if head == "links" { first_rows(&values, words) } else { values };
            assert_eq!(values.len(), wanted.len(), "{head}");
            for (a, b) in values.iter().zip(&wanted) {
                assert!((a - b).abs() <= 1e-4 * b.abs().max(1.0), "{head}: {a}, not {b}");
                compared += 1;
            }
        }
    }
    assert!(compared > 10_000, "only {compared} values");
}

/// The same triggers and fillers as `training/decode.py` finds in a report of several windows.
#[test]
fn decodes_as_python_does() {
    let cases: serde_json::Value = serde_json::from_str(&text("parity.json")).unwrap();
    let case = &cases["decoded"];
    let number = |v: &serde_json::Value, n: usize| v[n].as_u64().unwrap() as usize;
    let span = |v: &serde_json::Value| Span::new(number(v, 0), number(v, 1));
    let sentences: Vec<Span> = case["sentences"].as_array().unwrap().iter().map(span).collect();
    // The text is ASCII: code points are bytes.
    let found = ANNOTATOR.annotate(case["text"].as_str().unwrap(), &sentences).unwrap();
    let wanted = case["found"].as_array().unwrap();
    assert_eq!(found.triggers.len(), wanted.len());
    for (number, (trigger, wanted)) in found.triggers.iter().zip(wanted).enumerate() {
        assert_eq!(
            (trigger.span, &*trigger.label),
            (span(&wanted["trigger"]), wanted["label"].as_str().unwrap())
        );
        let mut roles: std::collections::BTreeMap<String, Vec<Span>> = Default::default();
        for link in found.links.iter().filter(|l| l.trigger == number) {
            roles.entry(link.role.to_string()).or_default().push(found.mentions[link.mention].span);
        }
        for (role, spans) in wanted["roles"].as_object().unwrap() {
            let spans: Vec<Span> = spans.as_array().unwrap().iter().map(span).collect();
            assert_eq!(roles.remove(role), Some(spans), "{role} of {:?}", trigger.span);
        }
        assert!(roles.is_empty(), "{roles:?}");
    }
}

/// The links of the first six trigger words of each role, which is what the cases hold.
fn first_rows(links: &[f32], words: usize) -> Vec<f32> {
    links.chunks(words * words).flat_map(|role| &role[..6 * words]).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_spans_inside_its_sentences(text in "\\PC{0,400}", cut in 0usize..400) {
        let cut = (cut.min(text.len())..=text.len()).find(|n| text.is_char_boundary(*n)).unwrap();
        let sentences = [Span::new(0, cut), Span::new(cut, text.len())];
        let found = ANNOTATOR.annotate(&text, &sentences).unwrap();
        let spans = found.triggers.iter().map(|t| (t.span, t.sentence));
        for (span, sentence) in spans.chain(found.mentions.iter().map(|m| (m.span, m.sentence))) {
            prop_assert!(sentences[sentence].contains(span) && !span.is_empty());
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}

#[test]
fn a_sentence_longer_than_the_model_reads_is_cut_and_said_to_be() {
    let long = "Rebels shelled the town and ".repeat(200);
    let found = ANNOTATOR.annotate(&long, &[Span::new(0, long.len())]).unwrap();
    assert_eq!(found.cut, [0]);
    assert!(!found.triggers.is_empty());
}
