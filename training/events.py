"""The events of a lot, laid out for the reader of events, and what it should say of them."""
from dataclasses import dataclass

import torch

from labels import MODES, ROLES, SAME_SENTENCE, TYPES
from windows import relation, seen_from

OF_TYPE = {kind: torch.tensor([float(mode.startswith(kind + "/")) for mode in MODES]) for kind in TYPES}


@dataclass
class View:
    """The words that the reader is given of each event. rows [events]: number in the lot; picked [events, longest]: numbers of the words;
    at [events]: the trigger's place among these; relations, mask [events, longest]."""
    rows: torch.Tensor
    picked: torch.Tensor
    at: torch.Tensor
    relations: torch.Tensor
    mask: torch.Tensor


def view(places, sentences):
    """places: (number in the lot, first, trigger, last + 1) of each event, in words; sentences [lot, words]: number of each word's sentence."""
    rows, firsts, at, lasts = torch.tensor(places).T
    steps = torch.arange(int((lasts - firsts).max()))
    picked = (firsts[:, None] + steps).clamp(max=sentences.shape[1] - 1)
    mask = firsts[:, None] + steps < lasts[:, None]
    apart = sentences[rows[:, None], picked] - sentences[rows, at][:, None]
    return View(rows, picked, at - firsts, relation(picked - at[:, None], apart), mask)


def of_lot(windows, targets):
    """(events, places) of the gold events of a lot."""
    events, places = [], []
    for n, (window, target) in enumerate(zip(windows, targets)):
        sentences = [w.sentence for w in window.words]
        for event in target.events:
            first, last = seen_from(sentences, event.word)
            events.append(event)
            places.append((n, first, event.word, last))
    return events, places


def roles(events, places, seen):
    """(targets, what counts), both [events, role, words].

    Some roles are never filled from an earlier sentence: the program does not ask there.
    """
    wanted = torch.zeros(len(events), len(ROLES), seen.mask.shape[1])
    for n, (event, (_, first, _, last)) in enumerate(zip(events, places)):
        for r, role in enumerate(ROLES):
            wanted[n, r, [word - first for word in event.links[role] if first <= word < last]] = 1.0
    same = seen.mask & (seen.relations < 13)
    counts = torch.stack([same if role in SAME_SENTENCE else seen.mask for role in ROLES], 1)
    return wanted, counts.float()


def told(events):
    """modes, and asked: those of the event's type, alone of which the program asks [events, MODES]; status, scope, historical [events]."""
    modes = torch.zeros(len(events), len(MODES))
    for n, event in enumerate(events):
        modes[n, event.modes] = 1.0
    return {"modes": modes, "asked": torch.stack([OF_TYPE[event.kind] for event in events]), "status": torch.tensor([e.status for e in events]),
            "scope": torch.tensor([float(e.scope) for e in events]), "historical": torch.tensor([float(e.historical) for e in events])}
