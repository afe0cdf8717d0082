"""Trains the annotator on the claims. Early stopping and thresholds on tune; dev is never read.

    python training/train.py --corpora ../shared/corpora --scorer ../shared/tools/score.py --out training/out
"""
import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch

import choose
import corpus
import device
import dropout
import windows
from annotator import SEEN, SIZES
from batches import Example, batched, collate
from course import Course, optimiser, summary, taught
from windows import Reader

# Share of the windows that are learnt as if printed in capitals, as a headline or without capitals.
RECASED = 0.06


def examples(reader, reports, claims):
    return [Example(reader, cut, claims[report["id"]]) for report in reports.values() for cut in reader.cuts(report)]


def drawn(reader, reports, claims, chance):
    """Windows of an epoch: without context, for context costs a third of the work, and beginning at other places each time,
    so that the model does not learn where windows begin and every sentence is at times seen with those before it."""
    made = []
    for report in reports:
        most = chance.choice((128, 192, 256))
        for cut in reader.cuts(report, own_pieces=most, context_pieces=0, first_pieces=chance.randrange(16, most)):
            recased = chance.choice(("upper", "upper", "title", "lower")) if chance.random() < RECASED else None
            made.append(Example(reader, cut, claims and claims[report["id"]], recased))
    return made


def load(model, path):
    """Takes the weights in `path`, wherever they were saved."""
    model.load_state_dict(torch.load(path, map_location="cpu"))


def begin(model, path):
    """Takes what fits of the weights in `path`."""
    weights, own = torch.load(path, map_location="cpu"), model.state_dict()
    fitting = {name: weights[name] for name in own if name in weights and weights[name].shape == own[name].shape}
    if not fitting:
        raise SystemExit(f"{path} holds weights of another model")
    model.load_state_dict(fitting, strict=False)


def finish(model, module, tune, reports, claims, out):
    """Thresholds for the weights that did best on tune."""
    load(model, out / "annotator.pt")
    outputs = choose.run(model, tune)
    chosen = choose.thresholds(module, claims, outputs, reports)
    chosen["confidence"] = choose.calibration(choose.judged(module, claims, outputs, reports, chosen))
    (out / "thresholds.json").write_text(json.dumps(chosen, indent=1))
    print("thresholds", chosen)
    print("  tune", summary(choose.score(module, claims, outputs, reports, chosen)), flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--pretrained", help="weights made by pretrain.py")
    parser.add_argument("--as-teacher", action="store_true", help="look at nothing of tune, and keep the last weights: distil.py needs no more")
    parser.add_argument("--size", choices=SIZES, default="accurate")
    parser.add_argument("--only-thresholds", action="store_true", help="choose thresholds anew for the weights in --out")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--reader-rate", type=float, default=6e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces in a batch")
    parser.add_argument("--seconds", type=float, help="end by then, though not all epochs are done; the rates fall in time")
    device.add_to(parser)
    args = parser.parse_args()
    device.settle(args)
    return args


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    chance = random.Random(args.seed)
    folder, module, reader = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), Reader()
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    tune, out = examples(reader, tune_reports, tune_claims), Path(args.out)
    windows.BEFORE = SEEN[args.size]
    model = SIZES[args.size]().to(args.device)
    if args.only_thresholds:
        return finish(model, module, tune, tune_reports, tune_claims, out)
    reports, claims = corpus.training(args.corpora)
    print(f"{len(reports)} reports, {sum(map(len, claims.values()))} claims", flush=True)
    if args.pretrained:
        begin(model, args.pretrained)
    course = Course(model, copy.deepcopy(model), optimiser(model, args), args)
    judge = lambda annotator: choose.score(module, tune_claims, choose.run(annotator, tune), tune_reports, choose.DEFAULTS)
    taught(course, lambda epoch: batched(drawn(reader, reports.values(), claims, chance), args.pieces, shuffle=args.seed * 1000 + epoch), collate,
           None if args.as_teacher else judge, out)
    if not args.as_teacher:
        finish(course.mean, module, tune, tune_reports, tune_claims, out)
    (out / "training.json").write_text(json.dumps([{
        "seed": args.seed, "epochs": args.epochs, "rate": args.rate, "reader_rate": args.reader_rate, "head_rate": args.head_rate,
        "reports": len(reports), "claims": sum(map(len, claims.values())), "seconds": round(time.time() - course.began), "device": args.device}]))


if __name__ == "__main__":
    main()
