"""Lessons on single sentences: roles, factuality and trees of English-EWT; names of three corpora."""
import gzip
import json
from dataclasses import dataclass

from raw import annotated, key, split
from windows import Window

# PropBank's roles that go through the annotator's own link head.
LINKED = {"ARG0": "actor", "ARG1": "recipient", "ARGM-LOC": "place", "ARGM-TMP": "time"}
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
# The corpora's own types, as far as they fall under one of NAMES; the rest is MISC.
COARSE = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC",
          "PER": "PER", "ORG": "ORG", "LOC": "LOC", "Person": "PER", "Organisation": "ORG", "Location": "LOC"}
UNNAMED = {"Temporal", "Quantity", "Money", "Frequency", "Url"}
RELATIONS = ["acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj",
             "det", "expl", "fixed", "flat", "iobj", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "parataxis",
             "punct", "root", "xcomp", "other"]


@dataclass
class Lesson:
    """One sentence: names by word, predicates {word: (roles {role: words}, factuality or None)}, tree {word: (head word, relation)}."""
    window: Window
    names: list = None
    predicates: dict = None
    tree: dict = None

    @property
    def pieces(self):
        return len(self.window.ids)


def lesson(reader, tokens):
    """A window over tokens, and for each token the numbers of its words."""
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += token + " "
    words = reader.sentence(text, 0, len(text), 0)
    of_token, token = [[] for _ in tokens], 0
    for number, word in enumerate(words):
        while token + 1 < len(starts) and starts[token + 1] <= word.start:
            token += 1
        of_token[token].append(number)
    window = Window("", words, 0)
    return (Lesson(window) if words else None), of_token


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def trees(folder):
    """{sentence id: [(head token, relation)]}; a root's head is itself."""
    found, name = {}, None
    with gzip.open(folder / "ud_ewt/train.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
                found[name] = []
            elif len(cells) == 10 and cells[0].isdigit():
                kind = cells[7] if cells[7] in RELATIONS else cells[7].split(":")[0]
                head = int(cells[6]) - 1
                found[name].append((head if head >= 0 else int(cells[0]) - 1, RELATIONS.index(kind if kind in RELATIONS else "other")))
    return found


def ewt(reader, folder):
    """Roles, factuality and trees on the same sentences."""
    scores = {row["sent_id"]: {p["tok"]: p["score"] for p in row["preds"]} for row in rows(folder / "uds_factuality/train.jsonl.gz")}
    heads = trees(folder)
    for row in rows(folder / "propbank_ewt/train.jsonl.gz"):
        made, of_token = lesson(reader, row["tokens"])
        if made is None:
            continue
        made.predicates = {}
        for predicate in row["preds"]:
            at = of_token[predicate["tok"]]
            if not at:
                continue
            roles = {role: set() for role in LINKED.values()}
            for label, first, last in predicate["args"]:
                if label in LINKED:
                    roles[LINKED[label]].update(n for token in of_token[first:last + 1] for n in token)
            made.predicates[at[0]] = (roles, scores.get(row["sent_id"], {}).get(predicate["tok"]))
        made.tree = {of_token[n][0]: (of_token[head][0], kind) for n, (head, kind) in enumerate(heads.get(row["sent_id"], []))
                     if of_token[n] and of_token[head]}
        yield made


def tagged(lines, column):
    """(tokens, tags) of CoNLL lines."""
    tokens, tags = [], []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) <= column:
            if tokens:
                yield tokens, tags
            tokens, tags = [], []
            continue
        tokens.append(cells[column - 1])
        tags.append(cells[column])
    if tokens:
        yield tokens, tags


def names(reader, folder):
    """Named entities of CrossNER (politics) and Wikigold."""
    with gzip.open(folder / "ner_wikigold/all.conllu.gz", "rt", encoding="utf-8") as lines:
        pairs = list(tagged(lines, 2))
    for part in ("train", "dev"):
        with open(folder / f"ner_crossner_politics/{part}.txt", encoding="utf-8") as lines:
            pairs += tagged(lines, 1)
    for tokens, tags in pairs:
        made, of_token = lesson(reader, tokens)
        if made is None:
            continue
        made.names = [0] * len(made.window.words)
        for tag, words in zip(tags, of_token):
            if tag != "O":
                begin, kind = tag.split("-", 1)
                for n, word in enumerate(words):
                    made.names[word] = NAMES.index(f"{begin if n == 0 else 'I'}-{COARSE.get(kind, 'MISC')}")
        yield made


def re3d(reader, folder):
    """Entities of texts on the war in Syria and Iraq, less the sentences of the claims corpus."""
    _, known = annotated(folder.parent)
    for part in sorted(path for path in (folder / "re3d").iterdir() if path.is_dir()):
        entities = {}
        for row in map(json.loads, (part / "entities.json").read_text(encoding="utf-8").splitlines()):
            if row["type"] not in UNNAMED:
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], COARSE.get(row["type"], "MISC")))
        for row in map(json.loads, (part / "documents.json").read_text(encoding="utf-8").splitlines()):
            for start, end in split(row["text"]):
                words = reader.sentence(row["text"], start, end, 0)
                if not words or key(row["text"][start:end]) in known:
                    continue
                window = Window("", words, 0)
                yield Lesson(window, names=named(words, entities.get(row["_id"], [])))


def named(words, entities):
    tags = [0] * len(words)
    for begin, end, kind in sorted(entities, key=lambda e: e[0] - e[1]):
        inside = [n for n, word in enumerate(words) if begin <= word.start < end and not tags[n]]
        for k, n in enumerate(inside):
            tags[n] = NAMES.index(("B-" if k == 0 else "I-") + kind)
    return tags
