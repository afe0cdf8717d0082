"""Scores of one parting of mentions into clusters against another: shares from 0 to 1, on the same mentions on both sides.

Clusters of one mention are included; MUC, which counts links, does not see them. The definitions are those that Pradhan et al. (2014)
settled: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005, with phi 4: 2 |both| / (|one| + |other|)); their
mean F1 is the CoNLL F1.
"""
from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """Precision and recall with their harmonic mean."""
    what: str
    precision: float
    recall: float

    def value(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self):
        return f"{self.what:<78} {self.value():6.3f}  precision {self.precision:.3f}, recall {self.recall:.3f}"

    def plain(self):
        return {"what": self.what, "value": self.value(), "precision": self.precision, "recall": self.recall}


def scores(gold, made, before=""):
    """MUC, B-cubed and CEAF-e of two {mention: name of its cluster}; their names begin with `before`."""
    one, other = clusters(gold), clusters(made)
    both = overlaps(gold, made)
    ceaf = sum(map(best, components(one, other, both)))
    return [Score(before + "MUC", links(other, gold), links(one, made)),
            Score(before + "B-cubed", same(other, both, 1), same(one, both, 0)),
            Score(before + "CEAF-e", share(ceaf, len(other)), share(ceaf, len(one)))]


def share(part, whole):
    return part / whole if whole else 0.0


def clusters(of):
    """{name: its mentions}."""
    found = defaultdict(list)
    for mention, name in of.items():
        found[name].append(mention)
    return found


def overlaps(gold, made):
    """{(gold cluster, made cluster): mentions that both hold}."""
    both = defaultdict(int)
    for mention, name in gold.items():
        both[name, made[mention]] += 1
    return both


def links(groups, elsewhere):
    """MUC: of the links that clusters need to hold together, the share that the other side has too."""
    kept = sum(len(group) - len({elsewhere[mention] for mention in group}) for group in groups.values())
    return share(kept, sum(len(group) - 1 for group in groups.values()))


def same(groups, both, side):
    """B-cubed: for each mention, the share of its cluster that is with it on the other side; the mean over mentions."""
    total = sum(count * count / len(groups[pair[side]]) for pair, count in both.items())
    return share(total, sum(map(len, groups.values())))


def components(one, other, both):
    """phi 4 of clusters of both sides, as a table for each set of them that overlaps hold together."""
    beside = defaultdict(set)
    for a, b in both:
        beside[0, a].add((1, b))
        beside[1, b].add((0, a))
    left = set(beside)
    while left:
        found, todo = set(), [left.pop()]
        while todo:
            node = todo.pop()
            found.add(node)
            todo.extend(beside[node] - found)
        left -= found
        rows, columns = ([name for side, name in found if side == n] for n in (0, 1))
        yield [[2 * both.get((a, b), 0) / (len(one[a]) + len(other[b])) for b in columns] for a in rows]


def best(table):
    """The greatest sum of a table with no row and no column taken twice (Kuhn 1955, by shortest augmenting paths)."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table)]
    rows, columns = len(table), len(table[0])
    height, depth, taken = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, back, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken[at]:
            seen[at], here = True, taken[at]
            for column in range(1, columns + 1):
                cost = -table[here - 1][column - 1] - height[here] - depth[column]
                if not seen[column] and cost < least[column]:
                    least[column], back[column] = cost, at
            step, to = min((least[column], column) for column in range(1, columns + 1) if not seen[column])
            for column in range(columns + 1):
                if seen[column]:
                    height[taken[column]], depth[column] = height[taken[column]] + step, depth[column] - step
                else:
                    least[column] -= step
            at = to
        while at:
            taken[at], at = taken[back[at]], back[at]
    return sum(table[row - 1][column - 1] for column, row in enumerate(taken) if column and row)
