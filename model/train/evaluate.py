"""Scores a model on labelled examples: what `stance eval` prints, as far as training needs it.

A scorer is any function from token sequences to logits by head, each [seq, 3]: the network in PyTorch or an exported ONNX file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer

from data import SENTIMENTS, STANCES, Example
from encoder import StanceModel
from features import BEGIN, OUTSIDE, Tokens, as_arrays, covered, tokenize

Logits = dict[str, np.ndarray]
Scorer = Callable[[list[Tokens]], list[Logits]]


def _scorer(run: Callable[[np.ndarray, np.ndarray], Logits], budget: int) -> Scorer:
    """Makes a scorer of a function over padded batches; sentences of like length share a batch."""

    def score(rows: list[Tokens]) -> list[Logits]:
        order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
        out: list[Logits] = [{}] * len(rows)
        while order:
            size = 1
            while size < len(order) and len(rows[order[size]].ids) * (size + 1) <= budget:
                size += 1
            chosen, order = order[:size], order[size:]
            logits = run(*as_arrays([rows[i] for i in chosen]))
            for n, i in enumerate(chosen):
                out[i] = {head: values[n, : len(rows[i].ids)] for head, values in logits.items()}
        return out

    return score


def torch_scorer(model: StanceModel, budget: int = 4096) -> Scorer:
    """Scores with the network in memory, in float32, all its heads."""

    def run(ids: np.ndarray, mask: np.ndarray) -> Logits:
        model.eval()
        with torch.no_grad():
            logits = model(torch.from_numpy(ids), torch.from_numpy(mask).bool())
        return {head: value.numpy() for head, value in logits.items()}

    return _scorer(run, budget)


def session(path: str, threads: int = 2) -> onnxruntime.InferenceSession:
    """An ONNX Runtime session on the CPU."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def onnx_scorer(path: str, budget: int = 2048) -> Scorer:
    """Scores with an exported model."""
    loaded = session(path)
    names = ["tags", "stance", "sentiment"]

    def run(ids: np.ndarray, mask: np.ndarray) -> Logits:
        return dict(zip(names, loaded.run(names, {"input_ids": ids, "attention_mask": mask}), strict=True))

    return _scorer(run, budget)


@dataclass
class Calibration:
    """What turns logits into decisions; fitted on the development split."""

    temperature: list[float] = field(default_factory=lambda: [1.0, 1.0, 1.0])
    threshold: list[float] = field(default_factory=lambda: [0.5, 0.5, 0.5])
    sentiment_temperature: float = 1.0
    sentiment_bias: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    mention_bias: float = 0.0

    def as_json(self) -> dict:
        """The "calibration" of bundle.json."""
        return {
            "stance": {"temperature": self.temperature, "threshold": self.threshold},
            "sentiment": {"temperature": self.sentiment_temperature, "bias": self.sentiment_bias},
            "mention": {"bias": self.mention_bias},
        }


def decode(tokens: Tokens, tags: np.ndarray, bias: float) -> list[tuple[int, int]]:
    """Mention spans, source code points: a unit's first token decides; model/span.go has the same rules."""
    scores = tags + np.array([bias, 0, 0])
    spans: list[tuple[int, int]] = []
    open_ = False
    for i, unit in enumerate(tokens.unit):
        if i == 0 or i == len(tokens.ids) - 1:
            continue
        start, end = tokens.ranges[i]
        if not unit:
            if open_:
                spans[-1] = (spans[-1][0], end)
            continue
        tag = int(scores[i].argmax())
        if tag == OUTSIDE:
            open_ = False
        elif tag == BEGIN or not open_:
            spans.append((start, end))
            open_ = True
        else:
            spans[-1] = (spans[-1][0], end)
    return spans


def matched(found: list[tuple[int, int]], gold: list[tuple[int, int]], exact: bool = False) -> int:
    """How many mentions match one to one, in order of text: equal spans, or any overlap."""
    count, used = 0, set()
    for a, b in found:
        for n, (c, d) in enumerate(gold):
            if n not in used and ((a, b) == (c, d) if exact else a < d and c < b):
                used.add(n)
                count += 1
                break
    return count


