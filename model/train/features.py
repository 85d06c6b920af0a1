"""Sentences as the network sees them: token ids, and the labels laid on tokens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from clean import clean
from data import SENTIMENTS, STANCES, Actor, Example
from vocab import is_han

UNKNOWN, CLS, SEP = 1, 2, 3
IGNORED = -100
OUTSIDE, BEGIN, INSIDE = range(3)


@dataclass
class Tokens:
    """A tokenized sentence: ids with [CLS] and [SEP], source range of each token in code points (empty for those two), and
    which tokens begin a unit: a word, or a Han character."""

    ids: list[int]
    ranges: list[tuple[int, int]]
    unit: list[bool]


def tokenize(tokenizer: Tokenizer, text: str, max_length: int) -> Tokens:
    """Cleans and tokenizes one sentence; what passes max_length is cut (training only: scoring uses windows)."""
    cleaned, starts, ends = clean(text)
    encoding = tokenizer.encode(cleaned, add_special_tokens=False)
    ids, ranges, unit = [CLS], [(0, 0)], [False]
    for token, piece, (a, b) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True):
        if len(ids) == max_length - 1:
            break
        ids.append(token)
        ranges.append((starts[a], ends[b - 1]))
        unit.append(not piece.startswith("##") or is_han(cleaned[a]))
    return Tokens([*ids, SEP], [*ranges, (0, 0)], [*unit, False])


@dataclass
class Features:
    """One example on tokens. `tags` and `entities` are IGNORED where not learnt; an actor is (token indices, stance [3] or
    None, sentiment index or IGNORED)."""

    ids: list[int]
    tags: list[int]
    entities: list[int]
    actors: list[tuple[list[int], list[float] | None, int]]
    source: str


def covered(tokens: Tokens, spans: list[tuple[int, int]]) -> list[int]:
    """Indices of the tokens that overlap any of the spans (source code points)."""
    return [i for i, (a, b) in enumerate(tokens.ranges) if b > a and any(a < end and b > start for start, end in spans)]


def _tags(tokens: Tokens, spans: list[tuple[int, int]]) -> list[int]:
    """A tag for each token that begins a unit, IGNORED elsewhere."""
    tags = [OUTSIDE if unit else IGNORED for unit in tokens.unit]
    for span in spans:
        first = True
        for i in covered(tokens, [span]):
            if tokens.unit[i]:
                tags[i] = BEGIN if first else INSIDE
                first = False
    return tags


def _labels(actor: Actor, where: list[int]) -> tuple[list[int], list[float] | None, int]:
    stance = None if actor.stance is None else [float(s in actor.stance) for s in STANCES]
    return where, stance, IGNORED if actor.sentiment is None else SENTIMENTS.index(actor.sentiment)


def features(tokenizer: Tokenizer, example: Example, max_length: int) -> Features:
    """Lays an example's labels on its tokens."""
    tokens = tokenize(tokenizer, example.text, max_length)
    nothing = [IGNORED] * len(tokens.ids)
    actors = [_labels(a, where) for a in example.actors if (where := covered(tokens, a.spans))]
    if example.speaker:
        actors.append(_labels(example.speaker, [0]))
    spans = [s for a in example.actors for s in a.spans]
    return Features(
        tokens.ids,
        _tags(tokens, spans) if example.complete else nothing,
        _tags(tokens, example.entities) if example.source == "ner" else nothing,
        actors,
        example.source,
    )


@dataclass
class Batch:
    """Padded features. `pool` [actors, batch * seq] averages token logits over each actor's tokens."""

    ids: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    entities: torch.Tensor
    pool: torch.Tensor
    stance: torch.Tensor  # [actors, 3], NaN where not labelled
    sentiment: torch.Tensor  # [actors], IGNORED where not labelled
    rusentne: torch.Tensor  # [actors], likewise, in RuSentNE's convention

    @staticmethod
    def of(rows: list[Features]) -> Batch:
        """Pads rows to the longest of them."""
        seq = max(len(r.ids) for r in rows)

        def pad(values: list[list[int]], filler: int) -> torch.Tensor:
            return torch.tensor([v + [filler] * (seq - len(v)) for v in values])

        actors = [(i, a, row.source) for i, row in enumerate(rows) for a in row.actors]
        pool = torch.zeros(len(actors), len(rows) * seq)
        stance = torch.full((len(actors), 3), float("nan"))
        sentiment = torch.full((len(actors),), IGNORED)
        rusentne = sentiment.clone()
        for n, (i, (where, wanted, feeling), source) in enumerate(actors):
            pool[n, torch.tensor(where) + i * seq] = 1 / len(where)
            if wanted is not None:
                stance[n] = torch.tensor(wanted)
            (rusentne if source == "rusentne" else sentiment)[n] = feeling
        ids = pad([r.ids for r in rows], 0)
        mask = pad([[1] * len(r.ids) for r in rows], 0).bool()
        return Batch(ids, mask, pad([r.tags for r in rows], IGNORED), pad([r.entities for r in rows], IGNORED), pool,
                     stance, sentiment, rusentne)


def batches(rows: list[Features], budget: int, rng: random.Random) -> Iterator[list[Features]]:
    """Shuffled batches of like length, each of at most `budget` tokens with padding."""
    rows = list(rows)
    rng.shuffle(rows)
    out: list[list[Features]] = []
    for at in range(0, len(rows), 2000):
        batch: list[Features] = []
        for row in sorted(rows[at : at + 2000], key=lambda r: len(r.ids)):
            if batch and len(row.ids) * (len(batch) + 1) > budget:
                out.append(batch)
                batch = []
            batch.append(row)
        out.append(batch)
    rng.shuffle(out)
    yield from out


def as_arrays(rows: list[Tokens]) -> tuple[np.ndarray, np.ndarray]:
    """input_ids and attention_mask int64 [batch, seq] for ONNX Runtime."""
    seq = max(len(r.ids) for r in rows)
    ids = np.zeros((len(rows), seq), np.int64)
    mask = np.zeros_like(ids)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)] = row.ids
        mask[i, : len(row.ids)] = 1
    return ids, mask
