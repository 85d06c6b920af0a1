"""Continued pre-training: masked words of news text, so that the network learns the vocabulary that was cut for it and the
language of the domain before it sees a label."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F
from tqdm import tqdm

import data
from clean import clean
from encoder import StanceModel
from features import CLS, SEP

log = logging.getLogger("stance.pretrain")


@dataclass(frozen=True)
class Pretraining:
    """What one pre-training run is."""

    steps: int = 1800
    rows: int = 14  # chunks a step
    length: int = 128  # tokens a chunk, [CLS] and [SEP] among them
    rate: float = 2e-4
    warmup: float = 0.06
    hidden_share: float = 0.2  # of the tokens that are to be guessed
    seed: int = 20261128


def texts(folder: Path, corpus: data.Corpus) -> Iterator[str]:
    """News articles, and the training sentences of the languages without any, each kind as often as balances the whole."""
    yield from data.news_text(folder)
    for times, sources in ((4, {"annotated"}), (3, {"rusentne", "ner"}), (1, {"newsmtsc"})):
        rows = [e.text for e in corpus.train if e.source in sources]
        for _ in range(times):
            yield from (" ".join(rows[at : at + 4]) for at in range(0, len(rows), 4))


def chunks(tokenizer: Tokenizer, folder: Path, corpus: data.Corpus, recipe: Pretraining) -> list[list[int]]:
    """Token ids of equally long pieces of text."""
    out, room = [], recipe.length - 2
    for text in texts(folder, corpus):
        ids = tokenizer.encode(clean(text)[0], add_special_tokens=False).ids
        out.extend([CLS, *ids[at : at + room], SEP] for at in range(0, len(ids) - room // 2, room))
    return [c + [0] * (recipe.length - len(c)) for c in out]


class Guesser(nn.Module):
    """Turns the hidden state of a token into logits over the vocabulary, whose embeddings it shares."""

    def __init__(self, hidden: int, vocabulary: int):
        super().__init__()
        self.dense = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, x: torch.Tensor, embeddings: torch.Tensor) -> torch.Tensor:
        """x [tokens, hidden]; returns [tokens, vocabulary]."""
        return F.linear(self.norm(F.gelu(self.dense(x))), embeddings, self.bias)


def hide(ids: torch.Tensor, unknown: int, vocabulary: int, share: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids with a share of the tokens hidden (eight of ten behind the unknown token, one a random one, one as it is), and which."""
    chosen = (torch.rand(ids.shape) < share) & (ids > SEP)
    how = torch.rand(ids.shape)
    out = torch.where(chosen & (how < 0.8), unknown, ids)
    return torch.where(chosen & (how >= 0.9), torch.randint(4, vocabulary, ids.shape), out), chosen


def pretrain(model: StanceModel, tokenizer: Tokenizer, rows: list[list[int]], recipe: Pretraining) -> None:
    """Trains the encoder of `model` in place."""
    vocabulary, hidden = model.word.weight.shape
    torch.manual_seed(recipe.seed)
    guesser = Guesser(hidden, vocabulary)
    encoder = [p for name, p in model.named_parameters() if name.startswith(("word", "position", "norm", "layers"))]
    optimizer = torch.optim.AdamW([*encoder, *guesser.parameters()], lr=recipe.rate, weight_decay=0.01, fused=True)
    warmup = max(1, int(recipe.warmup * recipe.steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(s / warmup, (recipe.steps - s) / (recipe.steps - warmup)))
    rng, order = random.Random(recipe.seed), list[int]()
    unknown = tokenizer.token_to_id("[UNK]")
    bf16 = torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
    log.info("%d chunks, %d steps of %d", len(rows), recipe.steps, recipe.rows)
    model.train()
    loss_now = 0.0
    progress = tqdm(range(recipe.steps), unit="step", mininterval=10)
    for step in progress:
        torch.manual_seed(recipe.seed + step)
        if len(order) < recipe.rows:
            order = rng.sample(range(len(rows)), len(rows))
        ids = torch.tensor([rows[order.pop()] for _ in range(recipe.rows)])
        shown, chosen = hide(ids, unknown, vocabulary, recipe.hidden_share)
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            guesses = guesser(model.encode(shown, ids != 0)[chosen], model.word.weight)
        loss = F.cross_entropy(guesses.float(), ids[chosen])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        loss_now = 0.98 * (loss_now or loss.item()) + 0.02 * loss.item()
        progress.set_postfix(loss=f"{loss_now:.3f}", refresh=False)
