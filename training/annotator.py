"""The annotator: an encoder, heads that read words, and a reader that looks at the words again with one event in mind.

A word is its first piece. The heads:

  trigger   which words name an event, and of which type: O, B-type, I
  spans     for each kind of span: O, B, I
  sector, source_kind, casualty_kind   of the party, source or figure, read at each of its words

The reader of events is given the words up to the end of the trigger's sentence, each marked with where it stands from
the trigger, and says

  roles     for each role, whether a word belongs to a span that fills it
  modes, status, scope, historical   of the event

Roles of one event are thus read by attention that knows which event is meant (as in question answering on events: Du and
Cardie 2020), not by a product of two word vectors that must serve all events at once.
"""
import torch
from torch import nn

from dropout import Dropout
from encoder import Encoder, Layer, Size, pretrained
from labels import CASUALTY_KINDS, KINDS, MODES, ROLES, SECTORS, SOURCE_KINDS, STATUSES, TYPES
from windows import RELATIONS

# Heads that are one linear layer over the word: name and width of the output.
FLAT = {"trigger": 2 + len(TYPES), "spans": 3 * len(KINDS), "sector": len(SECTORS), "source_kind": len(SOURCE_KINDS),
        "casualty_kind": len(CASUALTY_KINDS)}
# Heads of the reader of events, read at the trigger's first word.
TOLD = {"modes": len(MODES), "status": len(STATUSES), "scope": 1, "historical": 1}


READER = Size(192, 6, 768, 2)
# The fast model: tables of FAST_TABLE columns, FAST_NEAR layers over neighbours, and all layers small.
FAST, FAST_TABLE, FAST_NEAR, FAST_READER = Size(128, 2, 256, 1), 192, 3, Size(96, 2, 192, 1)


class EventReader(nn.Module):
    def __init__(self, given, size, dropout):
        super().__init__()
        self.width = size.width
        self.narrow, self.event = nn.Linear(given, size.width), nn.Linear(given, size.width)
        self.relation = nn.Embedding(RELATIONS, size.width)
        self.norm = nn.LayerNorm(size.width)
        self.layers = nn.ModuleList(Layer(size.width, size.heads, size.inner, dropout) for _ in range(size.layers))
        self.roles = nn.Linear(size.width, len(ROLES))
        self.told = nn.ModuleDict({name: nn.Linear(size.width, width) for name, width in TOLD.items()})
        nn.init.normal_(self.relation.weight, std=0.3)
        # Few words fill a role: start from rare, or the first steps are spent on learning that.
        nn.init.constant_(self.roles.bias, -4.0)

    def forward(self, words, at, relations, mask=None):
        """words: [events, words, given]; at: [events], the trigger's number among them; relations, mask: [events, words].

        Returns the event's vector [events, width], and logits: roles [events, role, words], those of TOLD [events, width].
        """
        which = torch.arange(len(at), device=at.device)
        x = self.norm(self.narrow(words) + self.event(words[which, at])[:, None] + self.relation(relations))
        mask = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        told = x[which, at]
        return told, {"roles": self.roles(x).transpose(1, 2), **{name: head(told) for name, head in self.told.items()}}


class Annotator(nn.Module):
    def __init__(self, encoder, reader=READER, dropout=0.1):
        super().__init__()
        self.encoder = encoder
        self.dropout = Dropout(2 * dropout)
        self.flat = nn.ModuleDict({name: nn.Linear(self.encoder.width, width) for name, width in FLAT.items()})
        self.reader = EventReader(self.encoder.width, reader, dropout)

    def words(self, given):
        """given: batches.Inputs. One vector for each word, [lot, words, width]."""
        pieces = self.encoder(given.ids, given.shapes, given.mask)
        return torch.gather(pieces, 1, given.firsts[:, :, None].expand(-1, -1, pieces.shape[2]))

    def marks(self, words):
        """Logits of the flat heads, [batch, words, width]."""
        words = self.dropout(words)
        return {name: head(words) for name, head in self.flat.items()}


    def read(self, words, seen):
        """What the reader says of events; words: [lot, words, width]; seen: events.View."""
        return self.reader(words[seen.rows[:, None], seen.picked], seen.at, seen.relations, seen.mask)


def accurate():
    """The annotator on the published encoder."""
    return Annotator(pretrained())


def fast(teacher=None):
    """The small annotator; its table of words begins as the principal components of the teacher's."""
    table = (teacher.encoder if teacher else pretrained()).words.weight.detach()
    encoder = Encoder(len(table), FAST, FAST_TABLE, FAST_NEAR, dropout=0.0)
    _, _, directions = torch.linalg.svd((table - table.mean(0)).T @ (table - table.mean(0)))
    with torch.no_grad():
        encoder.words.weight.copy_((table - table.mean(0)) @ directions[:FAST_TABLE].T)
    return Annotator(encoder, FAST_READER, dropout=0.0)


SIZES = {"accurate": accurate, "fast": fast}
# Words before the trigger's sentence that the reader of events is given. With 96 the fast model is a fifth slower, and time is 0.02 better.
SEEN = {"accurate": 96, "fast": 32}
