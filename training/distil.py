"""Trains an annotator to say what others say of raw text, beside the claims themselves.

    python training/distil.py --size fast --corpora ../shared/corpora --scorer ../shared/tools/score.py --out training/out/fast \
        --teachers training/out/a training/out/b --told training/out/told.pt

The fast annotator learns so from the accurate ones, and the accurate one that ships from several of its own kind together.
"""
import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from torch import nn

import choose
import corpus
import device
import dropout
import heard
import raw
import told
import windows
from annotator import SEEN, SIZES, accurate
from batches import batched, collate, moved
from course import Course, optimiser, taught
from losses import of_batch
from train import begin, drawn, examples, finish, load
from windows import Reader

# Of the encoder, of the reader of events, of all else.
RATES = {"accurate": (1.5e-4, 6e-4, 2e-3), "fast": (2e-3, 2e-3, 2e-3)}


def said_of(args, reader, reports):
    """What the teachers say of the raw text and of the annotated reports; kept in --told, since it takes minutes."""
    kept = Path(args.told or Path(args.out) / "told.pt")
    if not kept.is_file():
        teachers = [accurate().to(args.device) for _ in args.teachers]
        for teacher, run in zip(teachers, args.teachers):
            load(teacher, Path(run) / "annotator.pt")
        # Whole or not at all: a file cut short by a full disk would be taken for what was said.
        torch.save(told.tell(teachers, reader, list(reports.values())), kept.with_suffix(".part"))
        kept.with_suffix(".part").replace(kept)
    said = torch.load(kept, weights_only=False)
    if any(said.begins.get(report["id"], (0, 0))[1] != told.count(reader, report) for report in reports.values()):
        raise SystemExit(f"{kept} tells of other texts than these: remove it, and it is made anew")
    return said


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "scorer", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--teachers", nargs="+", required=True, help="folders of runs of train.py")
    parser.add_argument("--told", help="file of what the teachers say; made where it is missing")
    parser.add_argument("--begin", help="weights to begin with")
    parser.add_argument("--only-told", action="store_true", help="make the file of what the teachers say, and end")
    parser.add_argument("--without-thresholds", action="store_true", help="leave them to train.py --only-thresholds --size SIZE")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seconds", type=float, help="end by then, though not all epochs are done; the rates fall in time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rates", type=float, nargs=3, metavar=("ENCODER", "READER", "HEADS"))
    parser.add_argument("--pieces", type=int, default=2048)
    device.add_to(parser)
    args = parser.parse_args()
    device.settle(args)
    args.rate, args.reader_rate, args.head_rate = args.rates or RATES[args.size]
    return args


class Pupil(nn.Module):
    """The annotator in training, and what brings its word vectors to the width of the teacher's where they differ."""

    def __init__(self, model, width):
        super().__init__()
        self.model, self.alike = model, None if model.encoder.width == width else nn.Linear(model.encoder.width, width)


def begun(args):
    """A pupil with the weights that --begin names; without them the fast one has the teacher's table of words, the accurate one the published encoder."""
    teacher = accurate()
    load(teacher, Path(args.teachers[0]) / "annotator.pt")
    model = accurate() if args.size == "accurate" else SIZES["fast"](teacher)
    if args.begin:
        begin(model, args.begin)
    return Pupil(model, teacher.encoder.width)


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    chance = random.Random(args.seed)
    folder, module, reader, out = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), Reader(), Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    tune, (reports, claims) = examples(reader, tune_reports, tune_claims), corpus.training(args.corpora)
    told_of = {**{report["id"]: report for report in raw.reports(args.corpora, least=1)}, **reports}
    said = said_of(args, reader, told_of)
    if args.only_told:
        return
    print(f"{len(told_of)} reports told of, {len(said.triggers)} events", flush=True)
    pupil = begun(args).to(args.device)
    if pupil.alike is None:
        said.vectors = None
    windows.BEFORE = SEEN[args.size]
    lessons, there = heard.lessons_of(said), moved(said, args.device)

    def lots_of(epoch):
        # Some are read as if in capitals, and are to be understood as if they were not.
        lots = [(lessons, lot) for lot in batched(drawn(reader, told_of.values(), None, chance), args.pieces)]
        lots += [(collate, lot) for lot in batched(drawn(reader, reports.values(), claims, chance), args.pieces)]
        random.Random(args.seed * 1000 + epoch).shuffle(lots)
        return lots

    def loss_of(pupil, batch):
        if isinstance(batch, heard.Lessons):
            loss, name = heard.loss(pupil.model, pupil.alike, there, batch), "told"
        else:
            loss, name = of_batch(pupil.model, batch)[0], "claims"
        return loss, {name: loss}

    course = Course(pupil, copy.deepcopy(pupil), optimiser(pupil, args), args)
    taught(course, lots_of, lambda step: step[0](step[1]),
           lambda annotator: choose.score(module, tune_claims, choose.run(annotator, tune), tune_reports, choose.DEFAULTS), out, loss_of)
    if not args.without_thresholds:
        finish(pupil.model, module, tune, tune_reports, tune_claims, out)
    (out / "training.json").write_text(json.dumps([{
        "seed": args.seed, "teachers": len(args.teachers), "epochs": args.epochs, "rates": [args.rate, args.reader_rate, args.head_rate],
        "reports": len(told_of), "claims": sum(map(len, claims.values())), "seconds": round(time.time() - course.began), "device": args.device}]))


if __name__ == "__main__":
    main()
