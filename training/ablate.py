"""What each corpus and each choice brings: short trainings of the same number of steps, with several seeds, scored on tune.

    python training/ablate.py --corpora ../shared/corpora --scorer ../shared/tools/score.py --pretrained training/out/pretrained/annotator.pt

Prints a row of a Markdown table for each variant: mean over the seeds, and half of the range between them. All have the default
thresholds, so that nothing is chosen on what is measured. A short training is not the long one: the differences count, not the heights.
"""
import argparse
import copy
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import torch

import choose
import corpus
import dropout
import train
import windows
from annotator import accurate
from batches import batched

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
    kept: float = train.KEPT
    recased: float = train.RECASED


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
        made += batched(train.drawn(reader, reports, claims, chance), pieces, shuffle=chance.randrange(10 ** 6))
    return made[:count]


def trained(variant, args, sources, reader, seed):
    """The weights after args.steps steps."""
    torch.manual_seed(seed)
    dropout.seed(seed)
    windows.BEFORE, train.KEPT, train.RECASED = variant.before, variant.kept, variant.recased
    model = accurate()
    if variant.pretrained:
        train.begin(model, args.pretrained)
    mean, descent = copy.deepcopy(model), train.optimiser(model, args)
    tops = [group["lr"] for group in descent.param_groups]
    lots = lots_of(variant, sources, reader, random.Random(seed), args.steps, args.pieces)
    train.epoch_of(model, mean, descent, tops, lots, 0, args)
    return mean


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "scorer", "pretrained"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--steps", type=int, default=450)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", help="variants whose names hold this")
    args = parser.parse_args(namespace=argparse.Namespace(epochs=1, rate=1.5e-4, reader_rate=6e-4, head_rate=2e-3, pieces=1024))
    folder, module, reader = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), windows.Reader()
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    sources = (corpus.load(folder / "train.jsonl"), corpus.labelled(args.corpora), corpus.written())
    print("| " + " | ".join(("variant", *MEASURES)) + " |\n|" + "---|" * (len(MEASURES) + 1))
    for variant in (v for v in VARIANTS if not args.only or args.only in v.name):
        scores = []
        for seed in range(1, args.seeds + 1):
            model = trained(variant, args, sources, reader, seed)
            tune = train.examples(reader, tune_reports, tune_claims)
            scores.append(train.summary(choose.score(module, tune_claims, choose.run(model, tune), tune_reports, choose.DEFAULTS)))
            print(variant.name, seed, scores[-1], file=sys.stderr, flush=True)
        cells = [[score[name] for score in scores] for name in MEASURES]
        print(f"| {variant.name} | " + " | ".join(f"{sum(c) / len(c):.3f} ±{(max(c) - min(c)) / 2:.3f}" for c in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
