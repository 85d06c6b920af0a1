"""Reads the labelled sets into examples: sentences with actors, and the article each one belongs to.

Every reader yields `Example`s whose offsets are code points of `text`. The development split is taken by article (or by the
nearest thing to one that a set keeps), so that no sentence has a neighbour or an adaptation on the other side.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STANCES = ["hawkish", "conciliatory", "conditional"]
SENTIMENTS = ["negative", "neutral", "positive"]
DEV_SHARE = 0.15
OWN = Path(__file__).resolve().parents[2] / "datasets"
EXTRA = ("plain", "news", "wire", "hard", "desk")  # of the project's own sets, those that are for training only


@dataclass
class Actor:
    """One actor of a sentence: spans [start, end) in code points; None where a set has no such label."""

    spans: list[tuple[int, int]]
    stance: list[str] | None
    sentiment: str | None


@dataclass
class Example:
    """A sentence with its labels. `complete`: every mention is marked, so that the tags can be learnt."""

    text: str
    lang: str
    source: str  # gold, plain, news, wire, hard, desk, standoff, annotated, newsmtsc, rusentne or ner
    group: str  # the article: what a split may not cut through
    actors: list[Actor]
    complete: bool = True
    speaker: Actor | None = None  # label of [CLS]: who says this quotation, not named in it
    entities: list[tuple[int, int]] = field(default_factory=list)  # spans of named entities, source ner only


def is_dev(group: str) -> bool:
    """Reports whether an article belongs to the development split: a hash of its name decides, once for all."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) / 0x100000000 < DEV_SHARE


def _group(identifier: str) -> str:
    """The article that an id of annotated/ belongs to; an adaptation belongs to that of its model."""
    base = identifier.split("@")[0]
    if base.startswith("nm-"):
        return "-".join(["nm", *re.findall(r"\d+", base)[:2]])
    if base.startswith(("nemo-", "wj-")):  # numbered through: neighbours come from one article
        return f"{base.rsplit('-', 1)[0]}-block{int(base.rsplit('-', 1)[1]) // 25}"
    if base.startswith("fars-"):
        return re.sub(r"-\d+$", "", base.split("#")[0])
    if base.startswith("un-"):
        return base.split("_spch")[0]
    return base.split("#")[0]


def rows(path: Path) -> Iterator[dict]:
    """The objects of a JSON Lines file."""
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def _actors(row: dict) -> list[Actor]:
    """The actors of a row of annotated/ or of the project's own sets."""
    return [Actor([tuple(s) for s in a["spans"]], a.get("stance"), a.get("sentiment")) for a in row["actors"]]


def annotated(folder: Path) -> Iterator[Example]:
    """The sentences labelled by hand after the codebook."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in rows(path):
            yield Example(row["text"], row["lang"], "annotated", _group(row["id"]), _actors(row))


def own(source: str, split: str) -> Iterator[Example]:
    """One split of the project's own sentences: of gold or of one that is for training only."""
    for path in sorted((OWN / source).glob("*.jsonl")):
        for row in rows(path):
            if row["split"] == split:
                yield Example(row["text"], row["lang"], source, f"{row['lang']}-{row['scenario']}", _actors(row))


def newsmtsc(path: Path) -> Iterator[Example]:
    """NewsMTSC: persons named in news and how the sentence portrays them (polarity 2, 4, 6)."""
    for row in rows(path):
        actors = [
            Actor([(t["from"], t["to"])], None, {2.0: "negative", 4.0: "neutral", 6.0: "positive"}[t["polarity"]])
            for t in row["targets"]
        ]
        group = _group("nm-" + row["primary_gid"])
        yield Example(row["sentence_normalized"], "en", "newsmtsc", group, actors, complete=False)


