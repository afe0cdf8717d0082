"""Writes the trained annotator for the program: the ONNX file, the vocabulary, the manifest and the parity cases.

    python training/export.py --run training/out --corpora ../shared/corpora --scorer ../shared/tools/score.py --to data/models/accurate
"""
import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch

import choose
import graph
import windows
from annotator import SEEN, SIZES
from batches import Example, inputs
from corpus import load
from decode import SINGLE, annotations
from encoder import SHA256, published
from events import view
from labels import CASUALTY_KINDS, KINDS, MODES, ROLES, SAME_SENTENCE, SECTORS, SOURCE_KINDS, STATUSES, TYPES
from course import summary
from train import examples, load as load_weights
from windows import CONTEXT_PIECES, LONGEST_SENTENCE, OWN_PIECES, Reader, seen_from

CORPORA = [
    {"name": "open/claims", "use": "all heads", "licence": "annotation: this project; text: Wikipedia CC BY-SA 3.0/4.0, "
     "Wikinews CC BY 2.5, UD English-EWT CC BY-SA 4.0, UD English-PUD CC BY-SA 3.0, re3d (public domain, OGL v3, CC BY 3.0 AU, "
     "EEAS reuse notice, CC BY-SA 3.0), stories of this project Apache-2.0 / CC BY 4.0"},
    {"name": "training/labels", "use": "all heads", "licence": "annotation: this project, CC BY 4.0; text, not kept: Wikipedia CC BY-SA 3.0/4.0"},
    {"name": "training/reports", "use": "all heads", "licence": "this project, CC BY 4.0"},
    {"name": "open/wiki_current_events, open/wiki_conflict_articles", "use": "masked words, before the claims; what the teachers say of them",
     "licence": "Wikipedia CC BY-SA 3.0/4.0"},
    {"name": "open/ud_ewt, open/propbank_ewt, open/uds_factuality", "use": "trees, roles and factuality, before the claims",
     "licence": "CC BY-SA 4.0; UDS MIT"},
    {"name": "open/ner_crossner_politics, open/ner_wikigold, open/re3d", "use": "names, before the claims",
     "licence": "MIT over Wikipedia text (CC BY-SA); CC BY 4.0; re3d as above"},
    {"name": "all-MiniLM-L6-v2", "use": "encoder before fine-tuning", "licence": "Apache-2.0", "sha256": SHA256},
]
# What the fast annotator learnt of these; all others only through the accurate one.
OF_FAST = {"open/claims": "all heads", "training/labels": "all heads", "training/reports": "all heads",
           "open/wiki_current_events, open/wiki_conflict_articles": "what the accurate annotator says of them"}
# Written for this file; the reports are invented.
PARITY = [
    "Rebels shelled the northern town of Azaz on Tuesday, killing at least 16 people, the Northern Monitor said.",
    "The ministry denied the accusation. \"We fired nothing,\" its spokesman, Karim al-Haddad, told reporters in Ankara.",
    "U.N. envoys met both sides in Geneva; talks on a cease-fire are due to resume next week. Nobody was hurt.",
]
# Words of each that are read as triggers.
EVENTS = [1, 5]


def corpora(size):
    """The corpora behind a model, each with what it was for."""
    if size == "accurate":
        return CORPORA
    return [{**row, "use": OF_FAST.get(row["name"], "through the accurate annotator")} for row in CORPORA]


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def parity(model, reader):
    """Logits of a few windows, rounded, for the test that holds the program against PyTorch."""
    cases = []
    for n, text in enumerate(PARITY):
        window = reader.windows({"id": str(n), "text": text, "sentences": [[0, len(text)]]})[0]
        given = inputs([window])
        first, last = seen_from([w.sentence for w in window.words], 0)
        with torch.no_grad():
            words = model.words(given)
            _, told = model.read(words, view([(0, first, at, last) for at in EVENTS], given.sentences))
            logits = {**model.marks(words), **told}
        cases.append({"text": text, "events": EVENTS,
                      "logits": {name: [round(float(x), 6) for x in values.flatten()] for name, values in logits.items()}})
    return cases


