"""What trained annotators say of raw reports, for a pupil that is to say the same (Hinton et al. 2015; heard.py).

Several teachers' probabilities are averaged. They read each report in their own windows; what they said is kept by the words of the report,
one row for each word of all reports after each other, so that the pupil can be given other windows each time.
"""
import time
from dataclasses import dataclass, field

import torch

from batches import Example, batched, inputs, moved
from choose import asked
from events import view
from labels import KINDS
from targets import FIRST_TYPE

# An event is worth telling of from this probability on.
LEAST = 0.15


@dataclass
class Told:
    """begins {report: (its first row, how many it has)}; marks {head: probabilities [rows, width]}; vectors [rows, width]: the first teacher's, of mean 0 and
    deviation 1; and of the events, by row: triggers, firsts, counts [events]: the trigger's row, that of the first word that the reader saw, and
    how many it saw; starts [events]: where its words begin in `roles` [words seen, role]; heads {head: probabilities [events, width]}.
    Probabilities and vectors are in half precision."""
    begins: dict
    marks: dict = field(default_factory=dict)
    vectors: torch.Tensor = None
    triggers: torch.Tensor = None
    firsts: torch.Tensor = None
    counts: torch.Tensor = None
    starts: torch.Tensor = None
    roles: torch.Tensor = None
    heads: dict = None


def row_of(reader, begins, cut):
    """Row of the first word of a window."""
    return begins[cut.report][0] + sum(len(words) for words in reader.kept[cut.report][:cut.context])


def count(reader, report):
    """Words of a report."""
    return sum(map(len, reader.read(report)))


@torch.no_grad()
def tell(teachers, reader, reports, pieces=8192):
    """The teachers' word on each of `reports`."""
    for teacher in teachers:
        teacher.eval()
    device, begins, total = next(teachers[0].parameters()).device, {}, 0
    for report in reports:
        begins[report["id"]] = total, count(reader, report)
        total += begins[report["id"]][1]
    told, events, began = Told(begins), [], time.time()
    lots = batched([Example(reader, cut) for report in reports for cut in reader.cuts(report)], pieces)
    for number, lot in enumerate(lots, 1):
        if number % 50 == 0:
            print(f"teachers: {number} of {len(lots)} lots, {time.time() - began:.0f}s", flush=True)
        windows, firsts = [example.window for example in lot], [row_of(reader, begins, example.cut) for example in lot]
        given = inputs(windows)
        words = [teacher.words(moved(given, device)) for teacher in teachers]
        keep(told, total, windows, firsts, words[0], probabilities([teacher.marks(some) for teacher, some in zip(teachers, words)]))
        events += events_of(teachers, words, windows, firsts, given.sentences, told)
    finish(told, events)
    return told


def chances(name, values):
    """Probabilities of a head's logits: "one of" for the heads that read words, and for status."""
    if name in ("roles", "modes", "scope", "historical"):
        return values.sigmoid()
    return (values.unflatten(2, (len(KINDS), 3)) if name == "spans" else values).softmax(-1)


def probabilities(said):
    """The teachers' mean, by head."""
    return {name: sum(chances(name, logits[name]) for logits in said) / len(said) for name in said[0]}


def keep(told, total, windows, firsts, vectors, marks):
    """Puts the own words of a lot where they belong."""
    own = torch.tensor([(n, word) for n, window in enumerate(windows) for word in range(window.own_from, len(window.words))]).T
    rows = torch.tensor(firsts)[own[0]] + own[1]
    for name, values in {**marks, "vectors": vectors}.items():
        values = values[own[0].to(values.device), own[1].to(values.device)].half().cpu()
        if name == "vectors":
            told.vectors = torch.zeros(total, *values.shape[1:], dtype=torch.half) if told.vectors is None else told.vectors
            told.vectors[rows] = values
        else:
            told.marks.setdefault(name, torch.zeros(total, *values.shape[1:], dtype=torch.half))[rows] = values


def events_of(teachers, words, windows, firsts, sentences, told):
    """What the teachers say of each possible event of a lot: (words, firsts, counts, roles, heads) of some at a time."""
    places, found, device = [], [], words[0].device
    for n, (window, first) in enumerate(zip(windows, firsts)):
        places += asked(n, window, told.marks["trigger"][first:first + len(window.words), FIRST_TYPE:].float().sum(-1).tolist(), LEAST)
    for some in (places[k:k + 256] for k in range(0, len(places), 256)):
        seen = view(some, sentences)
        said = [teacher.read(given, moved(seen, device))[1] for teacher, given in zip(teachers, words)]
        heads = {name: values.half().cpu() for name, values in probabilities(said).items()}
        row = lambda place, k: firsts[place[0]] + place[k]
        found.append((torch.tensor([row(p, 2) for p in some]), torch.tensor([row(p, 1) for p in some]), torch.tensor([p[3] - p[1] for p in some]),
                      heads.pop("roles").transpose(1, 2)[seen.mask], heads))
    return found


def finish(told, events):
    """Joins what was said of events, in the order of their rows, and brings the vectors to mean 0 and deviation 1."""
    triggers, firsts, counts, roles = (torch.cat([some[k] for some in events]) for k in range(4))
    starts, order = counts.cumsum(0) - counts, triggers.argsort()
    told.triggers, told.firsts, told.counts, told.starts, told.roles = triggers[order], firsts[order], counts[order], starts[order], roles
    told.heads = {name: torch.cat([some[4][name] for some in events])[order] for name in events[0][4]}
    sample = told.vectors[::20].float()
    # The published encoder has columns that never change.
    mean, deviation = sample.mean(0), sample.std(0).clamp(min=1e-6)
    told.vectors = torch.cat([((part.float() - mean) / deviation).half() for part in told.vectors.split(100_000)])
