"""The raw open text: reports with sentences, less everything that the claims corpus holds.

Both corpora are Wikipedia's. Offsets and ids are those that training/labels refers to. A sentence that stands anywhere in the
claims corpus is left out, so that what is measured there (dev above all) is never learnt from.
"""
import gzip
import hashlib
import json
import re
from pathlib import Path

ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Brig|St|No|vs|Jr|Sr|approx|Adm|Prof|Rep|Sen|Gov|Jan|Feb|Aug|Sept|Oct"
                         r"|Nov|Dec)|\b[A-Z]|U\.S|U\.N|a\.m|p\.m|U\.K)\.$")
END = re.compile(r'[.!?]["”’\')]*\s+(?=["“\'(]?[A-Z0-9])')
# Lines of an article that are not plain paragraphs: headings, lists, links, tables, emphasis.
MARKED = re.compile(r"[*\[\]|`<>{}#]")
LISTED = re.compile(r"\s*[-+\d]+[.)]? ")
SHORTEST_LINE, SENTENCES = 60, 10


def split(text):
    """(start, end) of each sentence."""
    spans, start = [], 0
    for match in END.finditer(text):
        head = text[start:match.end()].rstrip()
        if not ABBREVIATED.search(head.rstrip('"”’)')):
            spans.append((start, start + len(head)))
            start = match.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return spans


def key(text):
    """A sentence's words, hashed: equal where two texts differ in spaces and marks alone."""
    return hashlib.md5(re.sub(r"\W+", " ", text).strip().lower().encode()).hexdigest()


def annotated(corpora):
    """Ids of the reports of the claims corpus, and the keys of its sentences."""
    ids, keys = set(), set()
    for part in ("train", "tune", "dev"):
        with open(Path(corpora) / f"open/claims/{part}.jsonl", encoding="utf-8") as lines:
            for report in (json.loads(line)["report"] for line in lines):
                ids.add(report["id"])
                keys.update(key(report["text"][a:b]) for a, b in report["sentences"])
    return ids, keys


def current_events(corpora, ids, keys):
    """Items of Wikipedia's current events, one report each."""
    with gzip.open(Path(corpora) / "open/wiki_current_events/events.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            name = f"wce-{number:05d}"
            if name not in ids and key(row["text"]) not in keys:
                yield {"id": name, "published": row["date"], "title": "; ".join(row["topics"]), "text": row["text"],
                       "sentences": split(row["text"]), "corpus": "wiki_current_events"}


def chunks(text, keys):
    """Runs of sentences of one article that lie together, as spans."""
    run, at = [], 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        if MARKED.search(line) or len(line) < SHORTEST_LINE or LISTED.match(line):
            yield run
            run = []
            continue
        for a, b in split(line):
            if key(line[a:b]) in keys:
                yield run
                run = []
                continue
            run.append((start + a, start + b))
            if len(run) >= SENTENCES:
                yield run
                run = []
    yield run


def conflict_articles(corpora, keys, least=4):
    """Passages of Wikipedia's articles on wars, `least` to SENTENCES sentences each."""
    with gzip.open(Path(corpora) / "open/wiki_conflict_articles/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for run in chunks(row["text"], keys):
                if len(run) >= least:
                    first = run[0][0]
                    yield {"id": f"wca:{row['title']}:{first}", "published": None, "title": row["title"],
                           "text": row["text"][first:run[-1][1]], "sentences": [(a - first, b - first) for a, b in run],
                           "corpus": "wiki_conflict_articles"}


def reports(corpora, least=4):
    """All raw reports."""
    ids, keys = annotated(corpora)
    yield from current_events(corpora, ids, keys)
    yield from conflict_articles(corpora, keys, least)