@dataclass
class Pooled:
    """A model's read-outs over a set: one row an actor, in the set's order."""

    lang: list[str]
    sentence: np.ndarray  # [actors], index of the sentence
    stance: np.ndarray  # logits [actors, 3]
    sentiment: np.ndarray
    gold_stance: np.ndarray  # [actors, 3], NaN where not labelled
    gold_sentiment: np.ndarray  # [actors], -1 where not labelled
    tokens: list[Tokens]  # one a sentence, as are the following
    tags: list[np.ndarray]
    gold_spans: list[list[tuple[int, int]]]
    sentence_lang: list[str]


def pool(scorer: Scorer, tokenizer: Tokenizer, examples: list[Example], max_length: int) -> Pooled:
    """Runs a scorer over examples and pools it over the labelled actors."""
    tokens = [tokenize(tokenizer, e.text, max_length) for e in examples]
    logits = scorer(tokens)
    rows = []
    for index, (example, tok, out) in enumerate(zip(examples, tokens, logits, strict=True)):
        labelled = [(covered(tok, actor.spans), actor) for actor in example.actors]
        if example.speaker:
            labelled.append(([0], example.speaker))  # [CLS] speaks for who is not named
        for where, actor in labelled:
            if not where:
                continue
            gold = [np.nan] * 3 if actor.stance is None else [float(s in actor.stance) for s in STANCES]
            feeling = -1 if actor.sentiment is None else SENTIMENTS.index(actor.sentiment)
            rows.append((example.lang, index, out["stance"][where].mean(0), out["sentiment"][where].mean(0), gold, feeling))
    lang, *columns = zip(*rows, strict=True)
    return Pooled(list(lang), *map(np.array, columns), tokens, [out["tags"] for out in logits],
                  [[s for a in e.actors for s in a.spans] for e in examples], [e.lang for e in examples])


def f1(predicted: np.ndarray, gold: np.ndarray) -> float:
    """F1 of one label over boolean arrays; 0 where neither has it."""
    hits = int((predicted & gold).sum())
    total = int(predicted.sum() + gold.sum())
    return 2 * hits / total if total else 0.0


def mention_scores(pooled: Pooled, bias: float, lang: str | None = None) -> dict[str, float]:
    """Precision, recall and F1 of overlapping mentions, and F1 of exactly equal ones."""
    hits = exact = found = gold = 0
    for tokens, tags, spans, its in zip(pooled.tokens, pooled.tags, pooled.gold_spans, pooled.sentence_lang, strict=True):
        if lang and its != lang:
            continue
        mine = decode(tokens, tags, bias)
        hits, exact = hits + matched(mine, spans), exact + matched(mine, spans, exact=True)
        found, gold = found + len(mine), gold + len(spans)
    return {
        "precision": hits / max(found, 1), "recall": hits / max(gold, 1),
        "f1": 2 * hits / max(found + gold, 1), "f1_exact": 2 * exact / max(found + gold, 1),
    }


