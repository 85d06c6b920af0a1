"""Fine-tunes the network on all sets at once; stops anywhere and goes on from its last checkpoint."""

from __future__ import annotations

import logging
import math
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F
from tqdm import tqdm

from augment import continued_quotation, roughen, swap_states
from data import Corpus, Example
from encoder import StanceModel
from features import IGNORED, SEP, UNKNOWN, Batch, batches, features

log = logging.getLogger("stance.train")


@dataclass(frozen=True)
class Recipe:
    """What one stage of training is: change it, and the checkpoint of another is not taken up. Sources that `times` does not name
    are left out."""

    epochs: int = 4
    budget: int = 1800  # tokens a batch, padding included
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.95  # learning rate of each layer below the last
    warmup: float = 0.06
    weight_decay: float = 0.01
    stance_weights: tuple[float, float, float] = (1.5, 2.0, 3.0)
    sentiment_weights: tuple[float, float, float] = (1.5, 1.0, 2.5)
    times: tuple[tuple[str, float], ...] = (("gold", 1.25), ("annotated", 1.25), ("newsmtsc", 1.0), ("rusentne", 0.6), ("ner", 0.2))
    hidden_share: float = 0.1  # of the tokens of every second sentence, behind the unknown token
    tags_weight: float = 1.0  # of the loss of mentions, beside those of _task_weights
    one_sentiment: bool = False  # RuSentNE's labels teach the exported head, not one of their own
    swap_share: float = 0.0  # of the fully labelled sentences get other states for those they name
    seed: int = 20261128


_THIRD = Recipe(
    epochs=2, encoder_rate=8e-5, head_rate=5e-4, tags_weight=2.5, one_sentiment=True, swap_share=0.3,
    times=(
        ("gold", 1.0), ("plain", 0.7), ("news", 1.0), ("wire", 1.0), ("annotated", 0.7), ("newsmtsc", 0.6), ("rusentne", 0.5), ("ner", 0.1),
    ),
)
_LAST = replace(_THIRD, times=(
    ("gold", 1.0), ("plain", 0.4), ("news", 0.6), ("wire", 0.6), ("hard", 1.0), ("desk", 1.0), ("standoff", 1.0), ("annotated", 0.8),
    ("newsmtsc", 0.5), ("rusentne", 0.4), ("ner", 0.05),
))
# Each stage goes on from the one before with a fresh schedule. Recipes of one stage start from the same weights, see the sentences in
# another order, and the mean of their weights goes on: steadier than either.
STAGES = (
    (Recipe(),),
    (Recipe(
        epochs=2, encoder_rate=8e-5, head_rate=5e-4,
        times=(("gold", 1.0), ("plain", 1.5), ("annotated", 1.0), ("newsmtsc", 0.5), ("rusentne", 0.5), ("ner", 0.15)),
    ),),
    (_THIRD, replace(_THIRD, seed=7)),
    (_LAST, replace(_LAST, seed=7)),
)


def _epoch(corpus: Corpus, recipe: Recipe, epoch: int) -> list[Example]:
    """The examples of one epoch, roughened and with continued quotations among them; the same for the same seed."""
    rng = random.Random(f"{recipe.seed}-{epoch}")
    times = dict(recipe.times)
    out = []
    for example in (e for e in corpus.train if e.source in times):
        whole, rest = divmod(times[example.source], 1)
        for _ in range(int(whole) + (rng.random() < rest)):
            swapped = recipe.swap_share and example.complete and rng.random() < recipe.swap_share
            out.append(roughen(swap_states(example, rng) if swapped else example, rng))
        if example.complete and (quotation := continued_quotation(example)):
            out.append(quotation)
    return out


