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

import device
import dropout
import lessons
import masked
import raw
from annotator import accurate, READER
from batches import batched, inputs, stream
from encoder import PUBLISHED
from labels import ROLES
from lesson_batches import collate
from lessons import LINKED, NAMES
from losses import entropy
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


def loss_of(pupil, batch):
    words = pupil.annotator.words(batch.inputs)
    given = pupil(words)
    total = words.sum() * 0.0
    if batch.names is not None:
        total = total + entropy(given["names"].transpose(1, 2), batch.names)
    if batch.arcs is not None:
        at = batch.arcs["lot"], batch.arcs["word"]
        scores = given["heads"][at].masked_fill(~batch.inputs.real[at[0]], -1e4)
        total = total + 0.5 * functional.cross_entropy(scores, batch.arcs["head"]) + 0.5 * functional.cross_entropy(given["relation"][at], batch.arcs["kind"])
    if batch.predicates is not None:
        asked = batch.predicates["asked"]
        total = total + functional.binary_cross_entropy_with_logits(given["predicate"][asked], batch.predicates["wanted"][asked])
    return total + loss_of_roles(pupil, words, batch) if batch.seen is not None else total


def loss_of_roles(pupil, words, batch):
    vectors, given = pupil.annotator.read(words, batch.seen)
    heads = [list(ROLES).index(role) for role in LINKED.values()]
    bits = functional.binary_cross_entropy_with_logits(given["roles"][:, heads], batch.roles, reduction="none")
    known = ~batch.facts.isnan()
    far = functional.smooth_l1_loss(pupil.factuality(vectors)[:, 0], batch.facts.nan_to_num(0.0), reduction="none")
    return (bits * batch.seen.mask[:, None]).sum() / len(batch.facts) / 4.0 + 0.3 * (far * known).sum() / known.sum().clamp(min=1)


def lots_of(args, reader):
    """Lots of both kinds, each in lots of like length from all corpora together."""
    folder = Path(args.corpora) / "open"
    taught = [*lessons.ewt(reader, folder), *lessons.names(reader, folder), *lessons.re3d(reader, folder)]
    texts = list(masked.passages(reader, raw.reports(args.corpora, least=1), 160)) if args.masked_epochs else []
    return batched(taught, args.pieces), batched(texts, args.pieces)


def made_of(step):
    """The batch of one step: ("lesson", lot, number) or ("masked", lot, number)."""
    what, lot, number = step
    if what == "lesson":
        return collate(lot)
    windows = [passage.window for passage in lot]
    return dict(zip(("given", "wanted"), masked.hide(inputs(windows), windows, random.Random(number))))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=2, help="times through the lessons")
    parser.add_argument("--masked-epochs", type=int, default=2, help="times through the raw text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pieces", type=int, default=1024)
    device.add_to(parser)
    args = parser.parse_args()
    device.settle(args)
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    taught, texts = lots_of(args, Reader())
    plan = [("lesson", lot) for lot in taught] * args.epochs + [("masked", lot) for lot in texts] * args.masked_epochs
    random.Random(args.seed).shuffle(plan)
    plan = [(what, lot, number) for number, (what, lot) in enumerate(plan)]
    pupil = Pupil().to(args.device)
    plain = [p for n, p in pupil.named_parameters() if "encoder." in n and "shapes" not in n]
    heads = [p for n, p in pupil.named_parameters() if "encoder." not in n or "shapes" in n]
    descent = torch.optim.AdamW([{"params": plain, "lr": 2e-4}, {"params": heads, "lr": 2e-3}], weight_decay=0.01, fused=True)
    total, began = len(plan), time.time()
    rates = torch.optim.lr_scheduler.LambdaLR(descent, lambda s: min((s + 1) / (0.05 * total), (total - s) / (0.95 * total)))
    pupil.train()
    sums = {"lesson": [0.0, 0], "masked": [0.0, 0]}
    print(f"{len(taught)} lots of lessons, {len(texts)} of raw text", flush=True)
    for (what, _, step), batch in zip(plan, stream(plan, made_of, args.device, args.workers)):
        loss = loss_of(pupil, batch) if what == "lesson" else masked.loss_of(pupil, batch["given"], batch["wanted"])
        descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
        descent.step()
        rates.step()
        sums[what][0] += loss.detach()
        sums[what][1] += 1
        if step % 100 == 99:
            means = {k: round(float(a) / max(b, 1), 3) for k, (a, b) in sums.items()}
            print(f"step {step + 1}/{total} {time.time() - began:.0f}s {means}", flush=True)
            sums = {"lesson": [0.0, 0], "masked": [0.0, 0]}
            if step % 1000 == 999:
                torch.save(pupil.annotator.state_dict(), args.out)
    torch.save(pupil.annotator.state_dict(), args.out)


if __name__ == "__main__":
    main()