def interval(pooled: Pooled, calibration: Calibration, lang: str | None = None, rounds: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of stance macro-F1, sentences drawn with replacement."""
    flags, _ = decide(pooled, calibration)
    here = np.array([lang is None or its == lang for its in pooled.lang]) & ~np.isnan(pooled.gold_stance).any(1)
    _, sentence = np.unique(pooled.sentence[here], return_inverse=True)
    mine, gold = flags[here], pooled.gold_stance[here] > 0.5
    counts = np.zeros((sentence.max() + 1, 2, 3))  # by sentence: hits and, found plus gold, of each label
    np.add.at(counts, (sentence, 0), mine & gold)
    np.add.at(counts, (sentence, 1), mine.astype(int) + gold)
    draws = np.random.default_rng(1).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), rounds)
    hits, total = np.einsum("rs,skl->krl", draws, counts)
    scores = (2 * hits / np.maximum(total, 1)).mean(1)
    return float(np.quantile(scores, 0.025)), float(np.quantile(scores, 0.975))


def decide(pooled: Pooled, calibration: Calibration) -> tuple[np.ndarray, np.ndarray]:
    """Stance flags [actors, 3] and sentiment indices [actors]."""
    p = 1 / (1 + np.exp(-pooled.stance / np.array(calibration.temperature)))
    feeling = pooled.sentiment / calibration.sentiment_temperature + np.array(calibration.sentiment_bias)
    return p >= np.array(calibration.threshold), feeling.argmax(1)


def report(pooled: Pooled, calibration: Calibration, lang: str | None = None) -> dict:
    """Figures over given mentions and found mentions, of one language or all."""
    flags, feelings = decide(pooled, calibration)
    here = np.array([lang is None or its == lang for its in pooled.lang])
    out: dict = {"sentences": sum(lang is None or its == lang for its in pooled.sentence_lang), "actors": int(here.sum())}
    labelled = here & ~np.isnan(pooled.gold_stance).any(1)
    if labelled.any():
        gold = pooled.gold_stance[labelled] > 0.5
        scores = {name: f1(flags[labelled, i], gold[:, i]) for i, name in enumerate(STANCES)}
        out["mention"] = mention_scores(pooled, calibration.mention_bias, lang)
        out["stance"] = {**scores, "macro_f1": float(np.mean(list(scores.values())))}
    labelled = here & (pooled.gold_sentiment >= 0)
    if labelled.any():
        gold, mine = pooled.gold_sentiment[labelled], feelings[labelled]
        scores = {name: f1(mine == i, gold == i) for i, name in enumerate(SENTIMENTS)}
        out["sentiment"] = {
            **scores, "macro_f1": float(np.mean(list(scores.values()))),
            "f1_pn": (scores["negative"] + scores["positive"]) / 2, "accuracy": float((gold == mine).mean()),
        }
    return out


def _temperature(logits: np.ndarray, loss: Callable[[np.ndarray], float]) -> float:
    """The temperature of the least loss, from a fine grid."""
    grid = np.geomspace(0.5, 5, 70)
    return float(grid[np.argmin([loss(logits / t) for t in grid])])


def _pick(values: np.ndarray, scores: list[float]) -> float:
    """The value in the middle of those within 0.002 of the best score: less at the mercy of single sentences."""
    best = max(scores)
    good = [v for v, s in zip(values, scores, strict=True) if s >= best - 0.002]
    return float(good[len(good) // 2])


def stance_offsets(pooled: Pooled) -> np.ndarray:
    """What, added to each stance logit, makes probabilities true at the right temperature: float32 [3]. Training weighs the rare
    side of each label, which moves the logits up. Logistic regression on the logit (Platt) by Newton's method."""
    labelled = ~np.isnan(pooled.gold_stance).any(1)
    out = np.zeros(3, np.float32)
    for i in range(3):
        x = np.stack([pooled.stance[labelled, i], np.ones(labelled.sum())])
        weights, ridge = np.array([1.0, 0.0]), 0.1
        for _ in range(30):
            p = 1 / (1 + np.exp(-weights @ x))
            slope = x @ (pooled.gold_stance[labelled, i] - p) - ridge * (weights - [1, 0])
            weights += np.linalg.solve((x * p * (1 - p)) @ x.T + ridge * np.eye(2), slope)
        out[i] = weights[1] / weights[0]
    return out


def calibrate(pooled: Pooled) -> Calibration:
    """Fits temperatures by likelihood, thresholds and biases by F1 on the development split."""
    out = Calibration()
    labelled = ~np.isnan(pooled.gold_stance).any(1)
    for i in range(3):
        logits, gold = pooled.stance[labelled, i], pooled.gold_stance[labelled, i]
        out.temperature[i] = _temperature(logits, lambda x, g=gold: float(np.logaddexp(0, np.where(g > 0.5, -x, x)).mean()))
        p = 1 / (1 + np.exp(-logits / out.temperature[i]))
        grid = np.arange(0.1, 0.9, 0.01)
        out.threshold[i] = _pick(grid, [f1(p >= t, gold > 0.5) for t in grid])
    labelled = pooled.gold_sentiment >= 0
    logits, gold = pooled.sentiment[labelled], pooled.gold_sentiment[labelled]

    def likelihood(x: np.ndarray) -> float:
        x = x - x.max(1, keepdims=True)
        return float(-(x[np.arange(len(gold)), gold] - np.log(np.exp(x).sum(1))).mean())

    out.sentiment_temperature = _temperature(logits, likelihood)
    scaled = logits / out.sentiment_temperature
    for i in (0, 2):  # the bias of neutral stays 0: only differences count
        grid = np.arange(-1.5, 1.51, 0.1)
        scores = []
        for b in grid:
            bias = np.array(out.sentiment_bias)
            bias[i] = b
            mine = (scaled + bias).argmax(1)
            scores.append(float(np.mean([f1(mine == k, gold == k) for k in range(3)])))
        out.sentiment_bias[i] = round(_pick(grid, scores), 3)
    grid = np.arange(-2, 2.01, 0.2)
    out.mention_bias = round(_pick(grid, [mention_scores(pooled, b)["f1"] for b in grid]), 3)
    return out
