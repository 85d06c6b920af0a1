"""Tests of the training code that need no training."""

import hashlib
import json
import random
from itertools import pairwise

import numpy as np
import pytest
import torch

import augment
import data
import evaluate
import notation
from clean import clean
from features import BEGIN, IGNORED, INSIDE, OUTSIDE, Batch, Tokens, features, tokenize
from make import smoke_corpus
from train import hide
from vocab import SPECIAL, wordpiece


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("می‌خواهد", "میخواهد"),
        ("كتابي", "کتابی"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("“a” – b", '"a" - b'),
        ("cafe\u0301  x", "café x"),
        ("\u200f\x00", ""),
    ],
)
def test_clean(text: str, want: str) -> None:
    cleaned, starts, ends = clean(text)
    assert cleaned == want
    assert len(starts) == len(ends) == len(cleaned)
    assert all(0 <= a < b <= len(text) for a, b in zip(starts, ends, strict=True))
    assert starts == sorted(starts)


def test_notation_reads_spans_and_joins_mentions_of_one_actor() -> None:
    text, actors = notation.parse("[[Orlan|HD|n|1]] said [[he|HD|n|1]] would strike unless [[Tavia|-|0]] withdrew.")
    assert text == "Orlan said he would strike unless Tavia withdrew."
    assert [[text[a:b] for a, b in actor.spans] for actor in actors] == [["Orlan", "he"], ["Tavia"]]
    assert actors[0].stance == ["hawkish", "conditional"]
    for bad in ("[[x|Q|0]]", "[[x|H|0|1]] [[y|C|0|1]]", "[[x|H"):
        with pytest.raises(ValueError):
            notation.parse(bad)


def test_groups_keep_an_article_and_its_adaptations_together() -> None:
    assert data._group("tt-_news_455779_Parliament-speaker#8@fa") == data._group("tt-_news_455779_Parliament-speaker#19")
    assert data._group("nm-allsides_3162_1298_10_Rick_Perry_0_5@es") == data._group("nm-allsides_3162_1298_44_X_1_2")
    assert data._group("fars-27761037-6#0") == data._group("fars-27761037-2#1")


def test_standoff_labels_meet_their_text(tmp_path) -> None:
    text = "Orlan warned Tavia."
    (tmp_path / "newsmtsc").mkdir()
    source = tmp_path / "newsmtsc" / "train.jsonl"
    source.write_text(json.dumps({"sentence_normalized": "Tavia slept."}) + "\n" + json.dumps({"sentence_normalized": "— " + text}) + "\n")
    actors = [{"spans": [[0, 5]], "stance": ["hawkish"], "sentiment": "neutral"}]
    digest = hashlib.sha256(text.encode()).hexdigest()
    row = {"id": "en-newsmtsc-1", "lang": "en", "source": "newsmtsc", "row": 1, "span": [2, 21], "sha256": digest, "actors": actors}
    (tmp_path / "en.jsonl").write_text(json.dumps(row) + "\n")
    (example,) = data.standoff(tmp_path, tmp_path)
    assert (example.text, example.actors[0].stance) == (text, ["hawkish"])
    source.write_text(source.read_text().replace("warned", "thanked"))
    with pytest.raises(ValueError, match="en-newsmtsc-1"):
        list(data.standoff(tmp_path, tmp_path))


def test_standoff_sets_are_fit() -> None:
    files = sorted((data.OWN / "standoff").glob("*.jsonl"))
    assert files
    for row in (row for path in files for row in data.rows(path)):
        assert "text" not in row, "the texts stay with their sources"
        length = row["span"][1] - row["span"][0]
        spans = sorted(span for actor in row["actors"] for span in actor["spans"])
        assert all(0 <= a < b <= length for a, b in spans), row["id"]
        assert all(one[1] <= two[0] for one, two in pairwise(spans)), row["id"]
        assert {label for actor in row["actors"] for label in actor["stance"]} <= set(data.STANCES)
        assert {actor["sentiment"] for actor in row["actors"]} <= set(data.SENTIMENTS)


def test_gold_keeps_its_splits() -> None:
    splits = {split: list(data.own("gold", split)) for split in ("train", "dev", "test")}
    assert all(splits.values())
    assert not {e.group for e in splits["train"]} & {e.group for e in splits["dev"] + splits["test"]}
    assert all(e.text[a:b].strip() for e in splits["dev"] for actor in e.actors for a, b in actor.spans)


def test_hiding_leaves_the_frame_and_the_labels() -> None:
    torch.manual_seed(0)
    ids = torch.tensor([[2, *range(10, 60), 3, 0, 0]] * 8)
    nothing = torch.zeros(0)
    batch = Batch(ids.clone(), ids != 0, nothing, nothing, nothing, nothing, nothing, nothing)
    hide(batch, 0.5)
    hidden = batch.ids != ids
    assert (batch.ids[hidden] == 1).all()
    assert not hidden[:, [0, -3, -2, -1]].any()
    assert 0 < hidden.any(1).sum() < 8