def heads(thresholds):
    """What the program must know to read the outputs; crates/text/src/annotator/manifest.rs says what each means."""
    one = lambda name, of, labels: {"name": name, "of": of, "form": "one", "least": 0.05, "labels": labels}
    status = {**one("status", "trigger", STATUSES), "bias": [-thresholds["status"]] + [0.0] * (len(STATUSES) - 1)}
    some = lambda name, least, labels: {"name": name, "of": "trigger", "form": "any", "least": least, "labels": labels}
    return {
        "confidence": thresholds["confidence"], "trigger": TYPES, "kinds": KINDS, "least_trigger": thresholds["trigger"], "least_type": thresholds["type"], "least_span": thresholds["span"], "least_word": thresholds["word"],
        "roles": [{"name": role, "kind": kind, "single": role in SINGLE, "same_sentence": role in SAME_SENTENCE,
                   "least": thresholds[role], "least_before": thresholds["before"][role]} for role, kind in ROLES.items()],
        "heads": [{**some("modes", thresholds["mode"], MODES), "least_beside": thresholds["mode_beside"]}, status, some("scope", 0.5, ["cumulative"]),
                  some("historical", 0.5, ["historical"]), one("sector", "party", SECTORS),
                  one("source_kind", "source", SOURCE_KINDS), one("casualty_kind", "casualty", CASUALTY_KINDS)]}


def decoded(model, reader, thresholds):
    """What decoding makes of a report of several windows: triggers, and the words in each role, in code points."""
    text = " ".join(PARITY * 6)
    starts = [0]
    for sentence in (PARITY * 6)[:-1]:
        starts.append(starts[-1] + len(sentence) + 1)
    report = {"id": "p", "text": text, "sentences": [[a, a + len(s)] for a, s in zip(starts, PARITY * 6)]}
    found = []
    for cut in reader.cuts(report):
        (window, logits), = choose.run(model, [Example(reader, cut)])
        for first, last, kind, _, roles in annotations(logits, window, thresholds):
            place = lambda a, b: [window.words[a].start, window.words[b - 1].end]
            found.append({"trigger": place(first, last), "label": kind,
                          "roles": {role: [place(a, b) for a, b, _ in spans] for role, spans in roles.items() if spans}})
    return {"text": text, "sentences": report["sentences"], "found": found}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", required=True)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--to", required=True)
    parser.add_argument("--size", choices=SIZES, default="accurate")
    args = parser.parse_args()
    run, to = Path(args.run), Path(args.to)
    to.mkdir(parents=True, exist_ok=True)
    windows.BEFORE = SEEN[args.size]
    model = SIZES[args.size]()
    load_weights(model, run / "annotator.pt")
    model.eval()
    (to / "model.onnx").write_bytes(graph.build(model).SerializeToString())
    # All models share it.
    vocabulary = to.parent / "vocab.txt"
    shutil.copyfile(published() / "vocab.txt", vocabulary)
    reader = Reader()
    reports, claims = load(Path(args.corpora) / "open/claims/tune.jsonl")
    thresholds = json.loads((run / "thresholds.json").read_text())
    result = choose.score(choose.scorer(args.scorer), claims, choose.run(model, examples(reader, reports, claims)), reports, thresholds)
    graph.round_weights(model)
    cases = {"logits": parity(model, reader), "decoded": decoded(model, reader, thresholds)}
    (to / "parity.json").write_text(json.dumps(cases) + "\n")
    manifest = {
        "model_sha256": sha256(to / "model.onnx"), "vocabulary_sha256": sha256(vocabulary), **heads(thresholds),
        "window": {"own_pieces": OWN_PIECES, "context_pieces": CONTEXT_PIECES, "longest_sentence": LONGEST_SENTENCE, "words_before": windows.BEFORE},
        "corpora": corpora(args.size), "command": "cargo xtask train", "training": json.loads((run / "training.json").read_text()),
        "tune_words_only": summary(result),
        "annotation": "The claims corpus was annotated by a large language model reading by the codebook; no person has checked it yet.",
    }
    (to / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    print(json.dumps({"bytes": (to / "model.onnx").stat().st_size, "tune": summary(result)}))


if __name__ == "__main__":
    main()
