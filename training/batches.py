"""Windows and their targets, padded into batches of tensors; made by other processes while an accelerator works."""
import multiprocessing
import pickle
import random
import threading
from dataclasses import dataclass, fields, is_dataclass

import torch
from torch.nn.utils.rnn import pad_sequence

import events
from labels import KINDS
from targets import IGNORED, of_window
from windows import recase


@dataclass
class Example:
    """A window to be made of a report, and the report's claims; recased: as if printed in that manner."""
    reader: object
    cut: object
    claims: list = None
    recased: str = None

    @property
    def pieces(self):
        return self.cut.pieces

    @property
    def window(self):
        window = self.reader.window(self.cut)
        if self.recased:
            recase(window, self.recased)
        return window


@dataclass
class Inputs:
    """ids, shapes, mask [lot, pieces]; firsts, sentences [lot, words]; real [lot, words]: true on words that are not padding."""
    ids: torch.Tensor
    shapes: torch.Tensor
    firsts: torch.Tensor
    mask: torch.Tensor
    sentences: torch.Tensor
    real: torch.Tensor


@dataclass
class Batch:
    """marks {head: targets}: trigger [lot, words], spans [lot, kind, words], attributes [lot, words], padded with IGNORED; seen: the view of
    the events, wanted {head: targets} of them; both None where there is no event."""
    inputs: Inputs
    marks: dict
    seen: events.View = None
    wanted: dict = None


def batched(examples, pieces, shuffle=None):
    """Lists of examples of like length, each of at most `pieces` word pieces with the padding."""
    lots, lot = [], []
    for example in sorted(examples, key=lambda e: e.pieces):
        if lot and example.pieces * (len(lot) + 1) > pieces:
            lots.append(lot)
            lot = []
        lot.append(example)
    lots += [lot] if lot else []
    if shuffle is not None:
        random.Random(shuffle).shuffle(lots)
    return lots


def inputs(windows):
    padded = lambda rows: pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
    sentences = [[w.sentence for w in window.words] for window in windows]
    return Inputs(padded([w.ids for w in windows]), padded([w.shapes for w in windows]), padded([w.firsts for w in windows]),
                  padded([[True] * len(w.ids) for w in windows]), padded(sentences), padded([[True] * len(w.words) for w in windows]))


def labels(targets, count):
    """Targets of a lot, padded with IGNORED, by head."""
    made = {"trigger": torch.full((len(targets), count), IGNORED), "spans": torch.full((len(targets), len(KINDS), count), IGNORED)}
    made.update({name: torch.full((len(targets), count), IGNORED) for name in targets[0].attributes})
    for n, target in enumerate(targets):
        size = len(target.trigger)
        made["trigger"][n, :size] = target.trigger
        made["spans"][n, :, :size] = target.spans
        for name, values in target.attributes.items():
            made[name][n, :size] = values
    return made


def collate(lot):
    """The batch of a lot of examples."""
    windows = [example.window for example in lot]
    targets = [of_window(window, example.claims) for window, example in zip(windows, lot)]
    given = inputs(windows)
    found, places = events.of_lot(windows, targets)
    batch = Batch(given, labels(targets, given.firsts.shape[1]))
    if found:
        batch.seen = events.view(places, given.sentences)
        wanted, counts = events.roles(found, places, batch.seen)
        batch.wanted = {"roles": wanted, "counts": counts, **events.told(found)}
    return batch


def mapped(thing, change):
    """The same structure with every tensor (or array) changed."""
    if is_dataclass(thing):
        return type(thing)(**{field.name: mapped(getattr(thing, field.name), change) for field in fields(thing)})
    if isinstance(thing, dict):
        return {name: mapped(value, change) for name, value in thing.items()}
    return change(thing) if hasattr(thing, "shape") else thing


def moved(thing, device):
    """The same structure on a device."""
    return mapped(thing, lambda tensor: tensor.to(device, non_blocking=str(device) != "cpu"))


# Batches that each process may be ahead of the training.
AHEAD = 16


def stream(lots, make, device, workers=0):
    """make(lot) of each lot, in order, on the device; with workers, made by that many other processes ahead of time."""
    if not workers:
        yield from (moved(make(lot), device) for lot in lots)
        return
    global _work
    _work, room, ended = (lots, make), threading.Semaphore(AHEAD * workers), []

    def numbers():
        for number in range(len(lots)):
            room.acquire()
            if ended:
                return
            yield number

    with multiprocessing.get_context("fork").Pool(workers, torch.set_num_threads, (1,)) as pool:
        try:
            for made in pool.imap(_made, numbers()):
                room.release()
                yield moved(mapped(pickle.loads(made), torch.from_numpy), device)
        finally:
            # The pool waits for who hands out the numbers.
            ended.append(True)
            room.release()
            _work = None


def _made(number):
    """Pickled as arrays: tensors would go through shared memory, of which a container may have little."""
    lots, make = _work
    return pickle.dumps(mapped(make(lots[number]), lambda tensor: tensor.numpy()), protocol=5)
