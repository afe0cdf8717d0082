"""Lessons, padded into batches."""
from dataclasses import dataclass

import torch

from batches import Inputs, inputs
from events import View, view
from lessons import LINKED
from targets import IGNORED


@dataclass
class Batch:
    """A batch of lessons: what each head should say, None where no lesson of the lot says it. names [lot, words]; arcs {lot, word, head,
    kind: [arcs]}; predicates {wanted, asked: [lot, words]}; of the events `seen`: roles [events, role, words], facts [events], nan
    where unknown."""
    inputs: Inputs
    names: torch.Tensor = None
    arcs: dict = None
    predicates: dict = None
    seen: View = None
    roles: torch.Tensor = None
    facts: torch.Tensor = None


def collate(lot):
    """The batch of a lot of lessons."""
    given = inputs([made.window for made in lot])
    batch = Batch(given)
    if any(made.names is not None for made in lot):
        batch.names = torch.full(given.real.shape, IGNORED)
        for n, made in enumerate(lot):
            if made.names is not None:
                batch.names[n, :len(made.names)] = torch.tensor(made.names)
    arcs = [(n, word, head, kind) for n, made in enumerate(lot) for word, (head, kind) in (made.tree or {}).items()]
    if arcs:
        batch.arcs = dict(zip(("lot", "word", "head", "kind"), torch.tensor(arcs).T))
    if any(made.predicates is not None for made in lot):
        wanted, asked = torch.zeros(given.real.shape), torch.zeros(given.real.shape, dtype=torch.bool)
        for n, made in enumerate(lot):
            if made.predicates is not None:
                asked[n] = given.real[n]
                wanted[n, list(made.predicates)] = 1.0
        batch.predicates = {"wanted": wanted, "asked": asked}
    add_roles(batch, lot)
    return batch


def add_roles(batch, lot):
    """Roles and factuality of each predicate, as the reader of events should see them."""
    asked = [(n, word, *row) for n, made in enumerate(lot) for word, row in (made.predicates or {}).items()]
    if not asked:
        return
    batch.seen = view([(n, 0, word, len(lot[n].window.words)) for n, word, _, _ in asked], batch.inputs.sentences)
    batch.roles = torch.zeros(len(asked), len(LINKED), batch.seen.mask.shape[1])
    for e, (_, _, roles, _) in enumerate(asked):
        for r, role in enumerate(LINKED.values()):
            batch.roles[e, r, list(roles[role])] = 1.0
    batch.facts = torch.tensor([float("nan") if fact is None else fact for *_, fact in asked])
