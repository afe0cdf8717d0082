"""Trains the fast annotator to say what the accurate one says of raw text, beside the claims themselves.

    python training/distil.py --corpora ../shared/corpora --scorer ../shared/tools/score.py --teacher training/out/last --out training/out/fast
"""
import argparse
import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

import choose
import corpus
import dropout
import raw
import told
from annotator import accurate, fast
from batches import batched
from losses import of_batch
from train import drawn, examples, finish, follow, goal, summary
from windows import Reader


def lessons(reader, told_of, chance):
    """Windows of an epoch, of other lengths and beginning at other places each time."""
    made = []
    for one in told_of:
        most = chance.choice((128, 192, 256))
        windows = reader.windows(one.report, own_pieces=most, context_pieces=0, first_pieces=chance.randrange(16, most))
        made += [told.Lesson(window, one) for window in windows]
    return made


def heard(args, reader, teacher):
    """What the teacher says of the raw text and of the annotated reports; kept in --told, since it takes minutes."""
    kept = Path(args.told or Path(args.out) / "told.pt")
    if not kept.is_file():
        reports = [*raw.reports(args.corpora, least=1), *corpus.training(args.corpora)[0].values()]
        torch.save(told.tell(teacher, reader, reports), kept)
    return torch.load(kept, weights_only=False)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "scorer", "teacher", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--told", help="file of what the teacher says; made where it is missing")
    parser.add_argument("--begin", help="weights to begin with")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--pieces", type=int, default=2048)
    return parser.parse_args()


@dataclass
class Class:
    """The pupil, the running mean of its weights, and what brings its word vectors to the width of the teacher's."""
    model: nn.Module
    mean: nn.Module
    alike: nn.Module
    descent: torch.optim.Optimizer
    steps: int = 0


def taught(room, lots, epoch, args):
    """One time through the lots; returns the mean loss of those by the teacher and of those by the claims."""
    room.model.train()
    sums = {True: [0.0, 0], False: [0.0, 0]}
    for number, (by_teacher, lot) in enumerate(lots):
        done = (epoch + number / len(lots)) / args.epochs
        room.descent.param_groups[0]["lr"] = args.rate * max(0.01, min(done / 0.02, (1 - done) / 0.98))
        loss = told.loss(room.model, room.alike, lot) if by_teacher else of_batch(room.model, lot)[0]
        room.descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(room.model.parameters(), 1.0)
        room.descent.step()
        room.steps += 1
        follow(room.mean, room.model, room.steps)
        sums[by_teacher][0] += float(loss.detach())
        sums[by_teacher][1] += 1
    return [round(total / max(count, 1), 3) for total, count in sums.values()]


def begun(args, teacher):
    """A pupil with the teacher's table of words, or with the weights that --begin names."""
    model = fast(teacher)
    if args.begin:
        model.load_state_dict(torch.load(args.begin))
    alike = nn.Linear(model.encoder.width, teacher.encoder.width)
    descent = torch.optim.AdamW([*model.parameters(), *alike.parameters()], lr=args.rate, weight_decay=0.01, fused=True)
    return Class(model, copy.deepcopy(model), alike, descent)


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    chance = random.Random(args.seed)
    folder, module, reader, out = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), Reader(), Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    tune, (reports, claims) = examples(reader, tune_reports, tune_claims), corpus.training(args.corpora)
    teacher, began = accurate(), time.time()
    teacher.load_state_dict(torch.load(Path(args.teacher) / "annotator.pt"))
    told_of = heard(args, reader, teacher)
    print(f"{len(told_of)} reports told of, {time.time() - began:.0f}s", flush=True)
    room, best = begun(args, teacher), -1.0
    for epoch in range(args.epochs):
        lots = [(True, lot) for lot in batched(lessons(reader, told_of, chance), args.pieces)]
        lots += [(False, lot) for lot in batched(drawn(reader, reports, claims, chance), args.pieces)]
        random.Random(args.seed * 1000 + epoch).shuffle(lots)
        losses = taught(room, lots, epoch, args)
        result = choose.score(module, tune_claims, choose.run(room.mean, tune), tune_reports, choose.DEFAULTS)
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s {losses} tune", summary(result), flush=True)
        if goal(result) > best:
            best = goal(result)
            torch.save(room.mean.state_dict(), out / "annotator.pt")
    finish(room.mean, module, tune, tune_reports, tune_claims, out)
    (out / "training.json").write_text(json.dumps([{"seed": args.seed, "epochs": args.epochs, "rate": args.rate, "reports": len(told_of),
                                                     "claims": sum(map(len, claims.values())), "seconds": round(time.time() - began)}]))


if __name__ == "__main__":
    main()
