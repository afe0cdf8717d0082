"""The loss of a batch: a weighted sum over the heads."""
import torch
from torch.nn import functional

from labels import KINDS
from targets import IGNORED

WEIGHTS = {"trigger": 1.0, "modes": 0.5, "status": 1.0, "scope": 0.1, "historical": 0.1, "spans": 1.0, "sector": 0.1,
           "source_kind": 0.1, "casualty_kind": 0.1, "roles": 1.5}
# Nine claims in ten are of what occurred: the others count more, or the head learns to say nothing else.
STATUS_WEIGHTS = torch.tensor([1.0, 2.0, 2.0, 2.0, 2.0])


def of_batch(model, batch):
    """Loss of one batch (a scalar) and its parts by head."""
    words = model.words(batch.inputs)
    parts = of_marks(model.marks(words), batch.marks)
    if batch.seen is not None:
        parts.update(of_events(model.read(words, batch.seen)[1], batch.wanted))
    return sum(WEIGHTS[name] * part for name, part in parts.items()), parts


def entropy(logits, wanted):
    """Mean cross-entropy over what is not IGNORED; nought where all is. logits [lot, width, ...]; wanted [lot, ...]."""
    return functional.cross_entropy(logits, wanted, ignore_index=IGNORED, reduction="sum") / (wanted != IGNORED).sum().clamp(min=1)


def of_marks(logits, wanted):
    split = logits["spans"].unflatten(2, (len(KINDS), 3)).permute(0, 3, 2, 1)
    parts = {"trigger": entropy(logits["trigger"].transpose(1, 2), wanted["trigger"]) * 10.0,
             "spans": entropy(split, wanted["spans"]) * 10.0 * len(KINDS) / 2}
    parts.update({name: entropy(logits[name].transpose(1, 2), wanted[name]) for name in wanted if name not in parts})
    return parts


def of_events(logits, wanted):
    count = len(wanted["status"])
    bits = functional.binary_cross_entropy_with_logits(logits["roles"], wanted["roles"], reduction="none")
    modes = functional.binary_cross_entropy_with_logits(logits["modes"], wanted["modes"], reduction="none")
    flags = {name: functional.binary_cross_entropy_with_logits(logits[name][:, 0], wanted[name]) for name in ("scope", "historical")}
    return {"roles": (bits * wanted["counts"]).sum() / count / 4.0,
            "modes": (modes * wanted["asked"]).sum() / count,
            "status": functional.cross_entropy(logits["status"], wanted["status"], weight=STATUS_WEIGHTS.to(logits["status"].device)), **flags}