def _table(path: Path) -> Iterator[dict]:
    """The rows of a table with tabs and a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def rusentne(path: Path) -> Iterator[Example]:
    """RuSentNE: an entity of a sentence and its sentiment; rows of one sentence are joined."""
    sentences: dict[str, Example] = {}
    for row in _table(path):
        text = row["sentence"]
        example = sentences.setdefault(text, Example(text, "ru", "rusentne", "ru:" + text, [], complete=False))
        span = (int(row["entity_pos_start_rel"]), int(row["entity_pos_end_rel"]))
        example.actors.append(Actor([span], None, SENTIMENTS[int(row["label"]) + 1]))
    yield from sentences.values()


_ENTITY_SETS = {  # language, file, what stands between a word and its tag
    "parstwiner": ("fa", "train.txt", "\t"), "nemo_hebrew": ("he", "train.bmes", " "), "wojood_sample": ("ar", "train.txt", " "),
}


def entities(data: Path, source: str) -> Iterator[Example]:
    """Named entities of one of _ENTITY_SETS: persons, organisations, nations, parties, occupations."""
    wanted = {"PER", "PERS", "ORG", "GPE", "NAT", "POG", "NORP", "OCC"}
    lang, name, separator = _ENTITY_SETS[source]
    for number, block in enumerate(re.split(r"\n\s*\n", (data / source / name).read_text("utf-8").strip())):
        text, spans, inside = "", [], False
        for line in block.splitlines():
            word, _, tag = line.strip().rpartition(separator)
            if not word:
                continue
            start = len(text) + bool(text)
            text += (" " if text else "") + word
            prefix, _, kind = tag.partition("-")
            if kind not in wanted:
                inside = False
                continue
            if prefix in "BS" or not inside:
                spans.append((start, len(text)))
            else:
                spans[-1] = (spans[-1][0], len(text))
            inside = True
        if text:
            yield Example(text, lang, "ner", f"{source}-{number}", [], complete=False, entities=spans)


def articles(path: Path) -> Iterator[str]:
    """The texts of a gzipped file of raw news articles."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield row["text"] if "text" in row else " ".join([row.get("title") or "", *row["paragraphs"]])


def news_text(data: Path) -> Iterator[str]:
    """Raw news articles, for counting pieces."""
    for name in ("tehran_times", "fars_news_2008"):
        yield from articles(data / f"{name}.jsonl.gz")


def _texts(data: Path, source: str) -> list[str]:
    """The texts of a public source in its own order: what the rows of standoff/ point into."""
    if source == "newsmtsc":
        return [row["sentence_normalized"] for row in rows(data / source / "train.jsonl")]
    if source == "rusentne":
        return [row["sentence"] for row in _table(data / source / "train.csv")]
    if source == "arabic_event_gsr":
        files = [data / source / f"{kind}_spans.json" for kind in ("assault", "protest")]
        return [row["text"] for path in files for row in json.loads(path.read_text("utf-8"))]
    if source in _ENTITY_SETS:
        return [example.text for example in entities(data, source)]
    return list(articles(data / f"{source}.jsonl.gz"))


def standoff(folder: Path, data: Path) -> Iterator[Example]:
    """The project's labels of sentences that public sources keep: `folder` says where each stands, `data` has its text.

    Raises ValueError where a text under `data` is not the one that was labelled.
    """
    texts: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for row in rows(path):
            source, (start, end) = row["source"], row["span"]
            if source not in texts:
                texts[source] = _texts(data, source)
            text = texts[source][row["row"]][start:end] if row["row"] < len(texts[source]) else ""
            if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                raise ValueError(f"{path}: {row['id']}: {source} under {data} is not the version that was labelled")
            yield Example(text, row["lang"], "standoff", f"{source}-{row['row']}", _actors(row))


@dataclass
class Corpus:
    """Everything the model learns from and is tuned on."""

    train: list[Example]
    dev: list[Example]  # labelled after the codebook: of gold and of annotated/
    standoff_dev: list[Example]  # real sentences, by the codebook; nothing is tuned on them
    newsmtsc_dev: list[Example]
    rusentne_dev: list[Example]


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def load(data: Path) -> Corpus:
    """Reads the project's own sentences, which say their split, and every set under `data` (see its README), split by article."""
    train = [example for source in ("gold", *EXTRA) for example in own(source, "train")]
    dev, standoff_dev, rusentne_dev = list(own("gold", "dev")), [], []
    held_out: set[str] = set()  # letters of the development split's sentences: some stand in several sets
    for example in annotated(data / "annotated"):
        # RuSentNE's sentences stand in two sets under two names: their own text is the name both share.
        if example.group.startswith("ru-"):
            example.group = "ru:" + example.text
        if is_dev(example.group):
            dev.append(example)
            held_out.add(_letters(example.text))
        else:
            train.append(example)
    for example in newsmtsc(data / "newsmtsc" / "train.jsonl"):
        if not is_dev(example.group):
            train.append(example)
    for example in rusentne(data / "rusentne" / "train.csv"):
        (rusentne_dev if is_dev(example.group) else train).append(example)
    for example in standoff(OWN / "standoff", data):
        (standoff_dev if is_dev(example.group) else train).append(example)
    train.extend(example for source in _ENTITY_SETS for example in entities(data, source))
    train = [example for example in train if _letters(example.text) not in held_out]
    return Corpus(train, dev, standoff_dev, list(newsmtsc(data / "newsmtsc" / "dev.jsonl")), rusentne_dev)
