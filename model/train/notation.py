"""The codebook's inline notation: `[[mention|stance|sentiment]]`, with a fourth field where an actor has several mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from data import Actor

_MARK = re.compile(r"\[\[([^\[\]|]+)\|([HCD]+|-)\|([n0p])(?:\|(\w+))?\]\]")
_STANCE = {"H": "hawkish", "C": "conciliatory", "D": "conditional"}
_SENTIMENT = {"n": "negative", "0": "neutral", "p": "positive"}


def parse(line: str) -> tuple[str, list[Actor]]:
    """Text and actors of one marked sentence; spans in code points. ValueError where the marks are not well formed."""
    text, at = "", 0
    actors: dict[str, Actor] = {}
    for number, mark in enumerate(_MARK.finditer(line)):
        text += line[at : mark.start()]
        at = mark.end()
        mention, stance, sentiment, key = mark.groups()
        span = (len(text), len(text) + len(mention))
        text += mention
        labels = ([_STANCE[c] for c in stance if c != "-"], _SENTIMENT[sentiment])
        actor = actors.setdefault(key or f"#{number}", Actor([], *labels))
        if (actor.stance, actor.sentiment) != labels:
            raise ValueError(f"actor {key} has two label sets in: {line}")
        actor.spans.append(span)
    text += line[at:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"a mark is not well formed in: {line}")
    return text, list(actors.values())


def sentences(path: Path) -> Iterator[tuple[str, str]]:
    """Language and marked sentence of each line of a file; eval/labelled/notation.go reads the same, with all of its fields."""
    lang = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("%lang:"):
            lang = line.split(":", 1)[1].strip()
        elif line and not line.startswith(("#", "%")):
            yield lang, line.rsplit("\t", 1)[-1]
