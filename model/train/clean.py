"""The text cleaner: what the tokenizer sees of a sentence, and where each rune came from.

The Go package `model` has the same rules (model/clean.go); shared vectors in model/testdata hold the two together.
All offsets are code points.
"""

from __future__ import annotations

import unicodedata

# Tatweel, Arabic vowel marks and Quranic signs, Hebrew points: written or not at the writer's whim.
_RANGES = [
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640),
    (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED),
]
_DROPPED = frozenset(chr(c) for first, last in _RANGES for c in range(first, last + 1))

_MAPPED = {
    **dict.fromkeys("يى", "ی"),
    "ك": "ک",
    **dict.fromkeys("‘’‚‛‹›′׳", "'"),
    **dict.fromkeys("“”„‟«»″״「」『』", '"'),
    **dict.fromkeys("‐‑‒–—―−־", "-"),
}


def _dropped(c: str) -> bool:
    """Reports whether the cleaner drops c: controls (but white space), format characters, marks above."""
    return c in _DROPPED or (unicodedata.category(c) in ("Cc", "Cf") and not c.isspace())


def clean(text: str) -> tuple[str, list[int], list[int]]:
    """Returns the cleaned text and, for each of its code points, the source range [start, end) it came from.

    A base character and the combining characters after it (canonical combining class above 0) are composed
    together, so that decomposed text reads like composed text. Runs of white space become one space that stands
    for the first of them.
    """
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i, n = 0, len(text)
    while i < n:
        if _dropped(text[i]):
            i += 1
            continue
        cluster, start, end = text[i], i, i + 1
        i += 1
        while i < n and (_dropped(text[i]) or unicodedata.combining(text[i])):
            if not _dropped(text[i]):
                cluster, end = cluster + text[i], i + 1
            i += 1
        for c in unicodedata.normalize("NFKC", cluster):
            if _dropped(c):
                continue
            c = _MAPPED.get(c, c)
            if c.isspace():
                if out and out[-1] == " ":
                    continue
                c = " "
            out.append(c)
            starts.append(start)
            ends.append(end)
    return "".join(out), starts, ends
