"""From a report and its sentences to the windows that the encoder reads.

A window is [CLS] sentence [SEP] sentence [SEP] ...: some sentences of its own and, before them, a few that only give context
(who "he" is, where "the town" is). Words are BERT's pre-tokens; heads read each word at its first piece. The program
makes the same windows (crates/text/src/annotator/window.rs).
"""
from dataclasses import dataclass, field

import torch
from tokenizers import BertWordPieceTokenizer

from encoder import published
from labels import SHAPES, shape

OWN_PIECES, CONTEXT_PIECES, LONGEST_SENTENCE = 192, 64, 254
CLS, SEP = 101, 102
# Where another word stands from a word: by signed distance in the same sentence, else by the distance of the sentences.
RELATIONS = 17


def relation(steps, apart):
    """Bucket of a word that stands `steps` words and `apart` sentences from another (tensors of one shape)."""
    # 1, 2, 3-4, 5-8, 9-16 and more words apart; 0 is the word itself.
    near = torch.bucketize(steps.abs(), torch.tensor([1, 2, 4, 8, 16])) + 1
    near = torch.where(steps == 0, 0, torch.where(steps > 0, near + 6, near))
    far = torch.where(apart > 0, 16, torch.where(apart == -1, 13, torch.where(apart == -2, 14, 15)))
    return torch.where(apart == 0, near, far)


# Words before the trigger's sentence that the reader of events is given; annotator.SEEN has it by size.
BEFORE = 96


def seen_from(sentences, word):
    """(first, last + 1) of the words that the reader of events is given for an event at `word`."""
    first = word
    while first > 0 and sentences[first - 1] == sentences[word]:
        first -= 1
    last = word + 1
    while last < len(sentences) and sentences[last] == sentences[word]:
        last += 1
    return max(0, first - BEFORE), last


@dataclass(slots=True)
class Word:
    start: int
    end: int
    sentence: int
    pieces: list
    shape: int


@dataclass
class Window:
    """own_from: number of the first word that is the window's own; words before it are context."""
    report: str
    words: list
    own_from: int
    ids: list = field(default_factory=list)
    shapes: list = field(default_factory=list)
    firsts: list = field(default_factory=list)

    def __post_init__(self):
        self.ids, self.shapes = [CLS], [SHAPES.index("special")]
        for n, word in enumerate(self.words):
            if n and word.sentence != self.words[n - 1].sentence:
                self.ids.append(SEP)
                self.shapes.append(0)
            self.firsts.append(len(self.ids))
            self.ids += word.pieces
            self.shapes += [word.shape] * len(word.pieces)
        self.ids.append(SEP)
        self.shapes.append(0)


def recase(window, name):
    """The same window as if every word of letters had been printed in one manner: "upper", "title" or "lower"."""
    letters = {SHAPES.index(shape) for shape in ("lower", "title", "upper", "mixed")}
    window.shapes = [SHAPES.index(name) if shape in letters else shape for shape in window.shapes]


@dataclass(frozen=True)
class Cut:
    """Where a window lies in a report: sentences first to last - 1 are its own, those from `context` on give context; pieces: its length, or a little more."""
    report: str
    context: int
    first: int
    last: int
    pieces: int


class Reader:
    """Splits reports into windows. What was read of a report is kept by its id, for it is cut anew in each epoch."""

    def __init__(self):
        self.tokenizer = BertWordPieceTokenizer(str(published() / "vocab.txt"), lowercase=True)
        self.kept, self.texts = {}, {}

    def sentence(self, text, start, end, number):
        """Words of one sentence; a sentence longer than LONGEST_SENTENCE pieces is cut off there."""
        coded = self.tokenizer.encode(text[start:end], add_special_tokens=False)
        words, last = [], None
        for piece, word, (a, b) in zip(coded.ids, coded.word_ids, coded.offsets):
            if word != last:
                words.append(Word(start + a, start + b, number, [], 0))
                last = word
            words[-1].pieces.append(piece)
            words[-1].end = start + b
        kept, total = [], 0
        for word in words:
            total += len(word.pieces)
            if total > LONGEST_SENTENCE:
                break
            word.shape = shape(text[word.start:word.end])
            kept.append(word)
        return kept

    def read(self, report):
        """The words of each sentence."""
        if report["id"] not in self.kept:
            self.kept[report["id"]] = [self.sentence(report["text"], a, b, n) for n, (a, b) in enumerate(report["sentences"])]
            self.texts[report["id"]] = report["text"], list(map(tuple, report["sentences"]))
        elif self.texts[report["id"]] != (report["text"], list(map(tuple, report["sentences"]))):
            raise ValueError(f"two reports with the id {report['id']}")
        return self.kept[report["id"]]

    def cuts(self, report, own_pieces=OWN_PIECES, context_pieces=CONTEXT_PIECES, first_pieces=None):
        """Where to cut a report, each sentence the own of exactly one window; first_pieces: own_pieces of the first."""
        sizes = [sum(len(w.pieces) for w in words) + 1 for words in self.read(report)]
        made, first = [], 0
        while first < len(sizes):
            last, total = first + 1, sizes[first]
            most = own_pieces if made or first_pieces is None else first_pieces
            while last < len(sizes) and total + sizes[last] <= most:
                total += sizes[last]
                last += 1
            before, room = first, context_pieces
            while before > 0 and sizes[before - 1] <= room:
                before -= 1
                room -= sizes[before]
            if any(size > 1 for size in sizes[first:last]):
                made.append(Cut(report["id"], before, first, last, sum(sizes[before:last]) + 1))
            first = last
        return made

    def window(self, cut):
        """The window at a cut of a report that was read."""
        sentences = self.kept[cut.report]
        context, own = ([w for words in sentences[a:b] for w in words] for a, b in ((cut.context, cut.first), (cut.first, cut.last)))
        return Window(cut.report, context + own, len(context))

    def windows(self, report, **sizes):
        return [self.window(cut) for cut in self.cuts(report, **sizes)]
