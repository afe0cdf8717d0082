"""Learns how much each clue counts where a report leaves a choice open: whose a party is, whom a pronoun means.

    python training/corpus.py --corpora ../shared/corpora --to target/labelled.jsonl
    cargo xtask parties TRAIN.jsonl target/labelled.jsonl --asks country --questions train.jsonl
    cargo xtask parties TUNE.jsonl --asks country --questions tune.jsonl
    python training/choices.py --train train.jsonl --tune tune.jsonl --to data/actors/pointing.tsv

A log-linear model of the choice among the candidates, one set of weights for each kind of question and one that all share, which
holds those of rare clues near each other. Clues that are words have only shared weights, and a table of their own (NAME-words.tsv).
A question without a right candidate teaches nothing, and counts as wrong; where several are right, any of them is.
"""
import argparse
import json
from collections import Counter
from pathlib import Path

import torch


WORD = "word:"
# Words that stand in fewer questions teach their annotator's chance.
LEAST = 4


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def read(found, kinds, clues, grow, common):
    """Questions as (kind, [[numbers of clues]], [whether each candidate is right])."""
    questions = []
    for row in found:
        sets = []
        for _, names in row["candidates"]:
            names = [name for name in dict.fromkeys(names) if not name.startswith(WORD) or name in common]
            if grow:
                for name in names:
                    clues.setdefault(name, len(clues))
            sets.append([clues[name] for name in names if name in clues])
        questions.append((kinds.index(row["kind"]), sets, [right for right, _ in row["candidates"]]))
    return questions


def flat(questions):
    """All candidates in one bag: clue numbers, their offsets, kind and question of each candidate, whether it is right."""
    numbers, offsets, kinds, owner, right = [], [], [], [], []
    for n, (kind, sets, rights) in enumerate(questions):
        for names, is_right in zip(sets, rights):
            offsets.append(len(numbers))
            numbers += names
            kinds.append(kind)
            owner.append(n)
            right.append(is_right)
    return [torch.tensor(x) for x in (numbers, offsets, kinds, owner, right)]


class Model(torch.nn.Module):
    def __init__(self, clues, kinds):
        super().__init__()
        self.shared = torch.nn.Parameter(torch.zeros(len(clues)))
        self.own = torch.nn.Parameter(torch.zeros(kinds, len(clues)))
        self.kinds = torch.tensor([0.0 if name.startswith(WORD) else 1.0 for name in clues])

    def table(self):
        return self.shared + self.own * self.kinds

    def forward(self, numbers, offsets, kinds):
        table = self.table()
        lengths = torch.diff(torch.cat([offsets, torch.tensor([len(numbers)])]))
        of = torch.repeat_interleave(torch.arange(len(offsets)), lengths)
        return torch.zeros(len(offsets)).index_add(0, of, table[kinds[of], numbers])


def log_sum(scores, owner, count):
    """The logarithm of the sum of exponentials for each question."""
    top = torch.full((count,), -1e9).scatter_reduce(0, owner, scores.detach(), "amax")
    return torch.zeros(count).index_add(0, owner, (scores - top[owner]).exp()).log() + top


def accuracy(model, questions, kinds):
    numbers, offsets, of, owner, _ = flat(questions)
    with torch.no_grad():
        scores = model(numbers, offsets, of)
    all_scores = [[] for _ in questions]
    for score, n in zip(scores.tolist(), owner.tolist()):
        all_scores[n].append(score)
    hits = [[0, 0] for _ in kinds]
    for ours, (kind, _, right) in zip(all_scores, questions):
        hits[kind][1] += 1
        hits[kind][0] += bool(ours) and right[max(range(len(ours)), key=ours.__getitem__)]
    return sum(h for h, _ in hits) / max(1, len(questions)), {k: f"{h}/{n}" for k, (h, n) in zip(kinds, hits)}


def fit(questions, clues, kinds, shared, own):
    torch.manual_seed(1)
    model = Model(clues, len(kinds))
    known = [q for q in questions if any(q[2])]
    numbers, offsets, of, owner, right = flat(known)
    steps = torch.optim.LBFGS(model.parameters(), max_iter=150, line_search_fn="strong_wolfe")

    def loss():
        steps.zero_grad()
        scores = model(numbers, offsets, of)
        gain = log_sum(scores[right], owner[right], len(known)) - log_sum(scores, owner, len(known))
        value = -gain.sum() + shared * model.shared.square().sum() + own * model.own.square().sum()
        value.backward()
        return value

    steps.step(loss)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True, nargs="+", help="a file given twice counts twice")
    parser.add_argument("--tune", required=True)
    parser.add_argument("--to")
    parser.add_argument("--shared", type=float, nargs="+", default=[3.0], help="how strongly shared weights are held near 0; the best on tune is kept")
    parser.add_argument("--own", type=float, nargs="+", default=[8.0], help="the same for each kind's own")
    parser.add_argument("--kinds", nargs="+", help="the columns of the table, in order")
    args = parser.parse_args()
    clues, told = {}, [row for path in args.train for row in rows(path)]
    kinds = args.kinds or sorted({row["kind"] for row in told})
    times = Counter(name for row in told for _, names in row["candidates"] for name in set(names) if name.startswith(WORD))
    common = {word for word, n in times.items() if n >= LEAST}
    train = read(told, kinds, clues, True, common)
    tune = read(rows(args.tune), kinds, clues, False, common)
    best = (-1, None)
    for shared in args.shared:
        for own in args.own:
            model = fit(train, clues, kinds, shared, own)
            score, by_kind = accuracy(model, tune, kinds)
            print(f"shared {shared} own {own}: train {accuracy(model, train, kinds)[0]:.4f} tune {score:.4f} of {len(tune)} {by_kind}")
            best = max(best, (score, model), key=lambda pair: pair[0])
    if args.to:
        write(best[1], clues, kinds, Path(args.to), len(train))


def write(model, clues, kinds, path, count):
    table = model.table().detach()
    head = (f"# source: learnt from {count:,} choices in the claims corpus (train) and in training/labels by training/choices.py\n"
            "# licence: CC0-1.0\n# date: 2026-11\n")
    plain = sorted(name for name in clues if not name.startswith(WORD))
    words = sorted(name for name in clues if name.startswith(WORD) and abs(table[0, clues[name]]) >= 0.05)
    with open(path, "w", encoding="utf-8") as out:
        out.write(head + "# note: how much each clue speaks for a candidate, for each kind of question; what the clues are: clues.rs in the room of the same name below crates/events/src/parties\n")
        out.write("clue\t" + "\t".join(kinds) + "\n")
        for name in plain:
            out.write(name + "".join(f"\t{weight:.3f}" for weight in table[:, clues[name]].tolist()) + "\n")
    if words:
        with open(path.with_name(f"{path.stem}-words.tsv"), "w", encoding="utf-8") as out:
            out.write(head + "# note: how much a word of a party says that it belongs to no one country; below 0: that it belongs to one\n")
            out.write("word\tweight\n")
            for name in words:
                out.write(f"{name.removeprefix(WORD)}\t{table[0, clues[name]]:.3f}\n")


if __name__ == "__main__":
    main()
