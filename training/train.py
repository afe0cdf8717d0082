"""Trains the annotator on the claims corpus. Early stopping and thresholds on tune; dev is never read.

    python training/train.py --corpora ../shared/corpora --scorer ../shared/tools/score.py --out training/out
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch

import choose
from annotator import Annotator
from batches import Example, batched, inputs
from losses import of_batch
from targets import of_window, relations_of
from windows import Reader


def load(path):
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return {row["report"]["id"]: row["report"] for row in rows}, {row["report"]["id"]: row["claims"] for row in rows}


def examples(reader, reports, claims, **sizes):
    made = []
    for report in reports.values():
        for window in reader.windows(report, **sizes):
            made.append(Example(window, of_window(window, claims[report["id"]]), relations_of(window)))
    return made


def summary(result):
    rows = result["end_to_end"]
    names = ("typed", "actors", "recipients", "places", "sources", "casualties", "counts", "time")
    marks = {n: round(rows[n]["f1"], 3) for n in names}
    marks.update({n: result["on_typed_pairs"][n]["accuracy"] for n in ("status", "modes")})
    marks["status*"] = result["on_typed_pairs"].get("status (either not 'occurred')", {}).get("accuracy")
    return marks


def goal(result):
    """What early stopping watches: the headline figure and the roles together."""
    rows = result["end_to_end"]
    return rows["typed"]["f1"] + 0.25 * sum(rows[n]["f1"] for n in ("actors", "recipients", "places", "sources", "casualties", "time"))


def optimiser(model, args):
    plain = [p for n, p in model.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.") or "shapes" in n]
    return torch.optim.AdamW([{"params": plain, "lr": args.rate}, {"params": heads, "lr": args.head_rate}], weight_decay=0.01)


def finish(model, module, tune, reports, claims, out):
    """Thresholds for the weights that did best on tune."""
    model.load_state_dict(torch.load(out / "annotator.pt"))
    outputs = choose.run(model, tune)
    chosen = choose.thresholds(module, claims, outputs, reports)
    (out / "thresholds.json").write_text(json.dumps(chosen, indent=1))
    print("thresholds", chosen)
    print("  tune", summary(choose.score(module, claims, outputs, reports, chosen)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--pretrained", help="weights made by pretrain.py")
    parser.add_argument("--only-thresholds", action="store_true", help="choose thresholds anew for the weights in --out")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces in a batch")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    corpus, module, reader = Path(args.corpora) / "open/claims", choose.scorer(args.scorer), Reader()
    reports, claims = load(corpus / "train.jsonl")
    tune_reports, tune_claims = load(corpus / "tune.jsonl")
    tune = examples(reader, tune_reports, tune_claims)
    model = Annotator()
    if args.only_thresholds:
        return finish(model, module, tune, tune_reports, tune_claims, Path(args.out))
    if args.pretrained:
        model.load_state_dict(torch.load(args.pretrained))
    descent = optimiser(model, args)
    tops = [group["lr"] for group in descent.param_groups]
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    best, began = -1.0, time.time()
    for epoch in range(args.epochs):
        # Other windows each epoch: the model must not learn where windows begin.
        lots = batched(examples(reader, reports, claims, own_pieces=chance.choice((64, 96, 128, 192)),
                                context_pieces=chance.choice((32, 64, 96))), args.pieces, shuffle=args.seed * 1000 + epoch)
        model.train()
        sums, steps = {}, 0
        for lot in lots:
            # Up over the first twentieth, then down to nothing. Epochs differ in steps, so the share of the work done counts.
            done = (epoch + steps / len(lots)) / args.epochs
            for group, top in zip(descent.param_groups, tops):
                group["lr"] = top * max(0.01, min(done / 0.05, (1 - done) / 0.95))
            loss, parts = of_batch(model(*inputs(lot)), lot)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            steps += 1
            for name, part in parts.items():
                sums[name] = sums.get(name, 0.0) + float(part.detach())
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s", {k: round(v / steps, 3) for k, v in sums.items()}, flush=True)
        if epoch % 2 == 0 and epoch + 1 < args.epochs:
            continue
        result = choose.score(module, tune_claims, choose.run(model, tune), tune_reports, choose.DEFAULTS)
        print("  tune", summary(result), flush=True)
        if goal(result) > best:
            best = goal(result)
            torch.save(model.state_dict(), out / "annotator.pt")
    finish(model, module, tune, tune_reports, tune_claims, out)
    (out / "training.json").write_text(json.dumps(history(args) + [{
        "seed": args.seed, "epochs": args.epochs, "rate": args.rate, "head_rate": args.head_rate,
        "seconds": round(time.time() - began)}]))


def history(args):
    """The cycles that the weights went through before, where they come from a run of this program."""
    before = Path(args.pretrained or "").parent / "training.json"
    return json.loads(before.read_text()) if args.pretrained and before.is_file() else []



if __name__ == "__main__":
    main()
