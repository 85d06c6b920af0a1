"""Writes the vectors that hold Go and Python together: what the cleaner, the tokenizer and the model make of some lines."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from clean import clean
from evaluate import Scorer
from features import tokenize

# Where the cleaner's rules meet: half-spaces, vowel marks, ligatures, decomposed accents, controls, quotes, odd spaces.
_HARD = [
    "", " ", "\t\n", "a", "\u200c", "می‌خواهد و نمي خواهد", "كتابي عن كندا وعلى", "مُحَمَّدٌ رَسُولٌ", "الـــعـــراق", "بِسْمِ ﷲ ﷺ ﻻ ﷼",
    "שָׁלוֹם עֲלֵיכֶם", 'ארה״ב ומנכ"ל צה״ל', "e\u0301tat d’e\u0301lite", "Ａ１　全角", "“quoted” ‘single’ «angles» „low“", "a–b—c−d‐e",
    "x\u00a0\u2009y\u2028z", "a\x00b\x1fc\x1cd\x85e", "\u202bמימין\u202c לשמאל", "U+FEFF:\ufeffstart", "ﬁnance ½ ² ℃ …", "İstanbul IĞDIR ışık",
    "Й й Ё ё и\u0306", "ё\u0301", "中国。外交部：「反对」", "他说:“会谈”…", "😀 emoji 👩‍👩‍👧", "\u0301lonely mark", "ۀ هٔ آ ا\u0653 ؤ", "ټول ډېر ښه ځواک",
]


def _write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def write(folder: Path, tokenizer: Tokenizer, scorer: Scorer, texts: list[str], max_length: int) -> None:
    """Writes clean_vectors, token_vectors and score_vectors .jsonl; ranges are code points of `text`."""
    cleaned = []
    for text in [*_HARD, *texts]:
        out, starts, ends = clean(text)
        cleaned.append({"text": text, "clean": out, "start": starts, "end": ends})
    _write(folder / "clean_vectors.jsonl", cleaned)
    rows = []
    for text in [*_HARD, *texts]:
        tokens = tokenize(tokenizer, text, max_length)
        rows.append({"text": text, "ids": tokens.ids, "ranges": tokens.ranges[1:-1], "unit": tokens.unit[1:-1]})
    _write(folder / "token_vectors.jsonl", rows)
    tokens = [tokenize(tokenizer, text, max_length) for text in texts]
    rows = []
    for text, tok, logits in zip(texts, tokens, scorer(tokens), strict=True):
        values = {head: np.round(logits[head].astype(float), 4).tolist() for head in ("tags", "stance", "sentiment")}
        rows.append({"text": text, "ids": tok.ids, **values})
    _write(folder / "score_vectors.jsonl", rows)
