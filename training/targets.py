"""From the claims of a report to what each head should say of a window's words."""
from bisect import bisect_left
from dataclasses import dataclass

import torch

from labels import CASUALTY_KINDS, FIELDS, KINDS, MODES, ROLES, SECTORS, SOURCE_KINDS, STATUSES, TYPES

IGNORED = -100
OUTSIDE, INSIDE, FIRST_TYPE = 0, 1, 2


@dataclass
class Event:
    """What the reader should say of the event at a trigger's first word; links: role -> words of its spans."""
    word: int
    kind: str
    modes: list
    status: int
    scope: int
    historical: int
    links: dict


@dataclass
class Targets:
    trigger: torch.Tensor
    spans: torch.Tensor
    attributes: dict
    events: list


def words_of(window, span):
    """Numbers of the words that lie in a span of code points; empty where the window does not hold all of it."""
    first = bisect_left([w.end for w in window.words], span["start"] + 1)
    numbers = []
    for n in range(first, len(window.words)):
        if window.words[n].start >= span["end"]:
            break
        numbers.append(n)
    whole = numbers and window.words[numbers[0]].start <= span["start"] and window.words[numbers[-1]].end >= span["end"]
    return numbers if whole else []


def items(claim, role):
    """The spans that fill a role in a claim."""
    found = claim.get(FIELDS[role]) or []
    return [x for x in (found if isinstance(found, list) else [found]) if x.get("start") is not None]


def of_window(window, claims):
    """The targets of one window; triggers of context words are left out, their spans are not."""
    count = len(window.words)
    trigger = torch.full((count,), IGNORED)
    trigger[window.own_from:] = OUTSIDE
    spans = torch.zeros(len(KINDS), count, dtype=torch.long)
    attributes = {name: torch.full((count,), IGNORED) for name in ("sector", "source_kind", "casualty_kind")}
    events, seen = {}, {}
    for claim in claims:
        for role, kind in ROLES.items():
            for item in items(claim, role):
                words = words_of(window, item)
                if words:
                    seen.setdefault((kind, tuple(words)), item)
        words = words_of(window, claim["evidence"]["trigger"])
        if words and words[0] >= window.own_from and words[0] not in events:
            trigger[words] = INSIDE
            trigger[words[0]] = FIRST_TYPE + TYPES.index(claim["event"]["type"])
        if words and words[0] >= window.own_from:
            merge_event(events, words[0], claim, window)
    mark_spans(spans, attributes, seen)
    return Targets(trigger, spans, attributes, list(events.values()))


def merge_event(events, word, claim, window):
    """Two claims on one trigger (rare) share an event: the first gives its status, both give links."""
    kind = claim["event"]["type"]
    if word not in events:
        modes = [MODES.index(f"{kind}/{mode}") for mode in claim["event"]["modes"] if f"{kind}/{mode}" in MODES]
        events[word] = Event(word, kind, modes, STATUSES.index(claim["status"]), int(claim["event"].get("scope") == "cumulative"),
                             int(bool(claim["event"].get("historical"))), {role: set() for role in ROLES})
    for role in ROLES:
        for item in items(claim, role):
            events[word].links[role].update(words_of(window, item))


def mark_spans(spans, attributes, seen):
    """B and I of each kind, the longer span first where two overlap; attributes on every word of a span."""
    codes = {"sector": SECTORS, "source_kind": SOURCE_KINDS, "casualty_kind": CASUALTY_KINDS}
    for (kind, words), item in sorted(seen.items(), key=lambda row: -len(row[0][1])):
        layer = spans[KINDS.index(kind)]
        if any(layer[n] for n in words):
            continue
        layer[list(words)] = 2
        layer[words[0]] = 1
        name = {"party": "sector", "source": "source_kind", "casualty": "casualty_kind"}.get(kind)
        value = item.get("sector") if kind == "party" else item.get("kind")
        if name and value in codes[name]:
            attributes[name][list(words)] = codes[name].index(value)

