"""The network: a BERT encoder with three token-level read-outs, and how the sets' labels meet it.

A sentence is read once. `tags` says which tokens are actor mentions; `stance` and `sentiment` are read at every token and averaged
over the tokens of one actor's mentions. Two further heads serve training alone and are not exported: RuSentNE's convention of
sentiment, and named entities.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from base import Base

HEAD = 256  # width of the read-outs' hidden layer


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self, hidden: int, heads: int, inner: int, eps: float, dropout: float):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.output_norm = nn.LayerNorm(hidden, eps)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """x [batch, seq, hidden], mask [batch, 1, 1, seq] bool; returns x's shape."""
        batch, seq, hidden = x.shape
        qkv = self.qkv(x).view(batch, seq, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # No dropout on the attention weights: it costs a fifth of a step on a CPU.
        attended = F.scaled_dot_product_attention(*qkv.unbind(0), attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(batch, seq, hidden))
        x = self.attention_norm(x + F.dropout(attended, self.dropout, self.training))
        return self.output_norm(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class StanceModel(nn.Module):
    """ids in, logits at every token out."""

    def __init__(self, vocabulary: int, positions: int, hidden: int, layers: int, heads: int, eps: float, dropout=0.1):
        super().__init__()
        self.dropout = dropout
        self.word = nn.Embedding(vocabulary, hidden)
        self.position = nn.Embedding(positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps)
        self.layers = nn.ModuleList(Layer(hidden, heads, 4 * hidden, eps, dropout) for _ in range(layers))
        self.tags = nn.Linear(hidden, 3)
        self.trunk = nn.Linear(hidden, HEAD)
        self.stance = nn.Linear(HEAD, 3)
        self.sentiment = nn.Linear(HEAD, 3)
        self.rusentne = nn.Linear(HEAD, 3)
        self.entities = nn.Linear(hidden, 3)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> dict[str, torch.Tensor]:
        """ids [batch, seq] int64, mask [batch, seq] bool; returns logits [batch, seq, 3] float32 by head."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        x = F.dropout(x, self.dropout, self.training)
        trunk = F.dropout(F.gelu(self.trunk(x)), self.dropout, self.training)
        logits = {
            "tags": self.tags(x), "entities": self.entities(x),
            "stance": self.stance(trunk), "sentiment": self.sentiment(trunk), "rusentne": self.rusentne(trunk),
        }
        return {name: value.float() for name, value in logits.items()}


def from_base(base: Base, embeddings: np.ndarray, max_length: int) -> StanceModel:
    """The network with the base's weights, word embeddings [vocabulary, hidden] and fresh heads."""
    model = StanceModel(len(embeddings), max_length, base.hidden, base.layers, base.heads, base.eps)
    t = {name: torch.from_numpy(np.array(value)) for name, value in base.tensors.items() if name != "emb.word"}
    state = {
        "word.weight": torch.from_numpy(embeddings),
        # Sentences have one segment: its embedding is part of every position.
        "position.weight": t["emb.pos"][:max_length] + t["emb.type"][0],
        "norm.weight": t["emb.ln.w"], "norm.bias": t["emb.ln.b"],
    }
    names = {"out": "ao", "attention_norm": "aln", "up": "fi", "down": "fo", "output_norm": "oln"}
    for i in range(base.layers):
        for kind, short in (("weight", "w"), ("bias", "b")):
            state[f"layers.{i}.qkv.{kind}"] = torch.cat([t[f"l{i}.{part}.{short}"] for part in "qkv"])
            for ours, theirs in names.items():
                state[f"layers.{i}.{ours}.{kind}"] = t[f"l{i}.{theirs}.{short}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or any(name.startswith(("layers", "word", "position", "norm")) for name in missing):
        raise ValueError(f"the base does not fit the encoder: missing {missing}, unexpected {unexpected}")
    return model
