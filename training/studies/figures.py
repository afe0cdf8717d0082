"""Figures of the table, and the words that spans hold."""
import re
from dataclasses import dataclass

ARTICLES = {"the", "a", "an"}


@dataclass(frozen=True)
class Share:
    """`right` of `of`. The interval is Wilson's (1927), at 95%; it takes the items as independent, which those of one text are not."""
    what: str
    right: int
    of: int

    def value(self):
        return self.right / self.of if self.of else None

    def interval(self, z=1.96):
        n, p = self.of, self.value()
        middle, half = p + z * z / (2 * n), z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
        return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)

    def line(self):
        if not self.of:
            return f"{self.what:<78} {'-':>6}                {self.right}/{self.of}"
        low, high = self.interval()
        return f"{self.what:<78} {self.value():6.3f}  {low:.3f}-{high:.3f}  {self.right}/{self.of}"

    def plain(self):
        return {"what": self.what, "value": self.value(), "right": self.right, "of": self.of}


@dataclass(frozen=True)
class Number:
    """A figure that is no share."""
    what: str
    number: float

    def line(self):
        return f"{self.what:<78} {self.number:6.3f}"

    def plain(self):
        return {"what": self.what, "value": self.number}


def f1(what, precision, recall):
    """Harmonic mean of two shares."""
    p, r = precision.value() or 0.0, recall.value() or 0.0
    return Number(what, 2 * p * r / (p + r) if p + r else 0.0)


class Words:
    """Words of a text, by number; articles are left aside, so that "the Post" and "Post" are the same words."""

    def __init__(self, text):
        self.spans = [m.span() for m in re.finditer(r"\w+", text) if m.group().lower() not in ARTICLES]

    def within(self, *spans):
        """Numbers of the words that touch one of the (start, end) spans."""
        return frozenset(n for n, (a, b) in enumerate(self.spans) if any(a < end and start < b for start, end in spans))

    def of(self, items):
        """The words of each item of a claim (actor, source ...) that has a place in the text."""
        placed = ((item["start"], item["end"]) for item in items if item and item.get("start") is not None)
        return [words for words in (self.within(span) for span in placed) if words]


def alike(one, other):
    """Two sets of words share at least half of their union."""
    return 2 * len(one & other) >= len(one | other) > 0
