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
import dropout
from annotator import accurate
from batches import Example, batched
from losses import of_batch
from targets import of_window, relations_of
from windows import Reader, recase

# How much of the running mean of the weights is kept at each step: the mean is what is judged and shipped.
KEPT = 0.998
# Share of the windows that are learnt as if printed in capitals, as a headline or without capitals.
RECASED = 0.06


def examples(reader, reports, claims, **sizes):
    return [Example(window, of_window(window, claims[report["id"]]), relations_of(window))
            for report in reports.values() for window in reader.windows(report, **sizes)]


def drawn(reader, reports, claims, chance):
    """Windows of an epoch: without context, for context costs a third of the work, and beginning at other places each time,
    so that the model does not learn where windows begin and every sentence is at times seen with those before it."""
    made = []
    for report in reports.values():
        most = chance.choice((128, 192, 256))
        for window in reader.windows(report, own_pieces=most, context_pieces=0, first_pieces=chance.randrange(16, most)):
            if chance.random() < RECASED:
                recase(window, chance.choice(("upper", "upper", "title", "lower")))
            made.append(Example(window, of_window(window, claims[report["id"]]), relations_of(window)))
    return made


def summary(result):
    rows = result["end_to_end"]
    names = ("typed", "actors", "recipients", "places", "sources", "casualties", "counts", "time")
    marks = {n: round(rows[n]["f1"], 3) for n in names}
    marks.update({n: result["on_typed_pairs"].get(n, {}).get("accuracy") for n in ("status", "modes")})
    marks["status*"] = result["on_typed_pairs"].get("status (either not 'occurred')", {}).get("accuracy")
    return marks


def goal(result):
    """What early stopping watches: the headline figure and the roles together."""
    rows = result["end_to_end"]
    return rows["typed"]["f1"] + 0.25 * sum(rows[n]["f1"] for n in ("actors", "recipients", "places", "sources", "casualties", "time"))


def optimiser(model, args):
    """The encoder's published weights move slowly, everything new fast, the reader of events in between."""
    groups = {args.rate: [], args.reader_rate: [], args.head_rate: []}
    for name, parameter in model.named_parameters():
        if name.startswith("reader."):
            groups[args.reader_rate].append(parameter)
        elif name.startswith("encoder.") and "shapes" not in name:
            groups[args.rate].append(parameter)
        else:
            groups[args.head_rate].append(parameter)
    return torch.optim.AdamW([{"params": some, "lr": rate} for rate, some in groups.items()], weight_decay=0.01, fused=True)


def begin(model, path):
    """Takes what fits of the weights in `path`."""
    weights, own = torch.load(path), model.state_dict()
    model.load_state_dict({name: weights[name] for name in own if name in weights and weights[name].shape == own[name].shape}, strict=False)


def finish(model, module, tune, reports, claims, out):
    """Thresholds for the weights that did best on tune."""
    model.load_state_dict(torch.load(out / "annotator.pt"))
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
    parser.add_argument("--pretrained", help="weights made by pretrain.py or an earlier cycle")
    parser.add_argument("--only-claims", action="store_true", help="leave out training/labels and training/reports")
    parser.add_argument("--only-thresholds", action="store_true", help="choose thresholds anew for the weights in --out")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--reader-rate", type=float, default=6e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces in a batch")
    return parser.parse_args()


@torch.no_grad()
def follow(mean, model, step):
    """Moves the running mean of the weights on, `step` steps from the beginning."""
    torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - min(KEPT, step / (step + 9)))


def epoch_of(model, mean, descent, tops, lots, epoch, args):
    """One time through the lots; returns the mean of each part of the loss."""
    model.train()
    sums = {}
    for step, lot in enumerate(lots):
        # Up over the first twentieth, then down to nothing. Epochs differ in steps, so the share of the work done counts.
        done = (epoch + step / len(lots)) / args.epochs
        for group, top in zip(descent.param_groups, tops):
            group["lr"] = top * max(0.01, min(done / 0.05, (1 - done) / 0.95))
        loss, parts = of_batch(model, lot)
        descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        descent.step()
        follow(mean, model, epoch * len(lots) + step + 1)
        for name, part in parts.items():
            sums[name] = sums.get(name, 0.0) + float(part.detach()) / len(lots)
    return sums


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    dropout.seed(args.seed)
    chance = random.Random(args.seed)
    folder, module, reader = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), Reader()
    tune_reports, tune_claims = corpus.load(folder / "tune.jsonl")
    tune, out = examples(reader, tune_reports, tune_claims), Path(args.out)
    model = accurate()
    if args.only_thresholds:
        return finish(model, module, tune, tune_reports, tune_claims, out)
    reports, claims = corpus.load(folder / "train.jsonl") if args.only_claims else corpus.training(args.corpora)
    print(f"{len(reports)} reports, {sum(map(len, claims.values()))} claims", flush=True)
    if args.pretrained:
        begin(model, args.pretrained)
    mean = copy.deepcopy(model)
    descent = optimiser(model, args)
    tops = [group["lr"] for group in descent.param_groups]
    out.mkdir(parents=True, exist_ok=True)
    best, began = -1.0, time.time()
    for epoch in range(args.epochs):
        lots = batched(drawn(reader, reports, claims, chance), args.pieces, shuffle=args.seed * 1000 + epoch)
        sums = epoch_of(model, mean, descent, tops, lots, epoch, args)
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s", {k: round(v, 3) for k, v in sums.items()}, flush=True)
        if epoch % 2 == 0 and epoch + 1 < args.epochs:
            continue
        result = choose.score(module, tune_claims, choose.run(mean, tune), tune_reports, choose.DEFAULTS)
        print("  tune", summary(result), flush=True)
        if goal(result) > best:
            best = goal(result)
            torch.save(mean.state_dict(), out / "annotator.pt")
    finish(mean, module, tune, tune_reports, tune_claims, out)
    (out / "training.json").write_text(json.dumps(history(args) + [{
        "seed": args.seed, "epochs": args.epochs, "rate": args.rate, "reader_rate": args.reader_rate, "head_rate": args.head_rate,
        "reports": len(reports), "claims": sum(map(len, claims.values())), "seconds": round(time.time() - began)}]))


def history(args):
    """The cycles that the weights went through before, where they come from a run of this program."""
    before = Path(args.pretrained or "").parent / "training.json"
    return json.loads(before.read_text()) if args.pretrained and before.is_file() else []


if __name__ == "__main__":
    main()
