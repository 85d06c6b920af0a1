"""Cuts the base's vocabulary to the project's 13 languages and rebuilds it as cased WordPiece over cleaned text.

A Unigram piece "▁x" becomes the word start "x", a piece "x" the continuation "##x"; both keep the piece's embedding.
What the WordPiece tokenizer would miss is filled from the nearest piece: a letter has a word-start and a continuation form, a
Chinese word likewise, and punctuation stands alone.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from base import Base
from clean import clean

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
_SPECIAL_PIECES = ["<pad>", "<unk>", "<s>", "</s>", "<mask>"]
LANGUAGES = ["en", "fa", "prs", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh"]
_WORDFREQ = ["en", "fa", "ar", "he", "ur", "tr", "ru", "uk", "fr", "es", "zh"]  # it has no Pashto and no Dari
_PASHTO = set("ټډړږښګڼېۍځڅ")
# Chinese words with one of these would glue an actor to what is not one ("但他", "在美国"): they stay single characters.
_LOOSE = set("他她它我你们的在与和对及向将")
_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "DIGIT")


def wordpiece(vocabulary: list[str]) -> Tokenizer:
    """The tokenizer of the bundle, over cleaned text: the reference that the Go package must equal."""
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def is_han(c: str) -> bool:
    """Reports whether c is a Han character: those of the basic block and extension A, and compatibility forms."""
    return "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or "\uf900" <= c <= "\ufaff"


def _is_punctuation(c: str) -> bool:
    """What BertPreTokenizer splits off as a token of its own."""
    return unicodedata.category(c).startswith("P") or (c.isascii() and not c.isalnum() and not c.isspace())


def count_pieces(base: Base, texts: Iterable[str], words_per_language: int) -> Counter[int]:
    """How often each piece of the base occurs in the texts and in the commonest words of each language."""
    import wordfreq

    unigram = Tokenizer(models.Unigram(list(zip(base.pieces, base.scores, strict=True)), unk_id=3))
    unigram.pre_tokenizer = pre_tokenizers.Metaspace()
    counts: Counter[int] = Counter()
    for language in _WORDFREQ:
        words = wordfreq.top_n_list(language, words_per_language)
        for rank, encoding in enumerate(unigram.encode_batch([clean(w)[0] for w in words])):
            weight = 1 + 20000 // (rank + 100)  # Zipf: a common word's pieces matter more
            for piece in encoding.ids:
                counts[piece] += weight
        for word, encoding in zip(words, unigram.encode_batch([w.capitalize() for w in words[:20000]]), strict=False):
            if word.isascii() or language in ("ru", "uk", "tr", "fr", "es"):
                counts.update(encoding.ids)
    for encoding in unigram.encode_batch([clean(t)[0] for t in texts]):
        for piece in encoding.ids:
            counts[piece] += 3
    for i, piece in enumerate(base.pieces):
        if len(piece) <= 5 and _PASHTO & set(piece):
            counts[i] += 3
    return counts


def build(base: Base, counts: Counter[int], size: int) -> tuple[list[str], np.ndarray]:
    """The WordPiece vocabulary, at most `size` entries, and its embeddings [len, hidden] float32."""
    embeddings = base.tensors["emb.word"]
    row = {piece: i for i, piece in enumerate(base.pieces)}
    row["<mask>"] = 250001
    entries: dict[str, int] = {s: row[p] for s, p in zip(SPECIAL, _SPECIAL_PIECES, strict=True)}

    def add(entry: str, source: int) -> None:
        if entry and entry != "##" and entry not in entries and len(entries) < size:
            entries[entry] = source

    def forms(piece: str) -> list[str]:
        """WordPiece entries that a Unigram piece stands for; none where the pre-tokenizer would cut it."""
        starts = piece.startswith("▁")
        text = clean(piece.removeprefix("▁"))[0]
        if not text or " " in text or (len(text) > 1 and any(_is_punctuation(c) for c in text)):
            return []
        if len(text) == 1 and _is_punctuation(text):
            return [text]
        if all(is_han(c) for c in text):
            if len(text) > 1 and _LOOSE & set(text):
                return []
            return [text, "##" + text]
        return [text] if starts else ["##" + text]

    # Every letter of the scripts first, both ways: with them no word of the 13 languages is unknown.
    for i, piece in enumerate(base.pieces):
        bare = piece.removeprefix("▁")
        if len(bare) != 1:
            continue
        name = unicodedata.name(bare, "")
        if is_han(bare) or _is_punctuation(bare) or name.split(" ")[0] in _SCRIPTS or unicodedata.category(bare)[0] == "S":
            text = clean(bare)[0]
            if len(text) == 1:
                better = row.get("▁" + bare, i) if not _is_punctuation(text) else i
                add(text, better)
                if not _is_punctuation(text):
                    add("##" + text, row.get(bare, i))
    for i, _ in counts.most_common():
        for entry in forms(base.pieces[i]):
            add(entry, i)
    vocabulary = list(entries)
    return vocabulary, embeddings[[entries[e] for e in vocabulary]].copy()
