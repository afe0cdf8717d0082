"""The events of a lot, laid out for the reader of events, and what it should say of them."""
import torch

from labels import MODES, ROLES, SAME_SENTENCE, TYPES
from windows import seen_from

OF_TYPE = {kind: torch.tensor([float(mode.startswith(kind + "/")) for mode in MODES]) for kind in TYPES}


def gather(words, relations, places):
    """What the reader takes, padded.

    words: [batch, words, width]; relations: [batch, words, words]; places: (number in the lot, first, trigger, last + 1) of each
    event. Returns words [events, longest, width], at [events], relations and mask [events, longest].
    """
    longest = max(last - first for _, first, _, last in places)
    rows, steps = torch.tensor([p[0] for p in places]), torch.arange(longest)
    firsts, lasts = torch.tensor([p[1] for p in places]), torch.tensor([p[3] for p in places])
    at = torch.tensor([p[2] for p in places])
    picked = (firsts[:, None] + steps).clamp(max=words.shape[1] - 1)
    mask = firsts[:, None] + steps < lasts[:, None]
    return words[rows[:, None], picked], at - firsts, relations[rows[:, None], at[:, None], picked], mask


def of_lot(lot):
    """(events, places) of the gold events of a lot."""
    events, places = [], []
    for n, example in enumerate(lot):
        sentences = [w.sentence for w in example.window.words]
        for event in example.targets.events:
            first, last = seen_from(sentences, event.word)
            events.append(event)
            places.append((n, first, event.word, last))
    return events, places


def roles(events, places, relations, mask):
    """(targets, what counts), both [events, role, words].

    Some roles are never filled from an earlier sentence: the program does not ask there.
    """
    wanted = torch.zeros(len(events), len(ROLES), mask.shape[1])
    for n, (event, (_, first, _, last)) in enumerate(zip(events, places)):
        for r, role in enumerate(ROLES):
            wanted[n, r, [word - first for word in event.links[role] if first <= word < last]] = 1.0
    same = mask & (relations < 13)
    counts = torch.stack([same if role in SAME_SENTENCE else mask for role in ROLES], 1)
    return wanted, counts.float()


def told(events):
    """modes, and asked: those of the event's type, alone of which the program asks [events, MODES]; status, scope, historical [events]."""
    modes = torch.zeros(len(events), len(MODES))
    for n, event in enumerate(events):
        modes[n, event.modes] = 1.0
    return {"modes": modes, "asked": torch.stack([OF_TYPE[event.kind] for event in events]), "status": torch.tensor([e.status for e in events]),
            "scope": torch.tensor([float(e.scope) for e in events]), "historical": torch.tensor([float(e.historical) for e in events])}