def test_continued_quotation_keeps_the_speaker_apart() -> None:
    text = 'Orlan said: "We will never accept a word of what Tavia demands from us today."'
    actors = [data.Actor([(0, 5)], ["hawkish"], "neutral"), data.Actor([(text.index("Tavia"), text.index("Tavia") + 5)], [], "neutral")]
    quotation = augment.continued_quotation(data.Example(text, "en", "annotated", "g", actors))
    assert quotation is not None
    assert quotation.speaker is actors[0]
    assert [quotation.text[a:b] for a, b in quotation.actors[0].spans] == ["Tavia"]


def test_swapped_states_keep_labels_and_particles() -> None:
    text = "قالت فرنسا إنها ستنسحب، وإيران ترحب"
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("فرنسا", "إنها", "وإيران")]
    actors = [data.Actor(spans[:2], ["hawkish"], "neutral"), data.Actor(spans[2:], ["conciliatory"], "neutral")]
    rng = random.Random(3)
    for _ in range(20):
        swapped = augment.swap_states(data.Example(text, "ar", "gold", "g", actors), rng)
        (france, she), (iran,) = ([swapped.text[a:b] for a, b in actor.spans] for actor in swapped.actors)
        assert she == "إنها"
        assert iran[0] == "و" and iran[1:] in augment.state_names()["ar"]
        assert france in augment.state_names()["ar"]
        assert swapped.text.replace(france, "فرنسا", 1).replace(iran, "وإيران") == text
    nobody = data.Example("Orlan spoke.", "en", "gold", "g", [data.Actor([(0, 5)], [], "neutral")])
    assert augment.swap_states(nobody, rng) == nobody


@pytest.fixture(scope="module")
def tokenizer():
    letters = [*"abcdefghijklmnopqrstuvwxyz"]
    return wordpiece([*SPECIAL, *letters, *("##" + c for c in letters), "美", "##美", "##国", ".", "'"])


def test_tags_lie_on_the_first_piece_of_a_word_and_on_every_han_character(tokenizer) -> None:
    row = features(tokenizer, data.Example("ab c", "en", "annotated", "g", [data.Actor([(0, 4)], [], "neutral")]), 64)
    assert row.tags == [IGNORED, BEGIN, IGNORED, INSIDE, IGNORED]
    row = features(tokenizer, data.Example("x美国", "zh", "annotated", "g", [data.Actor([(1, 3)], [], "neutral")]), 64)
    assert row.tags == [IGNORED, OUTSIDE, BEGIN, INSIDE, IGNORED]


def test_decoding_takes_whole_words(tokenizer) -> None:
    tokens = tokenize(tokenizer, "ab c d", 64)
    tags = np.full((len(tokens.ids), 3), -5.0)
    for i, tag in enumerate([OUTSIDE, BEGIN, OUTSIDE, INSIDE, BEGIN, OUTSIDE]):
        tags[i, tag] = 5
    assert evaluate.decode(tokens, tags, 0.0) == [(0, 4), (5, 6)]
    assert evaluate.decode(tokens, tags, 100.0) == []


def test_matching_is_one_to_one() -> None:
    assert evaluate.matched([(0, 3), (2, 5)], [(0, 5)]) == 1
    assert evaluate.matched([(0, 5)], [(0, 5), (6, 8)], exact=True) == 1


def test_interval_contains_the_figure() -> None:
    rng = np.random.default_rng(0)
    n = 300
    gold = (rng.random((n, 3)) < 0.3).astype(float)
    logits = np.where(rng.random((n, 3)) < 0.8, gold * 2 - 1, rng.normal(size=(n, 3)))
    tokens = [Tokens([2, 3], [(0, 0)] * 2, [False] * 2)] * n
    pooled = evaluate.Pooled(
        ["en"] * n, np.arange(n), logits, np.zeros((n, 3)), gold, np.full(n, -1), tokens, [np.zeros((2, 3))] * n, [[]] * n, ["en"] * n
    )
    low, high = evaluate.interval(pooled, evaluate.Calibration())
    assert low <= evaluate.report(pooled, evaluate.Calibration())["stance"]["macro_f1"] <= high


def test_offsets_make_probabilities_true() -> None:
    rng = np.random.default_rng(1)
    p = rng.random((20_000, 3))
    gold = (rng.random(p.shape) < p).astype(float)
    n = len(p)
    logits = 1.5 * np.log(p / (1 - p)) + [0.4, 0.7, 1.1]  # too sure of themselves, and moved up
    pooled = evaluate.Pooled(["en"] * n, np.arange(n), logits, np.zeros((n, 3)), gold, np.full(n, -1), [], [], [], [])
    np.testing.assert_allclose(evaluate.stance_offsets(pooled), [-0.4, -0.7, -1.1], atol=0.1)


def test_smoke_sentences_are_well_formed() -> None:
    corpus = smoke_corpus()
    assert {e.lang for e in corpus.dev} == {"en", "fa", "prs", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh"}
    assert {s for e in corpus.dev for a in e.actors for s in a.stance} == set(data.STANCES)
