"""Event types and parties, on PLV (Zero-Shot-PLOVER): sentences with a marked source and target, and PLOVER's type between them.

The type of a row is its gold_root. PLOVER's types of then are the codebook's of now, but for YIELD, which PLOVER has since split
into CONCEDE (in words) and RETREAT (in deeds): either is right. STATE is no type of PLV, so no row asks for it. The class of a row
is the quad of its type, by data/codebook/types.tsv; for YIELD both of verbal and material cooperation. (gold_penta says the same
but for YIELD, always 2 there, and for 8 rows at odds with their own root.)

Each row gives one event of its sentence, so that claims beyond it are not held to be wrong: these are shares of rows, a recall.
A party is right where it shares a word, articles aside, with the marked one. A row may mark one party only (the other is then "a
recipient" or "An actor"): it does not count where the missing one is asked for.
"""
import csv
import gzip
import re
from collections import Counter, defaultdict

from labels import rows as data_rows
from studies.figures import Share, Words
from studies.program import spread

FILES = ["study/plv/PLV_train.tsv.gz"]
QUADS = {row["type"]: row["quad"] for row in data_rows("codebook/types.tsv")}
SPLIT = {"YIELD": ("CONCEDE", "RETREAT")}
MARK = re.compile(r"<(/?)([st])>")
# What each figure asks of a row: all of these.
ASKED = {
    "a claim of any type": ["any"],
    "right class (quad)": ["class"],
    "right type": ["type"],
    "right type, actor right": ["type", "source marked", "actor"],
    "right type between the right two, actor and recipient": ["type", "both marked", "between"],
    "right type between the right two, whichever is which": ["type", "both marked", "joined"],
}


def marked(text):
    """(sentence without marks, {"s": spans, "t": spans}); a party may be marked at several places. None where marks do not close."""
    spans, open_at, plain, at = {"s": [], "t": []}, {}, "", 0
    for match in MARK.finditer(text):
        plain, at = plain + text[at:match.start()], match.end()
        closing, name = match.groups()
        if bool(closing) != (name in open_at):
            return None
        if closing:
            spans[name].append((open_at.pop(name), len(plain)))
        else:
            open_at[name] = len(plain)
    return (plain + text[at:], spans) if (spans["s"] or spans["t"]) and not open_at else None


def read(path):
    """(rows, how many were left out: an unknown root, or no usable mark). A row: types, sentence, spans."""
    kept, bad = [], 0
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            root = row.get("gold_root") or ""
            types, found = SPLIT.get(root, (root,)), marked(row.get("marked_sentence") or "")
            if found is None or not all(kind in QUADS for kind in types):
                bad += 1
            else:
                kept.append((root, types, *found))
    return kept, bad


def judge(row, claims):
    """What is true of one row, as a set of the names that ASKED uses."""
    _, types, text, spans = row
    words = Words(text)
    source, target = (words.within(*spans[name]) for name in "st")
    touches = lambda items, wanted: any(party & wanted for party in words.of(items))
    right = [c for c in claims if c["event"]["type"] in types]
    tests = {
        "any": bool(claims),
        "class": any(c["event"]["quad"] in {QUADS[kind] for kind in types} for c in claims),
        "type": bool(right),
        "source marked": bool(source),
        "both marked": bool(source and target),
        "actor": any(touches(c["actors"], source) for c in right),
        "between": any(touches(c["actors"], source) and touches(c["recipients"], target) for c in right),
        "joined": any(all(touches(c["actors"] + c["recipients"], party) for party in (source, target)) for c in right),
    }
    return {name for name, holds in tests.items() if holds}


def shares(judged):
    """The figures over rows; rows without the mark that a figure needs are not counted in it."""
    figures = []
    for what, asked in ASKED.items():
        needed = {name for name in asked if name.endswith("marked")}
        counted = [true for true in judged if needed <= true]
        figures.append(Share(what, sum(set(asked) <= true for true in counted), len(counted)))
    return figures


def measure(code, corpora, sample, recase):
    rows, bad = read(corpora / FILES[0])
    rows = spread(rows, sample)
    claims = code({str(n): row[2] for n, row in enumerate(rows)})
    judged = [judge(row, claims[str(n)]) for n, row in enumerate(rows)]
    roots, given = defaultdict(list), defaultdict(Counter)
    for n, row in enumerate(rows):
        roots[row[0]].append(judged[n])
        given[row[0]].update({c["event"]["type"] for c in claims[str(n)]} or {"none"})
    return {
        "note": f"{len(rows)} sentences, {sum(map(len, claims.values()))} claims; {bad} bad rows left out",
        "figures": shares(judged),
        "by_root": {root: [figure.plain() for figure in shares(some)] for root, some in sorted(roots.items())},
        "types_given": {root: dict(counts.most_common()) for root, counts in sorted(given.items())},
    }
