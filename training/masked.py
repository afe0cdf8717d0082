"""Words left out of raw text, to be guessed: brings the encoder to the language of news (Devlin et al. 2019; whole words)."""
from dataclasses import dataclass, replace

import torch
from torch import nn
from torch.nn import functional

from encoder import EPSILON, PUBLISHED
from targets import IGNORED

MASK, FIRST_WORD_PIECE = 103, 1996
SHARE = 0.18


@dataclass
class Passage:
    """A window of raw text."""
    window: object

    @property
    def pieces(self):
        return len(self.window.ids)


class Guesser(nn.Module):
    """Scores of the whole vocabulary at some pieces; the output table is the encoder's own."""

    def __init__(self, vocabulary):
        super().__init__()
        self.dense, self.norm = nn.Linear(PUBLISHED.width, PUBLISHED.width), nn.LayerNorm(PUBLISHED.width, eps=EPSILON)
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, vectors, table):
        return self.norm(functional.gelu(self.dense(vectors))) @ table.T + self.bias


def passages(reader, reports, pieces):
    for report in reports:
        for window in reader.windows(report, own_pieces=pieces, context_pieces=0):
            if len(window.words) >= 8:
                yield Passage(window)


def hide(given, windows, chance):
    """(inputs with words hidden, what stood there or IGNORED): of the chosen words eight in ten become MASK, one another piece."""
    hidden, wanted = given.ids.clone(), torch.full_like(given.ids, IGNORED)
    for n, window in enumerate(windows):
        for first, word in zip(window.firsts, window.words):
            if chance.random() >= SHARE:
                continue
            span, fate = slice(first, first + len(word.pieces)), chance.random()
            wanted[n, span] = given.ids[n, span]
            if fate < 0.8:
                hidden[n, span] = MASK
            elif fate < 0.9:
                hidden[n, span] = torch.tensor([chance.randrange(FIRST_WORD_PIECE, 30522) for _ in word.pieces])
    return replace(given, ids=hidden), wanted


def loss_of(pupil, given, wanted):
    """given: inputs with words hidden; wanted [lot, pieces]: what stood there, or IGNORED."""
    encoder = pupil.annotator.encoder
    vectors = encoder(given.ids, given.shapes, given.mask)[wanted != IGNORED]
    return functional.cross_entropy(pupil.guesser(vectors, encoder.words.weight), wanted[wanted != IGNORED])
