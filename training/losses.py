"""The loss of a batch: a weighted sum over the heads."""
import torch
from torch.nn import functional

from batches import labels, link_labels
from labels import KINDS, MODES
from targets import IGNORED

WEIGHTS = {"trigger": 1.0, "modes": 0.7, "status": 1.0, "scope": 0.1, "historical": 0.1, "spans": 1.0, "sector": 0.1,
           "source_kind": 0.1, "casualty_kind": 0.1, "links": 1.5}


# Nine claims in ten are of what occurred: the others count double, or the head learns to say nothing else.
STATUS_WEIGHTS = torch.tensor([1.0, 2.0, 2.0, 2.0, 2.0])


def of_batch(logits, lot):
    """Loss of one batch (a scalar) and its parts by head."""
    count = logits["trigger"].shape[1]
    trigger, spans, attributes = labels(lot, count)
    parts = {"trigger": functional.cross_entropy(logits["trigger"].transpose(1, 2), trigger, ignore_index=IGNORED)
             * 10.0}
    split = logits["spans"].unflatten(2, (len(KINDS), 3)).permute(0, 3, 2, 1)
    parts["spans"] = functional.cross_entropy(split, spans, ignore_index=IGNORED) * 10.0 * len(KINDS) / 2
    for name, values in attributes.items():
        if (values != IGNORED).any():
            parts[name] = functional.cross_entropy(logits[name].transpose(1, 2), values, ignore_index=IGNORED)
    at, rows, counts = link_labels(lot, count)
    if at:
        parts.update(of_events(logits, lot, at, torch.stack(rows), torch.stack(counts)))
    return sum(WEIGHTS[name] * part for name, part in parts.items()), parts


def of_events(logits, lot, at, rows, counts):
    """Losses read at the triggers' first words."""
    batch, word = (torch.tensor(x) for x in zip(*at))
    events = [event for example in lot for event in example.targets.events]
    modes = torch.zeros(len(events), len(MODES))
    for n, event in enumerate(events):
        modes[n, event.modes] = 1.0
    links = functional.binary_cross_entropy_with_logits(logits["links"][batch, :, word], rows, reduction="none")
    links = (links * counts).sum() / len(events) / 4.0
    flags = {name: functional.binary_cross_entropy_with_logits(
        logits[name][batch, word, 0], torch.tensor([float(getattr(event, name)) for event in events]))
        for name in ("scope", "historical")}
    return {"modes": functional.binary_cross_entropy_with_logits(logits["modes"][batch, word], modes) * 10.0,
            "status": functional.cross_entropy(logits["status"][batch, word], torch.tensor([e.status for e in events]),
                                               weight=STATUS_WEIGHTS),
            "links": links, **flags}
