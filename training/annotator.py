"""The annotator: the encoder and its heads. All heads read words, a word being its first piece.

  trigger   which words name an event, and of which type: O, B-type, I
  modes, status, scope, historical   of the event, read at the trigger's first word
  spans     for each kind of span: O, B, I
  sector, source_kind, casualty_kind   of the party, source or figure, read at each of its words
  links     for each role: how well the word j belongs to a span that fills the role in the event at word i. Biaffine
            (Dozat and Manning 2017), with a learnt term for where j stands from i
"""
import torch
from torch import nn

from encoder import WIDTH, pretrained
from labels import CASUALTY_KINDS, KINDS, MODES, ROLES, SECTORS, SOURCE_KINDS, STATUSES, TYPES
from windows import RELATIONS

LINK_WIDTH = 64

# Heads that are one linear layer over the word: name and width of the output.
FLAT = {"trigger": 2 + len(TYPES), "modes": len(MODES), "status": len(STATUSES), "scope": 1, "historical": 1,
        "spans": 3 * len(KINDS), "sector": len(SECTORS), "source_kind": len(SOURCE_KINDS),
        "casualty_kind": len(CASUALTY_KINDS)}


class Annotator(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.encoder = pretrained(dropout)
        self.dropout = nn.Dropout(2 * dropout)
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, width) for name, width in FLAT.items()})
        self.link_event, self.link_span = (nn.Linear(WIDTH, len(ROLES) * LINK_WIDTH) for _ in range(2))
        self.link_bias = nn.Linear(WIDTH, len(ROLES))
        self.link_relation = nn.Embedding(RELATIONS, len(ROLES))
        nn.init.zeros_(self.link_relation.weight)
        # Few words fill a role: start from rare, or the first steps are spent on learning that.
        nn.init.constant_(self.link_bias.bias, -5.0)

    def words(self, ids, shapes, firsts, mask=None):
        """One vector for each word, [batch, words, WIDTH]."""
        pieces = self.encoder(ids, shapes, mask)
        return self.dropout(torch.gather(pieces, 1, firsts[:, :, None].expand(-1, -1, WIDTH)))

    def links(self, words, relations):
        """Logits of the links, [batch, role, event word, span word]."""
        batch, count, _ = words.shape
        split = (batch, count, len(ROLES), LINK_WIDTH)
        # One side keeps its sign: between two sides of relu no pair of words could speak against a link.
        event = torch.relu(self.link_event(words)).view(split).permute(0, 2, 1, 3)
        span = self.link_span(words).view(split).permute(0, 2, 3, 1)
        return (event @ span + self.link_bias(words).permute(0, 2, 1)[:, :, None, :]
                + self.link_relation(relations).permute(0, 3, 1, 2))

    def forward(self, ids, shapes, firsts, relations, mask=None):
        """ids, shapes, mask: [batch, pieces]; firsts: [batch, words]; relations: [batch, words, words].

        Returns logits by head, [batch, words, width]; links are [batch, role, event word, span word].
        """
        words = self.words(ids, shapes, firsts, mask)
        return {**{name: head(words) for name, head in self.flat.items()}, "links": self.links(words, relations)}
