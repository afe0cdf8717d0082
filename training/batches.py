"""Windows and their targets, padded into batches."""
import random
from dataclasses import dataclass

import torch
from torch.nn.utils.rnn import pad_sequence

from labels import KINDS
from targets import IGNORED


@dataclass
class Example:
    window: object
    targets: object
    relations: torch.Tensor


def batched(examples, pieces, shuffle=None):
    """Lists of examples of like length, each of at most `pieces` word pieces with the padding."""
    ordered = sorted(examples, key=lambda e: len(e.window.ids))
    lots, lot = [], []
    for example in ordered:
        if lot and len(example.window.ids) * (len(lot) + 1) > pieces:
            lots.append(lot)
            lot = []
        lot.append(example)
    lots += [lot] if lot else []
    if shuffle is not None:
        random.Random(shuffle).shuffle(lots)
    return lots


def inputs(lot):
    """ids, shapes, firsts, relations, mask of a lot, padded."""
    ids = pad_sequence([torch.tensor(e.window.ids) for e in lot], batch_first=True)
    shapes = pad_sequence([torch.tensor(e.window.shapes) for e in lot], batch_first=True)
    firsts = pad_sequence([torch.tensor(e.window.firsts) for e in lot], batch_first=True)
    mask = pad_sequence([torch.ones(len(e.window.ids), dtype=torch.bool) for e in lot], batch_first=True)
    count = firsts.shape[1]
    relations = torch.zeros(len(lot), count, count, dtype=torch.long)
    for n, example in enumerate(lot):
        size = len(example.window.words)
        relations[n, :size, :size] = example.relations
    return ids, shapes, firsts, relations, mask


def labels(lot, count):
    """Targets of a lot, padded with IGNORED: trigger [b, w], spans [b, kind, w], attributes {name: [b, w]}."""
    trigger = torch.full((len(lot), count), IGNORED)
    spans = torch.full((len(lot), len(KINDS), count), IGNORED)
    attributes = {name: torch.full((len(lot), count), IGNORED) for name in lot[0].targets.attributes}
    for n, example in enumerate(lot):
        size = len(example.window.words)
        trigger[n, :size] = example.targets.trigger
        spans[n, :, :size] = example.targets.spans
        for name, values in example.targets.attributes.items():
            attributes[name][n, :size] = values
    return trigger, spans, attributes
