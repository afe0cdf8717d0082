"""What each corpus and each choice brings: short trainings of the same number of steps, with several seeds, scored on tune.

    python training/ablate.py --corpora ../shared/corpora --scorer ../shared/tools/score.py --pretrained training/out/pretrained/annotator.pt

Prints a row of a Markdown table for each variant: mean over the seeds, and half of the range between them. All have the default
thresholds, so that nothing is chosen on what is measured. A short training is not the long one: the differences count, not the heights.
"""
import argparse
import copy
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import torch

import annotator
import choose
import corpus
import course
import device
import dropout
import train
import windows
from batches import batched, collate, stream
from encoder import Size, pretrained

MEASURES = ("typed", "actors", "recipients", "places", "sources", "casualties", "time", "modes", "status*")


@dataclass(frozen=True)
class Variant:
    """`pretrained`: begin with what was learnt before the claims; labels, reports: learn from them too; before: words that the reader
    is given before the trigger's sentence; kept: how much of the running mean stays at a step, 0 for the weights themselves."""
    name: str
    pretrained: bool = True
    labels: bool = True
    reports: bool = True
    before: int = windows.BEFORE
    kept: float = course.KEPT
    recased: float = train.RECASED
    reader: Size = annotator.READER


VARIANTS = (
    Variant("all"),
    Variant("no masked words, no lessons before the claims", pretrained=False),
    Variant("without the further labels", labels=False),
    Variant("without the written reports", reports=False),
    Variant("claims corpus alone", labels=False, reports=False),
    Variant("claims corpus alone, nothing before it", pretrained=False, labels=False, reports=False),
    Variant("the reader sees the trigger's sentence alone", before=0),
    Variant("no mean of the weights", kept=0.0),
    Variant("nothing learnt in capitals", recased=0.0),
    Variant("the reader sees 192 words before", before=192),
    Variant("a reader of one layer", reader=Size(192, 6, 768, 1)),
    Variant("a reader of three layers", reader=Size(192, 6, 768, 3)),
    Variant("a reader 256 wide", reader=Size(256, 8, 1024, 2)),
)


def lots_of(variant, sources, reader, chance, count, pieces):
    """`count` lots of what the variant learns from."""
    reports, claims = {}, {}
    for wanted, (some, theirs) in zip((True, variant.labels, variant.reports), sources):
        if wanted:
            reports.update(some)
            claims.update(theirs)
    made = []
    while len(made) < count:
        made += batched(train.drawn(reader, reports.values(), claims, chance), pieces, shuffle=chance.randrange(10 ** 6))
    return made[:count]


def trained(variant, args, sources, reader, seed):
    """The weights after args.steps steps."""
    torch.manual_seed(seed)
    dropout.seed(seed)
    windows.BEFORE, course.KEPT, train.RECASED = variant.before, variant.kept, variant.recased
    model = annotator.Annotator(pretrained(), variant.reader)
    if variant.pretrained:
        train.begin(model, args.pretrained)
    model.to(args.device)
    run = course.Course(model, copy.deepcopy(model), course.optimiser(model, args), args)
    lots = lots_of(variant, sources, reader, random.Random(seed), args.steps, args.pieces)
    course.epoch_of(run, stream(lots, collate, args.device, args.workers), len(lots), 0)
    return run.mean


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "scorer", "pretrained"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--steps", type=int, default=450)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1, help="the first of them")
    parser.add_argument("--only", help="variants whose names match this expression")
    parser.add_argument("--pieces", type=int, default=1024)
    device.add_to(parser)
    args = parser.parse_args(namespace=argparse.Namespace(epochs=1, seconds=None, rate=1.5e-4, reader_rate=6e-4, head_rate=2e-3))
    device.settle(args)
    folder, module, reader = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), windows.Reader()
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    sources = (corpus.load(folder / "train.jsonl"), corpus.labelled(args.corpora), corpus.written())
    print("| " + " | ".join(("variant", *MEASURES)) + " |\n|" + "---|" * (len(MEASURES) + 1))
    for variant in (v for v in VARIANTS if not args.only or re.search(args.only, v.name)):
        scores = []
        for seed in range(args.seed, args.seed + args.seeds):
            model = trained(variant, args, sources, reader, seed)
            tune = train.examples(reader, tune_reports, tune_claims)
            scores.append(course.summary(choose.score(module, tune_claims, choose.run(model, tune), tune_reports, choose.DEFAULTS)))
            print(variant.name, seed, scores[-1], file=sys.stderr, flush=True)
        cells = [[score[name] for score in scores] for name in MEASURES]
        print(f"| {variant.name} | " + " | ".join(f"{sum(c) / len(c):.3f} ±{(max(c) - min(c)) / 2:.3f}" for c in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
