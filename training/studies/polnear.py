"""Who says so, on PolNeAR's dev part: news on the American campaign of 2016 with every attribution marked as SOURCE, CUE, CONTENT.

Gold: the distinct source spans of a text; pieces of one span are taken together. Dateline's: the distinct spans of the sources of
its claims, and of the actors of its claims of verbal types and STATE, who speak too. Two spans agree where they share at least half
of the union of their words, articles aside; "touch" where they share a word. PolNeAR takes long phrases (a name
with its office and apposition), the codebook the shortest that identifies: the two figures show what that costs.
PolNeAR marks every attribution, opinions included, Dateline only those of claims. So recall is low by design, and is given also
over attributions whose content holds the trigger of a claim: found at all, and found as source of that very claim.
Texts annotated several times are measured against the annotation first by name; the others give how far people agree.
"""
import io
import re
import tarfile
from collections import defaultdict
from itertools import combinations

from studies.figures import Share, Words, alike, f1
from studies.program import spread

FILES = ["study/polnear/dev.tar.gz"]
SPEAKING = {"verbal cooperation", "verbal conflict", "statement"}


def read(path):
    """{text's name: (text, [annotation])} in order of names; an annotation is what `attributions` gives."""
    texts, marks = {}, defaultdict(list)
    with tarfile.open(path) as archive:
        for member in sorted((m for m in archive if m.isfile()), key=lambda m: m.name):
            name = member.name.rsplit("/", 1)[-1]
            body = io.TextIOWrapper(archive.extractfile(member), encoding="utf-8", newline="").read()
            if name.endswith(".txt"):
                texts[name[:-4]] = body
            elif name.endswith(".ann"):
                marks[name[:-4].rsplit("_", 1)[0]].append(body)
    return {name: (text, [attributions(mark) for mark in marks[name]]) for name, text in texts.items() if marks[name]}


def attributions(mark):
    """([(spans of the source, spans of the content)], lines that could not be read). Attributions without a source are left out."""
    spans, events, bad = {}, [], 0
    for line in mark.splitlines():
        fields = line.split("\t")
        try:
            if line.startswith("T"):
                spans[fields[0]] = [tuple(map(int, piece.split())) for piece in fields[1].split(" ", 1)[1].split(";")]
                bad += any(len(piece) != 2 for piece in spans[fields[0]])
            elif line.startswith("E"):
                events.append([argument.split(":") for argument in fields[1].split()])
        except (IndexError, ValueError):
            bad += 1
    found = []
    for event in events:
        part = lambda kind: [s for a in event if re.sub(r"\d", "", a[0]) == kind for s in spans.get(a[-1], []) if len(s) == 2]
        if part("Source"):
            found.append((part("Source"), part("Content")))
    return found, bad


def spoken(words, claim):
    """Words of each of those who speak in a claim."""
    return words.of(claim["sources"]) + (words.of(claim["actors"]) if claim["event"]["quad"] in SPEAKING else [])


def count(totals, text, marks, claims):
    """Adds one text to the totals: name -> [right, of]."""
    words = Words(text)
    gold = {words.within(*source) for source, _ in marks} - {frozenset()}
    made = {span for claim in claims for span in spoken(words, claim)}
    tests = {"agree": alike, "touch": lambda a, b: bool(a & b)}
    for name, test in tests.items():
        add(totals, f"precision {name}", (any(test(m, g) for g in gold) for m in made))
        add(totals, f"recall {name}", (any(test(g, m) for m in made) for g in gold))
        for source, content in marks:
            source = words.within(*source)
            inside = [c for c in claims if any(a <= c["evidence"]["trigger"]["start"] < b for a, b in content)]
            if inside and source:
                add(totals, f"held {name}", [any(test(source, m) for m in made)])
                add(totals, f"own {name}", [any(test(source, m) for c in inside for m in spoken(words, c))])


def add(totals, name, rights):
    for right in rights:
        totals[name][0] += right
        totals[name][1] += 1


def people(texts):
    """F1 of the source spans of two people, over all pairs of annotations of one text, by the same measure."""
    right = of = 0
    for text, marks in texts:
        words = Words(text)
        sets = [{words.within(*source) for source, _ in found} for found, _ in marks]
        for one, other in combinations(sets, 2):
            right += sum(any(alike(a, b) for b in other) for a in one) + sum(any(alike(a, b) for b in one) for a in other)
            of += len(one) + len(other)
    return Share(f"(two people agree, on {len(texts)} texts of several annotations)", right, of)


def measure(code, corpora, sample, recase):
    texts = dict(spread(read(corpora / FILES[0]).items(), sample))
    claims = code({name: text for name, (text, _) in texts.items()})
    totals = defaultdict(lambda: [0, 0])
    for name, (text, marks) in texts.items():
        count(totals, text, marks[0][0], claims[name])
    figures = []
    for name, said in (("agree", "half of the words"), ("touch", "one word")):
        share = lambda what: Share(f"source spans by {said}: {what}", *totals[f"{what} {name}"])
        figures += [share("precision"), share("recall"), f1(f"source spans by {said}: F1", share("precision"), share("recall"))]
        figures.append(Share(f"attributions of a claim, by {said}: source found", *totals[f"held {name}"]))
        figures.append(Share(f"attributions of a claim, by {said}: as source of that claim", *totals[f"own {name}"]))
    figures.append(people([item for item in texts.values() if len(item[1]) > 1]))
    bad = sum(bad for _, marks in texts.values() for _, bad in marks)
    return {"note": f"{len(texts)} texts, {sum(map(len, claims.values()))} claims; {bad} bad lines left out", "figures": figures}
