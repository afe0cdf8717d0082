"""Upper-case text to sentence case, crudely.

A word takes the form that it has within sentences of Wikipedia's current events and articles on wars (open): lower case where it
has that a third of the time, else its most frequent form. A word that they do not hold is most likely a name and gets a capital; one
that the text gives in brackets, as [FMLN], or explains there, is an abbreviation and stays. Single line ends, which only wrap the
text, become spaces.
"""
import gzip
import json
import re
from collections import Counter, defaultdict

WITHIN = re.compile(r"(?<=[a-z,] )[A-Za-z]+")
WORD = re.compile(r"[A-Z]+(?:'[A-Z]+)?")
BRACKETED = re.compile(r"[\[(]([A-Z]{2,6})[\])]|\b([A-Z]{2,6}) \[[A-Z]")
BEGIN = re.compile(r"(?:^|[.?!]\"?\s+\"?|\n\s*|\]\s+)([a-z])")
LOWERED = 1 / 3


def forms(paths):
    """{word in capitals: its form}."""
    counts = defaultdict(Counter)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for word in WITHIN.findall(json.loads(line)["text"]):
                    counts[word.upper()][word] += 1
    return {word: usual(word.lower(), found) for word, found in counts.items()}


def usual(lower, found):
    return lower if found[lower] >= LOWERED * found.total() else found.most_common(1)[0][0]


def recased(text, known):
    kept = {word for pair in BRACKETED.findall(text) for word in pair}

    def form(match):
        word, mark, tail = match.group().partition("'")
        return (word if word in kept else known.get(word, word.capitalize())) + mark + tail.lower()

    text = WORD.sub(form, re.sub(r"(?<!\n)\n(?!\s*\n)[ ]*", " ", text))
    return BEGIN.sub(lambda m: m.group()[:-1] + m.group(1).upper(), text)