def loss_of(logits: dict[str, torch.Tensor], batch: Batch, recipe: Recipe) -> dict[str, torch.Tensor]:
    """Loss of each task that the batch has labels for, averaged over its labels."""
    losses = {}
    for name in ("tags", "entities"):
        labels = getattr(batch, name)
        if (labels != IGNORED).any():
            losses[name] = F.cross_entropy(logits[name].flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    if not len(batch.pool):
        return losses
    labelled = ~batch.stance.isnan().any(1)
    if labelled.any():
        pooled = batch.pool[labelled] @ logits["stance"].flatten(0, 1)
        weights = torch.tensor(recipe.stance_weights)
        losses["stance"] = F.binary_cross_entropy_with_logits(pooled, batch.stance[labelled], pos_weight=weights)
    for name in ("sentiment", "rusentne"):
        labels = getattr(batch, name)
        if (labels != IGNORED).any():
            head = "sentiment" if recipe.one_sentiment else name
            pooled = batch.pool @ logits[head].flatten(0, 1)
            weights = torch.tensor(recipe.sentiment_weights)
            losses[name] = F.cross_entropy(pooled, labels, ignore_index=IGNORED, weight=weights)
    return losses


def hide(batch: Batch, share: float) -> None:
    """Hides a share of the tokens of about every second sentence, so that no single word decides."""
    hidden = (torch.rand(batch.ids.shape) < share) & (torch.rand(len(batch.ids), 1) < 0.5)
    batch.ids[hidden & (batch.ids > SEP)] = UNKNOWN


def _task_weights(recipe: Recipe) -> dict[str, float]:
    """What each task's loss counts. RuSentNE's convention of sentiment is not ours: in the exported head it counts less."""
    rusentne = 0.2 if recipe.one_sentiment else 0.4
    return {"tags": recipe.tags_weight, "stance": 1.5, "sentiment": 0.7, "rusentne": rusentne, "entities": 0.3}


def _optimizer(model: StanceModel, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; lower layers learn more slowly, fresh heads faster."""
    depth = len(model.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if name.startswith("layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("word", "position", "norm")):
            rate = recipe.encoder_rate * recipe.layer_decay**depth
        else:
            rate = recipe.head_rate
        decay = recipe.weight_decay if parameter.ndim > 1 and not name.startswith(("word", "position")) else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()], fused=True
    )


def mean_of(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of networks' weights, name by name."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def train(model: StanceModel, tokenizer: Tokenizer, corpus: Corpus, recipe: Recipe, checkpoint: Path, max_length: int,
          save_every: float = 300) -> int:
    """Trains `model` in place. `checkpoint` is written every `save_every` seconds and taken up if it is of this recipe.
    Returns the number of steps."""
    optimizer, task_weights = _optimizer(model, recipe), _task_weights(recipe)
    encoded = [
        [features(tokenizer, e, max_length) for e in _epoch(corpus, recipe, epoch)] for epoch in range(recipe.epochs)
    ]
    plan = [b for epoch, rows in enumerate(encoded) for b in batches(rows, recipe.budget, random.Random(f"{recipe.seed}b{epoch}"))]
    warmup = max(1, int(recipe.warmup * len(plan)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: s / warmup if s < warmup else 0.5 * (1 + math.cos(math.pi * (s - warmup) / max(1, len(plan) - warmup))),
    )
    step = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        if state["recipe"] == recipe and state["steps"] == len(plan):
            model.load_state_dict(state["model"])
            optimizer.load_state_dict(state["optimizer"])
            schedule.load_state_dict(state["schedule"])
            step = state["step"]
            log.info("went on from step %d of %d", step, len(plan))

    def save() -> None:
        partial = checkpoint.with_suffix(".partial")
        torch.save({"recipe": recipe, "steps": len(plan), "step": step, "model": model.state_dict(),
                    "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}, partial)
        partial.replace(checkpoint)

    model.train()
    saved = time.monotonic()
    running: dict[str, float] = {}
    bf16 = torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
    progress = tqdm(total=len(plan), initial=step, unit="step", mininterval=10)
    for rows in plan[step:]:
        torch.manual_seed(recipe.seed + step)  # dropout does not depend on where a run was interrupted
        batch = Batch.of(rows)
        hide(batch, recipe.hidden_share)
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            logits = model(batch.ids, batch.mask)
        losses = loss_of(logits, batch, recipe)
        step += 1
        if losses:
            sum(task_weights[name] * value for name, value in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        schedule.step()
        for name, value in losses.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        progress.update()
        progress.set_postfix({k: f"{v:.3f}" for k, v in running.items()}, refresh=False)
        if time.monotonic() - saved > save_every:
            save()
            saved = time.monotonic()
    progress.close()
    save()
    return len(plan)
