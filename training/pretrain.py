"""Teaches the encoder who did what to whom before it sees a claim: PropBank roles, event factuality and names.

    python training/pretrain.py --corpora ../shared/corpora --out training/out/pretrained.pt

PropBank's ARG0, ARG1, ARGM-LOC and ARGM-TMP go through the annotator's own link head as actor, recipient, place and time,
so that it does not start from nothing. The other heads of this file are thrown away.
"""
import argparse
import gzip
import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from annotator import Annotator
from batches import batched, inputs
from encoder import WIDTH
from labels import ROLES
from targets import IGNORED, relations_of
from windows import Reader, Window

LINKED = {"ARG0": "actor", "ARG1": "recipient", "ARGM-LOC": "place", "ARGM-TMP": "time"}
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
# CrossNER's finer types, as far as they fall under one of NAMES; the rest is MISC.
COARSE = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC",
          "PER": "PER", "ORG": "ORG", "LOC": "LOC"}


@dataclass
class Lesson:
    """One sentence: names by word (or None), predicates {word: (roles {role: words}, factuality or None)} (or None)."""
    window: Window
    relations: torch.Tensor
    names: list = None
    predicates: dict = None


class Pupil(nn.Module):
    """The annotator with heads that only the lessons need."""

    def __init__(self):
        super().__init__()
        self.annotator = Annotator()
        self.predicate, self.factuality, self.names = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1), nn.Linear(WIDTH, len(NAMES))

    def forward(self, ids, shapes, firsts, relations, mask):
        words = self.annotator.words(ids, shapes, firsts, mask)
        return {"links": self.annotator.links(words, relations), "predicate": self.predicate(words)[..., 0],
                "factuality": self.factuality(words)[..., 0], "names": self.names(words)}


def lesson(reader, tokens):
    """A window over tokens, and for each token the numbers of its words."""
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += token + " "
    words = reader.sentence(text, 0, len(text), 0)
    of_token = [[] for _ in tokens]
    for number, word in enumerate(words):
        token = max(n for n, start in enumerate(starts) if start <= word.start)
        of_token[token].append(number)
    window = Window("", words, 0)
    return (Lesson(window, relations_of(window)) if words else None), of_token


def propbank(reader, folder):
    """Roles and factuality on the same sentences."""
    scores = {}
    with gzip.open(folder / "uds_factuality/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            scores[row["sent_id"]] = {p["tok"]: p["score"] for p in row["preds"]}
    with gzip.open(folder / "propbank_ewt/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
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
            yield made


def sentences(lines, column):
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
        pairs = list(sentences(lines, 2))
    for part in ("train", "dev"):
        with open(folder / f"ner_crossner_politics/{part}.txt", encoding="utf-8") as lines:
            pairs += sentences(lines, 1)
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


def loss_of(given, lot):
    count = given["names"].shape[1]
    total = given["names"].sum() * 0.0
    tags = torch.full((len(lot), count), IGNORED)
    is_predicate, real = torch.zeros(len(lot), count), torch.zeros(len(lot), count, dtype=torch.bool)
    at, rows, facts = [], [], []
    for n, made in enumerate(lot):
        size = len(made.window.words)
        if made.names is not None:
            tags[n, :size] = torch.tensor(made.names)
        if made.predicates is not None:
            real[n, :size] = True
            for word, (roles, fact) in made.predicates.items():
                is_predicate[n, word] = 1.0
                row = torch.zeros(len(LINKED), count)
                for r, role in enumerate(LINKED.values()):
                    row[r, list(roles[role])] = 1.0
                at.append((n, word))
                rows.append(row)
                facts.append(float("nan") if fact is None else fact)
    if (tags != IGNORED).any():
        total = total + functional.cross_entropy(given["names"].transpose(1, 2), tags, ignore_index=IGNORED)
    if at:
        total = total + functional.binary_cross_entropy_with_logits(given["predicate"][real], is_predicate[real])
        batch, word = (torch.tensor(x) for x in zip(*at))
        heads = [list(ROLES).index(role) for role in LINKED.values()]
        scores = given["links"][batch, :, word][:, heads]
        bits = functional.binary_cross_entropy_with_logits(scores, torch.stack(rows), reduction="none")
        total = total + (bits * real[batch][:, None, :]).sum() / len(at) / 4.0
        facts = torch.tensor(facts)
        known = ~facts.isnan()
        if known.any():
            total = total + 0.3 * functional.smooth_l1_loss(given["factuality"][batch, word][known], facts[known])
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pieces", type=int, default=1024)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    reader, folder = Reader(), Path(args.corpora) / "open"
    lessons = list(propbank(reader, folder)) + list(names(reader, folder))
    pupil = Pupil()
    plain = [p for n, p in pupil.named_parameters() if "encoder." in n and "shapes" not in n]
    heads = [p for n, p in pupil.named_parameters() if "encoder." not in n or "shapes" in n]
    descent = torch.optim.AdamW([{"params": plain, "lr": 1e-4}, {"params": heads, "lr": 2e-3}], weight_decay=0.01)
    # Names and roles in one lot, of like length: the lots come from all lessons together.
    lots = batched(lessons, args.pieces)
    total, began = args.epochs * len(lots), time.time()
    plan = torch.optim.lr_scheduler.LambdaLR(descent, lambda s: min((s + 1) / (0.05 * total), (total - s) / (0.95 * total)))
    pupil.train()
    for epoch in range(args.epochs):
        random.Random(args.seed * 100 + epoch).shuffle(lots)
        losses = 0.0
        for step, lot in enumerate(lots):
            loss = loss_of(pupil(*inputs(lot)), lot)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
            descent.step()
            plan.step()
            losses += float(loss.detach())
            if step % 100 == 99:
                print(f"epoch {epoch + 1} step {step + 1}/{len(lots)} {time.time() - began:.0f}s {losses / 100:.3f}", flush=True)
                losses = 0.0
    torch.save(pupil.annotator.state_dict(), args.out)


if __name__ == "__main__":
    main()
