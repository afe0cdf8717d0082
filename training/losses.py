"""The loss of a batch: a weighted sum over the heads."""
import torch
from torch.nn import functional

import events
from batches import inputs, labels
from labels import KINDS
from targets import IGNORED

WEIGHTS = {"trigger": 1.0, "modes": 0.5, "status": 1.0, "scope": 0.1, "historical": 0.1, "spans": 1.0, "sector": 0.1,
           "source_kind": 0.1, "casualty_kind": 0.1, "roles": 1.5}
# Nine claims in ten are of what occurred: the others count more, or the head learns to say nothing else.
STATUS_WEIGHTS = torch.tensor([1.0, 2.0, 2.0, 2.0, 2.0])


def of_batch(model, lot):
    """Loss of one lot (a scalar) and its parts by head."""
    ids, shapes, firsts, relations, mask = inputs(lot)
    words = model.words(ids, shapes, firsts, mask)
    parts = of_marks(model.marks(words), lot)
    found, places = events.of_lot(lot)
    if found:
        parts.update(of_events(model, words, relations, found, places))
    return sum(WEIGHTS[name] * part for name, part in parts.items()), parts


def of_marks(logits, lot):
    trigger, spans, attributes = labels(lot, logits["trigger"].shape[1])
    parts = {"trigger": functional.cross_entropy(logits["trigger"].transpose(1, 2), trigger, ignore_index=IGNORED) * 10.0}
    split = logits["spans"].unflatten(2, (len(KINDS), 3)).permute(0, 3, 2, 1)
    parts["spans"] = functional.cross_entropy(split, spans, ignore_index=IGNORED) * 10.0 * len(KINDS) / 2
    for name, values in attributes.items():
        if (values != IGNORED).any():
            parts[name] = functional.cross_entropy(logits[name].transpose(1, 2), values, ignore_index=IGNORED)
    return parts


def of_events(model, words, relations, found, places):
    given, at, relations, mask = events.gather(words, relations, places)
    _, logits = model.reader(given, at, relations, mask)
    wanted, counts = events.roles(found, places, relations, mask)
    told = events.told(found)
    bits = functional.binary_cross_entropy_with_logits(logits["roles"], wanted, reduction="none")
    modes = functional.binary_cross_entropy_with_logits(logits["modes"], told["modes"], reduction="none")
    flags = {name: functional.binary_cross_entropy_with_logits(logits[name][:, 0], told[name]) for name in ("scope", "historical")}
    return {"roles": (bits * counts).sum() / len(found) / 4.0,
            "modes": (modes * told["asked"]).sum() / len(found),
            "status": functional.cross_entropy(logits["status"], told["status"], weight=STATUS_WEIGHTS), **flags}
