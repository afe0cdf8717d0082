"""Learns how much each clue counts where two tellings may be one event.

    cargo xtask merging TRAIN.jsonl --pairs train.jsonl                  the same for TUNE.jsonl, training/reports/t*.jsonl, gold/merge/m??.jsonl
    python training/joining.py --train train.jsonl tune.jsonl reports.jsonl m.jsonl --raise .5 1 1 2 1 .5 --to data/merging/pairs.tsv

A log-linear model of whether a pair is one event: one set of weights for each kind of pair and one that all share, which holds those
of rare clues near each other. The outcome is log odds; where groups end (--raise) was chosen by B-cubed
on held-out quarters of the stories of train and tune, which --tune shows the pairs of.
"""
import argparse
import json
from pathlib import Path

import torch

KINDS = ["within-assault", "within-material", "within-verbal", "across-assault", "across-material", "across-verbal"]


def rows(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]


def tensors(found, clues):
    """[pairs, clue] of 0 and 1, the kind of each pair, whether it is one event."""
    matrix = torch.zeros(len(found), len(clues))
    for n, row in enumerate(found):
        matrix[n, [clues[name] for name in row["clues"] if name in clues]] = 1.0
    return matrix, torch.tensor([KINDS.index(row["kind"]) for row in found]), torch.tensor([float(row["same"]) for row in found])


def fit(matrix, kinds, same, shared, own):
    common = torch.zeros(matrix.shape[1], requires_grad=True)
    each = torch.zeros(len(KINDS), matrix.shape[1], requires_grad=True)
    steps = torch.optim.LBFGS([common, each], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        steps.zero_grad()
        odds = (matrix * (common + each)[kinds]).sum(1)
        value = torch.nn.functional.binary_cross_entropy_with_logits(odds, same, reduction="sum")
        value = value + shared * common.square().sum() + own * each.square().sum()
        value.backward()
        return value

    steps.step(loss)
    return (common + each).detach()


def report(name, table, matrix, kinds, same):
    odds = (matrix * table[kinds]).sum(1)
    for n, kind in enumerate(KINDS):
        here = kinds == n
        said, true = odds[here] > 0, same[here] > 0.5
        hit = (said & true).sum().item()
        p, r = hit / max(1, said.sum().item()), hit / max(1, true.sum().item())
        print(f"{name} {kind}: pairs {here.sum().item()} one event {true.sum().item()} P {p:.3f} R {r:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True, nargs="+")
    parser.add_argument("--tune", nargs="+")
    parser.add_argument("--to")
    parser.add_argument("--shared", type=float, default=6.0, help="how strongly shared weights are held near 0")
    parser.add_argument("--own", type=float, default=12.0, help="the same for each kind's own")
    parser.add_argument("--raise", dest="raised", type=float, nargs=len(KINDS), default=[0.0] * len(KINDS), metavar="ODDS",
                        help="added to the log odds of every pair of each kind: pairs are many, events few; chosen on held-out stories")
    args = parser.parse_args()
    train = rows(args.train)
    clues = {name: n for n, name in enumerate(sorted({name for row in train for name in row["clues"]}))}
    data = tensors(train, clues)
    table = fit(*data, args.shared, args.own)
    report("train", table, *data)
    table[:, clues["always"]] += torch.tensor(args.raised)
    if args.tune:
        report("tune", table, *tensors(rows(args.tune), clues))
    if args.to:
        write(table, clues, Path(args.to), len(train))


def write(table, clues, path, count):
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# source: learnt from {count:,} pairs of the stories of the claims corpus (train, tune), of training/reports and of gold/merge (m) by training/joining.py\n"
                  "# licence: CC0-1.0\n# date: 2026-11\n"
                  "# note: how much each clue speaks for two tellings being one event, for each kind of pair; the clues: crates/events/src/merge/clues.rs\n")
        out.write("clue\t" + "\t".join(KINDS) + "\n")
        for name, n in clues.items():
            out.write(name + "".join(f"\t{weight:.3f}" for weight in table[:, n].tolist()) + "\n")


if __name__ == "__main__":
    main()
