"""Makes further training sentences of labelled ones: other names, a quotation alone, letters as the wild writes them."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from data import OWN, Actor, Example, rows

_QUOTES = re.compile(r'"([^"]{25,})"|“([^“”]{25,})”|«([^«»]{25,})»|„([^„“”]{25,})[“”]|「([^「」]{12,})」')


def continued_quotation(example: Example) -> Example | None:
    """The quotation of a sentence without the words that name its speaker: a sentence whose speaker [CLS] must carry.

    Only where exactly one actor stands outside of the quotation, so that the speaker is beyond doubt.
    """
    found = _QUOTES.search(example.text)
    if not found:
        return None
    group = next(i for i, text in enumerate(found.groups(), 1) if text)
    start, end = found.span(group)
    inside, outside = [], []
    for actor in example.actors:
        spans = [(a - start, b - start) for a, b in actor.spans if start <= a and b <= end]
        if spans:
            inside.append(Actor(spans, actor.stance, actor.sentiment))
        if any(b <= start or a >= end for a, b in actor.spans):
            outside.append(actor)
    if len(outside) != 1:
        return None
    return Example(example.text[start:end], example.lang, example.source, example.group, inside, speaker=outside[0])


def roughen(example: Example, rng: random.Random) -> Example:
    """The sentence as the wild writes it, length unchanged: half-spaces lost to spaces, a headline in capitals.
    (Arabic letters for Persian ones are the cleaner's business.)"""
    text = example.text
    if "\u200c" in text and rng.random() < 0.3:
        text = text.replace("\u200c", " ")
    if example.lang in ("en", "fr", "es", "ru", "uk", "tr") and rng.random() < 0.03 and len(text.upper()) == len(text):
        text = text.upper()
    return replace(example, text=text)


@cache
def state_names() -> dict[str, list[str]]:
    """By language, the one-word names of states and their capitals in the registry."""
    names: dict[str, set[str]] = {}
    for path in (OWN / "actors" / "states.jsonl", OWN / "actors" / "states_cldr.jsonl"):
        for row in rows(path):
            for lang, aliases in {"en": [row["name"]], **row.get("aliases", {})}.items():
                least = 2 if lang == "zh" else 3
                names.setdefault(lang, set()).update(a for a in aliases if " " not in a and len(a) >= least)
    return {lang: sorted(values) for lang, values in names.items()}


@cache
def _known(lang: str) -> frozenset[str]:
    return frozenset(state_names().get(lang, ()))


_PARTICLES = {"ar": "وفبلك", "he": "ובלמשהכ"}  # written as one word with what follows


def swap_states(example: Example, rng: random.Random) -> Example:
    """The sentence with other states in the place of those that it names: what an actor does must be read, not known from who he is.

    Only whole mentions are swapped, each name for one other; a particle that is joined to it stays.
    """
    names, known = state_names().get(example.lang, []), _known(example.lang)
    spans = sorted(span for actor in example.actors for span in actor.spans)
    if any(a[1] > b[0] for a, b in pairwise(spans)):
        return example
    swapped: dict[str, str] = {}
    text, at, moved = "", 0, {}
    for start, end in spans:
        mention = example.text[start:end]
        particle = mention[:1] if mention not in known and mention[:1] in _PARTICLES.get(example.lang, "") else ""
        name = mention[len(particle) :]
        text += example.text[at:start]
        if name in known:
            while name not in swapped or (particle == "ل" and swapped[name].startswith("ال")):
                swapped[name] = rng.choice(names)
            mention = particle + swapped[name]
        moved[start, end] = (len(text), len(text) + len(mention))
        text += mention
        at = end
    actors = [replace(actor, spans=[moved[span] for span in actor.spans]) for actor in example.actors]
    return replace(example, text=text + example.text[at:], actors=actors)
