"""What a trained annotator says of raw reports, and the loss of a smaller one that is to say the same (Hinton et al. 2015).

The teacher reads each report in its own windows; what it said is kept by the words of the report, so that the pupil can be given
other windows each time.
"""
import time
from dataclasses import dataclass

import torch
from torch.nn import functional

from batches import batched, inputs
from events import gather
from labels import KINDS
from losses import WEIGHTS
from targets import FIRST_TYPE
from windows import relations, seen_from

# The kind of span whose words an attribute is read at.
OF = {"sector": "party", "source_kind": "source", "casualty_kind": "casualty"}
# An event is worth telling of from this probability on.
LEAST = 0.15
# How much the likeness of the word vectors counts.
VECTORS = 2.0


class Asked:
    """A window without targets; its relations are made when asked for, since kept for all windows they would fill the memory."""

    def __init__(self, window):
        self.window = window

    @property
    def relations(self):
        return relations([w.sentence for w in self.window.words])


@dataclass
class Told:
    """What is said of a report, by words: places {start: number}, probabilities by head [words, width], vectors [words, width], and of
    each event {word: (first, last + 1, {head: values})}, all in half precision."""
    report: dict
    places: dict
    marks: dict
    vectors: torch.Tensor
    events: dict


@torch.no_grad()
def tell(teacher, reader, reports, pieces=4096):
    """The teacher's word on each of `reports`, with its vectors brought to mean 0 and deviation 1."""
    teacher.eval()
    windows = {id(w): (n, w) for n, report in enumerate(reports) for w in reader.windows(report)}
    parts = [[] for _ in reports]
    lots, began = batched([Asked(w) for _, w in windows.values()], pieces), time.time()
    for number, lot in enumerate(lots, 1):
        if number % 50 == 0:
            print(f"teacher: {number} of {len(lots)} lots, {time.time() - began:.0f}s", flush=True)
        for seen, part in zip(lot, of_lot(teacher, lot)):
            parts[windows[id(seen.window)][0]].append((seen.window, *part))
    told = [joined(report, part) for report, part in zip(reports, parts) if part]
    some = torch.cat([t.vectors for t in told[::20]]).float()
    mean, deviation = some.mean(0), some.std(0)
    for one in told:
        one.vectors = ((one.vectors.float() - mean) / deviation).half()
    return told


def of_lot(teacher, lot):
    """(probabilities by head, vectors, events) of each window."""
    ids, shapes, firsts, between, mask = inputs(lot)
    words = teacher.words(ids, shapes, firsts, mask)
    marks = teacher.marks(words)
    chances = {name: (values.unflatten(2, (len(KINDS), 3)) if name == "spans" else values).softmax(-1).half() for name, values in marks.items()}
    begins = marks["trigger"].softmax(-1)[..., FIRST_TYPE:].sum(-1)
    events = [{} for _ in lot]
    places = [(n, *seen_from([w.sentence for w in seen.window.words], word), word) for n, seen in enumerate(lot)
              for word in range(seen.window.own_from, len(seen.window.words)) if begins[n, word] >= LEAST]
    for some in (places[k:k + 64] for k in range(0, len(places), 64)):
        _, given = teacher.reader(*gather(words, between, [(n, first, word, last) for n, first, last, word in some]))
        given = {name: (values.softmax(-1) if name == "status" else values.sigmoid()).half() for name, values in given.items()}
        for e, (n, first, last, word) in enumerate(some):
            heads = {name: values[e].clone() for name, values in given.items()}
            heads["roles"] = heads["roles"][:, :last - first].clone()
            events[n][word] = (first, last, heads)
    count = [len(seen.window.words) for seen in lot]
    return [({name: values[n, :count[n]].clone() for name, values in chances.items()}, words[n, :count[n]].half(), events[n]) for n in range(len(lot))]


def joined(report, parts):
    """One report of its windows' own parts."""
    places, marks, vectors, events = {}, {}, [], {}
    for window, chances, words, found in sorted(parts, key=lambda part: part[0].words[part[0].own_from].start):
        before = len(places) - window.own_from
        for word in window.words[window.own_from:]:
            places[word.start] = len(places)
        for name, values in chances.items():
            marks.setdefault(name, []).append(values[window.own_from:])
        vectors.append(words[window.own_from:])
        events.update({word + before: (first + before, last + before, heads) for word, (first, last, heads) in found.items()})
    return Told(report, places, {name: torch.cat(values) for name, values in marks.items()}, torch.cat(vectors), events)


