"""Teaches the encoder the language of news, and who did what to whom, before it sees a claim.

    python training/pretrain.py --corpora ../shared/corpora --out training/out/pretrained.pt

Masked words of the raw open text and lessons on sentences (PropBank roles, event factuality, trees, names) take turns.
PropBank's ARG0, ARG1, ARGM-LOC and ARGM-TMP go through the annotator's own reader of events as actor, recipient, place and
time, so that it does not start from nothing. The other heads of this file are thrown away.
"""
import argparse
import random
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

import dropout
import lessons
import masked
import raw
from annotator import accurate, READER
from batches import batched, inputs
from encoder import PUBLISHED
from events import gather
from labels import ROLES
from lessons import LINKED, NAMES
from targets import IGNORED
from windows import Reader

WIDTH, TREE_WIDTH = PUBLISHED.width, 128


class Pupil(nn.Module):
    """The annotator with heads that only this file needs."""

    def __init__(self):
        super().__init__()
        self.annotator = accurate()
        self.predicate, self.names = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, len(NAMES))
        self.factuality = nn.Linear(READER.width, 1)
        self.dependent, self.head = nn.Linear(WIDTH, TREE_WIDTH), nn.Linear(WIDTH, TREE_WIDTH)
        self.relation = nn.Linear(WIDTH, len(lessons.RELATIONS))
        self.guesser = masked.Guesser(self.annotator.encoder.words.num_embeddings)

    def forward(self, words):
        return {"predicate": self.predicate(words)[..., 0], "names": self.names(words), "relation": self.relation(words),
                "heads": self.dependent(words) @ self.head(words).transpose(1, 2) / TREE_WIDTH ** 0.5}


def loss_of(pupil, inputs, lot):
    ids, shapes, firsts, relations, mask = inputs
    words = pupil.annotator.words(ids, shapes, firsts, mask)
    given, count = pupil(words), words.shape[1]
    real = torch.zeros(len(lot), count, dtype=torch.bool)
    for n, made in enumerate(lot):
        real[n, :len(made.window.words)] = True
    return (loss_of_names(given, lot, count) + loss_of_trees(given, lot, real) + loss_of_predicates(given, lot, real)
            + loss_of_roles(pupil, words, relations, lot))


def loss_of_names(given, lot, count):
    tags = torch.full((len(lot), count), IGNORED)
    for n, made in enumerate(lot):
        if made.names is not None:
            tags[n, :len(made.window.words)] = torch.tensor(made.names)
    if not (tags != IGNORED).any():
        return given["names"].sum() * 0.0
    return functional.cross_entropy(given["names"].transpose(1, 2), tags, ignore_index=IGNORED)


def loss_of_trees(given, lot, real):
    arcs = [(n, word, head, kind) for n, made in enumerate(lot) for word, (head, kind) in (made.tree or {}).items()]
    if not arcs:
        return given["heads"].sum() * 0.0
    batch, word, head, kind = (torch.tensor(x) for x in zip(*arcs))
    scores = given["heads"][batch, word].masked_fill(~real[batch], -1e4)
    return 0.5 * functional.cross_entropy(scores, head) + 0.5 * functional.cross_entropy(given["relation"][batch, word], kind)


def loss_of_predicates(given, lot, real):
    wanted, asked = torch.zeros(real.shape), torch.zeros(real.shape, dtype=torch.bool)
    for n, made in enumerate(lot):
        if made.predicates is not None:
            asked[n] = real[n]
            wanted[n, list(made.predicates)] = 1.0
    if not asked.any():
        return given["predicate"].sum() * 0.0
    return functional.binary_cross_entropy_with_logits(given["predicate"][asked], wanted[asked])


def loss_of_roles(pupil, words, relations, lot):
    """Roles and factuality of each predicate, through the reader of events."""
    asked = [(n, word, *row) for n, made in enumerate(lot) for word, row in (made.predicates or {}).items()]
    if not asked:
        return words.sum() * 0.0
    seen, at, relations, mask = gather(words, relations, [(n, 0, word, len(lot[n].window.words)) for n, word, _, _ in asked])
    vectors, given = pupil.annotator.reader(seen, at, relations, mask)
    wanted = torch.zeros(len(asked), len(LINKED), mask.shape[1])
    for e, (_, _, roles, _) in enumerate(asked):
        for r, role in enumerate(LINKED.values()):
            wanted[e, r, list(roles[role])] = 1.0
    heads = [list(ROLES).index(role) for role in LINKED.values()]
    bits = functional.binary_cross_entropy_with_logits(given["roles"][:, heads], wanted, reduction="none")
    total = (bits * mask[:, None]).sum() / len(asked) / 4.0
    facts = torch.tensor([float("nan") if fact is None else fact for *_, fact in asked])
    known = ~facts.isnan()
    if known.any():
        total = total + 0.3 * functional.smooth_l1_loss(pupil.factuality(vectors)[known, 0], facts[known])
    return total


def lots_of(args, reader):
    """(what, lots) of both kinds, lessons in lots of like length from all corpora together."""
    folder = Path(args.corpora) / "open"
    taught = [*lessons.ewt(reader, folder), *lessons.names(reader, folder), *lessons.re3d(reader, folder)]
    texts = list(masked.passages(reader, raw.reports(args.corpora, least=1), 160)) if args.masked_epochs else []
    for text in texts:
        text.relations = torch.zeros(len(text.window.words), len(text.window.words), dtype=torch.uint8)
    return batched(taught, args.pieces), batched(texts, args.pieces)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=2, help="times through the lessons")
    parser.add_argument("--masked-epochs", type=int, default=2, help="times through the raw text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pieces", type=int, default=1024)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    taught, texts = lots_of(args, Reader())
    plan = [("lesson", lot) for lot in taught] * args.epochs + [("masked", lot) for lot in texts] * args.masked_epochs
    random.Random(args.seed).shuffle(plan)
    pupil = Pupil()
    plain = [p for n, p in pupil.named_parameters() if "encoder." in n and "shapes" not in n]
    heads = [p for n, p in pupil.named_parameters() if "encoder." not in n or "shapes" in n]
    descent = torch.optim.AdamW([{"params": plain, "lr": 2e-4}, {"params": heads, "lr": 2e-3}], weight_decay=0.01, fused=True)
    total, began = len(plan), time.time()
    rates = torch.optim.lr_scheduler.LambdaLR(descent, lambda s: min((s + 1) / (0.05 * total), (total - s) / (0.95 * total)))
    pupil.train()
    sums = {"lesson": [0.0, 0], "masked": [0.0, 0]}
    print(f"{len(taught)} lots of lessons, {len(texts)} of raw text", flush=True)
    for step, (what, lot) in enumerate(plan):
        given = inputs(lot)
        loss = loss_of(pupil, given, lot) if what == "lesson" else masked.loss_of(pupil, given, lot, step)
        descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
        descent.step()
        rates.step()
        sums[what][0] += float(loss.detach())
        sums[what][1] += 1
        if step % 100 == 99:
            means = {k: round(a / max(b, 1), 3) for k, (a, b) in sums.items()}
            print(f"step {step + 1}/{total} {time.time() - began:.0f}s {means}", flush=True)
            sums = {"lesson": [0.0, 0], "masked": [0.0, 0]}
            if step % 1000 == 999:
                torch.save(pupil.annotator.state_dict(), args.out)
    torch.save(pupil.annotator.state_dict(), args.out)


if __name__ == "__main__":
    main()
