"""What a pupil is to say of the windows that it is given, by what its teachers said of their words, and how far it is from that."""
from dataclasses import dataclass

import torch
from torch.nn import functional

from batches import Inputs, inputs
from events import OF_TYPE, View, view
from labels import KINDS
from losses import WEIGHTS
from targets import FIRST_TYPE
from told import row_of
from windows import seen_from

# The kind of span whose words an attribute is read at.
OF = {"sector": "party", "source_kind": "source", "casualty_kind": "casualty"}
# How much the likeness of the word vectors counts.
VECTORS = 2.0


@dataclass
class Lessons:
    """A batch of lessons. rows [lot, words]: each word's row; events [events]: numbers of what is told of; known [events, longest]: where the
    roles of each word seen are told, -1 where nothing is known of it. seen and these two are None where nothing is told."""
    inputs: Inputs
    rows: torch.Tensor
    seen: View = None
    events: torch.Tensor = None
    known: torch.Tensor = None


def lessons_of(told):
    """What makes the batch of a lot of examples about which something is told."""
    begins, triggers, firsts, counts, starts = told.begins, told.triggers, told.firsts, told.counts, told.starts

    def collate(lot):
        windows, rows = [example.window for example in lot], [row_of(example.reader, begins, example.cut) for example in lot]
        given, places, numbers = inputs(windows), [], []
        for n, (window, row) in enumerate(zip(windows, rows)):
            sentences = [w.sentence for w in window.words]
            lowest, highest = torch.searchsorted(triggers, torch.tensor([row + window.own_from, row + len(sentences)])).tolist()
            for number in range(lowest, highest):
                word = int(triggers[number]) - row
                first, last = seen_from(sentences, word)
                places.append((n, first, word, last))
                numbers.append(number)
        made = Lessons(given, (torch.tensor(rows)[:, None] + torch.arange(given.real.shape[1])) * given.real)
        if places:
            made.seen, made.events = view(places, given.sentences), torch.tensor(numbers)
            steps = made.rows[made.seen.rows[:, None], made.seen.picked] - firsts[made.events][:, None]
            within = made.seen.mask & (steps >= 0) & (steps < counts[made.events][:, None])
            made.known = torch.where(within, starts[made.events][:, None] + steps, -1)
        return made
    return collate


def soft(logits, wanted, weights):
    """Cross-entropy with probabilities for targets, [..., width] each; a mean weighted by `weights` [...]."""
    loss = -(wanted * logits.log_softmax(-1)).sum(-1)
    return (loss * weights).sum() / weights.sum().clamp(min=1.0)


def loss(pupil, alike, told, batch):
    """Loss of a batch of lessons, weighted as in losses.py; alike: from the pupil's word vectors to the teacher's, or None."""
    words, real = pupil.words(batch.inputs), batch.inputs.real.float()
    logits = pupil.marks(words)
    wanted = {name: told.marks[name][batch.rows].float() for name in logits}
    parts = {"trigger": soft(logits["trigger"], wanted["trigger"], real) * 10.0,
             "spans": soft(logits["spans"].unflatten(2, (len(KINDS), 3)), wanted["spans"], real[..., None].expand(-1, -1, len(KINDS))) * 5.0 * len(KINDS)}
    for name, kind in OF.items():
        parts[name] = soft(logits[name], wanted[name], (1.0 - wanted["spans"][:, :, KINDS.index(kind), 0]) * real)
    if batch.seen is not None:
        parts.update(of_events(pupil.read(words, batch.seen)[1], told, batch))
    total = sum(WEIGHTS[name] * part for name, part in parts.items())
    if alike is None:
        return total
    far = (alike(words) - told.vectors[batch.rows].float()).square().mean(-1)
    return total + VECTORS * (far * real).sum() / real.sum()


def of_events(given, told, batch):
    """The parts of the reader of events. The pupil may see words further back than the teachers did: of those nothing is known."""
    known = (batch.known >= 0)[:, None].float()
    roles = told.roles[batch.known.clamp(min=0)].float().transpose(1, 2)
    wanted = {name: values[batch.events].float() for name, values in told.heads.items()}
    apart = lambda name, of, reduction: functional.binary_cross_entropy_with_logits(given[name], of, reduction=reduction)
    # Modes count by how likely their type is: those of other types were never taught to the teachers.
    types = told.marks["trigger"][told.triggers[batch.events], FIRST_TYPE:].float()
    likely = (types / types.sum(-1, keepdim=True)) @ torch.stack(list(OF_TYPE.values())).to(types.device)
    return {**{name: apart(name, wanted[name], "mean") for name in ("scope", "historical")},
            "modes": (apart("modes", wanted["modes"], "none") * likely).sum() / len(known),
            "roles": (apart("roles", roles, "none") * known).sum() / len(known) / 4.0,
            "status": soft(given["status"], wanted["status"], torch.ones(len(known), device=known.device))}