class Lesson(Asked):
    """A window of the pupil's, and where its words stand in `told`."""

    def __init__(self, window, told):
        super().__init__(window)
        self.told = told

    def at(self):
        return [self.told.places[w.start] for w in self.window.words]


def soft(logits, wanted, weights):
    """Cross-entropy with probabilities for targets, [..., width] each; a mean weighted by `weights` [...]."""
    loss = -(wanted * logits.log_softmax(-1)).sum(-1)
    return (loss * weights).sum() / weights.sum().clamp(min=1.0)


def padded(lot, of, count):
    """What `of` gives of each lesson's report, at the words of the window: [lessons, count, ...]."""
    values = [of(lesson.told)[lesson.at()].float() for lesson in lot]
    whole = torch.zeros(len(lot), count, *values[0].shape[1:])
    for n, some in enumerate(values):
        whole[n, :len(some)] = some
    return whole


def loss(pupil, alike, lot):
    """Loss of a lot of lessons, weighted as in losses.py; alike: from the pupil's word vectors to the teacher's."""
    ids, shapes, firsts, between, mask = inputs(lot)
    words = pupil.words(ids, shapes, firsts, mask)
    logits, count = pupil.marks(words), words.shape[1]
    real = torch.zeros(len(lot), count)
    for n, lesson in enumerate(lot):
        real[n, :len(lesson.window.words)] = 1.0
    wanted = {name: padded(lot, lambda told, name=name: told.marks[name], count) for name in logits}
    far = (alike(words) - padded(lot, lambda told: told.vectors, count)).square().mean(-1)
    parts = {"trigger": soft(logits["trigger"], wanted["trigger"], real) * 10.0,
             "spans": soft(logits["spans"].unflatten(2, (len(KINDS), 3)), wanted["spans"], real[..., None].expand(-1, -1, len(KINDS))) * 5.0 * len(KINDS)}
    for name, kind in OF.items():
        parts[name] = soft(logits[name], wanted[name], (1.0 - wanted["spans"][:, :, KINDS.index(kind), 0]) * real)
    parts.update(of_events(pupil, words, between, lot))
    return sum(WEIGHTS[name] * part for name, part in parts.items()) + VECTORS * (far * real).sum() / real.sum()


def of_events(pupil, words, between, lot):
    """The parts of the reader of events."""
    places, heads, known = [], [], []
    for n, lesson in enumerate(lot):
        at, sentences = lesson.at(), [w.sentence for w in lesson.window.words]
        for word, number in enumerate(at):
            if number in lesson.told.events:
                first, last = seen_from(sentences, word)
                begin, _, given = lesson.told.events[number]
                places.append((n, first, word, last))
                heads.append(given)
                known.append(begin - at[first])
    if not places:
        return {}
    seen, at, near, mask = gather(words, between, places)
    _, given = pupil.reader(seen, at, near, mask)
    # The pupil may see words further back than the teacher did: of those nothing is known.
    roles, counts = torch.zeros(given["roles"].shape), mask[:, None].float().expand(given["roles"].shape).clone()
    for e, (told, offset) in enumerate(zip(heads, known)):
        values = told["roles"].float()[:, max(0, -offset):]
        counts[e, :, :max(0, offset)] = 0.0
        roles[e, :, max(0, offset):max(0, offset) + values.shape[1]] = values
    wanted = {name: torch.stack([told[name] for told in heads]).float() for name in given if name != "roles"}
    bits = functional.binary_cross_entropy_with_logits(given["roles"], roles, reduction="none")
    parts = {name: functional.binary_cross_entropy_with_logits(given[name], wanted[name]) for name in ("modes", "scope", "historical")}
    return {**parts, "modes": parts["modes"] * 10.0, "roles": (bits * counts).sum() / len(places) / 4.0,
            "status": soft(given["status"], wanted["status"], torch.ones(len(places)))}
