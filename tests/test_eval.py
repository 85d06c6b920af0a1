"""The figures of `stance eval`, computed a second time from its predictions, by other people's code: scikit-learn and SciPy.

What both must agree on is fixed in README, "How far to trust it". Sets that are only there on some machines are used where they are.
"""

import json
import subprocess
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

ROOT = Path(__file__).parents[1]
STANCES = ["hawkish", "conciliatory", "conditional"]
SENTIMENTS = ["negative", "neutral", "positive"]
# Path and split; sentences of one language, too, where they are in the list.
SETS = [("datasets/gold", "dev"), ("datasets/articles", "dev"), (".cache/dev/annotated.jsonl", ""), (".cache/dev/newsmtsc.jsonl", "")]
LANGUAGES = ["en", "he", "zh"]


class Evaluation:
    """One run of `stance eval` and what it wrote."""

    def __init__(self, path: str, split: str, folder: Path) -> None:
        binary, labels, predictions = ROOT / "bin" / "stance", folder / "labels.jsonl", folder / "predictions.jsonl"
        subprocess.run([binary, "convert", path, labels], cwd=ROOT, check=True, capture_output=True)
        command = [binary, "eval", "--json", "--split", split, "--predictions", predictions, path]
        report = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
        self.figures = report["sets"][0]
        rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
        self.sentences = [row for row in rows if split in ("", row.get("split"))]
        self.predictions = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
        assert [s["id"] for s in self.sentences] == [p["id"] for p in self.predictions]

    def pairs(self, lang: str | None = None):
        """Sentences with their predictions, of one language or all."""
        return [(s, p) for s, p in zip(self.sentences, self.predictions, strict=True) if lang in (None, s.get("lang"))]


@pytest.fixture(scope="module", params=SETS, ids=lambda p: Path(p[0]).name)
def evaluation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    path, split = request.param
    if not (ROOT / path).exists():
        pytest.skip("made by `make eval-dev` where the training data is")
    return Evaluation(path, split, tmp_path_factory.mktemp("eval"))


def close(mine: float, theirs: float) -> None:
    assert abs(mine - theirs) <= 1e-9


def actors(pairs):
    """Labelled actors with what was said of each."""
    return [(a, b) for s, p in pairs for a, b in zip(s["actors"], p["actors"], strict=True)]


def flags(rows) -> np.ndarray:
    return np.array([[name in row["stance"] for name in STANCES] for row in rows], dtype=int).reshape(-1, 3)


def one_hot(sentiments: list[str]) -> np.ndarray:
    return np.array([[x == name for name in SENTIMENTS] for x in sentiments], dtype=int)


def check_labels(rows: np.ndarray, said: np.ndarray, figures: dict, names: list[str]) -> None:
    """Precision, recall, F1 and support of each label of two indicator matrices, and their macro mean."""
    p, r, f, support = precision_recall_fscore_support(rows, said, average=None, zero_division=0)
    for i, name in enumerate(names):
        close(p[i], figures[name]["precision"])
        close(r[i], figures[name]["recall"])
        close(f[i], figures[name]["f1"])
        assert support[i] == figures[name]["support"]
        assert said[:, i].sum() == figures[name]["predicted"]
    present = [i for i in range(3) if rows[:, i].any() or said[:, i].any()]
    macro = f1_score(rows, said, labels=present, average="macro", zero_division=0) if present else 0
    close(macro, figures["macro_f1"])


@pytest.fixture(params=[None, *LANGUAGES])
def part(request: pytest.FixtureRequest, evaluation: Evaluation):
    """A set or one of its languages: pairs and figures."""
    pairs = evaluation.pairs(request.param)
    if not pairs:
        pytest.skip("no sentence in this language")
    return pairs, evaluation.figures["lang"][request.param] if request.param else evaluation.figures


def test_counts(part) -> None:
    pairs, figures = part
    assert figures["sentences"] == len(pairs)
    assert figures["actors"] == sum(len(s["actors"]) for s, _ in pairs)
    assert figures["mentions"] == sum(len(a["spans"]) for s, _ in pairs for a in s["actors"])


def test_stance(part) -> None:
    pairs, figures = part
    rows = [(a, b) for a, b in actors(pairs) if "stance" in a]
    assert ("stance" in figures) == bool(rows)
    if not rows:
        return
    gold, said = flags(a for a, _ in rows), flags(b for _, b in rows)
    check_labels(gold, said, figures["stance"], STANCES)
    close(accuracy_score(gold, said), figures["stance"]["exact_set"])
    weights = np.array([1, 2, 4])
    table = confusion_matrix(gold @ weights, said @ weights, labels=range(8))
    assert table.tolist() == figures["stance"]["confusion"]


def test_sentiment(part) -> None:
    pairs, figures = part
    rows = [(a, b) for a, b in actors(pairs) if "sentiment" in a]
    assert ("sentiment" in figures) == bool(rows)
    if not rows:
        return
    gold, said = [a["sentiment"] for a, _ in rows], [b["sentiment"] for _, b in rows]
    mine = figures["sentiment"]
    check_labels(one_hot(gold), one_hot(said), mine, SENTIMENTS)
    close(f1_score(gold, said, average="macro", zero_division=0), mine["macro_f1"])
    close(f1_score(gold, said, labels=["negative", "positive"], average="macro", zero_division=0), mine["f1_pn"])
    close(accuracy_score(gold, said), mine["accuracy"])
    assert confusion_matrix(gold, said, labels=SENTIMENTS).tolist() == mine["confusion"]


def calibration_error(p: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten equally wide bins."""
    which = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[which == b].mean() - right[which == b].mean()) * (which == b).mean() for b in np.unique(which))


def test_calibration(part) -> None:
    pairs, figures = part
    rows = [(a, b) for a, b in actors(pairs) if "stance" in a]
    if rows:
        p, gold = np.array([b["p_stance"] for _, b in rows]), flags(a for a, _ in rows)
        close(np.mean([calibration_error(p[:, i], gold[:, i]) for i in range(3)]), figures["calibration"]["ece_stance"])
    rows = [(a, b) for a, b in actors(pairs) if "sentiment" in a]
    if rows:
        p, gold = np.array([b["p_sentiment"] for _, b in rows]), np.array([SENTIMENTS.index(a["sentiment"]) for a, _ in rows])
        close(calibration_error(p.max(1), p.argmax(1) == gold), figures["calibration"]["ece_sentiment"])


def matching(found: list, gold: list) -> list[tuple[int, int]]:
    """Pairs of overlapping spans: as many as possible, then as much overlap as possible."""
    if not found or not gold:
        return []
    common = np.array([[max(0, min(b, d) - max(a, c)) for c, d in gold] for a, b in found])
    rows, columns = linear_sum_assignment(np.where(common > 0, 1e6 + common, 0), maximize=True)
    return [(i, j) for i, j in zip(rows, columns, strict=True) if common[i, j] > 0]


def test_mentions_and_end_to_end(part) -> None:
    pairs, figures = part
    found = gold = hits = exact = judged = labelled = right = 0
    for s, p in pairs:
        if not s.get("complete", True):
            continue
        spans = [(span, a) for a in s["actors"] for span in a["spans"]]
        matched = matching([f["span"] for f in p["found"]], [span for span, _ in spans])
        found, gold, hits = found + len(p["found"]), gold + len(spans), hits + len(matched)
        exact += sum(p["found"][i]["span"] == spans[j][0] for i, j in matched)
        without = sum("stance" not in spans[j][1] for _, j in matched)
        judged += len(p["found"]) - without
        labelled += sum("stance" in a for _, a in spans)
        right += sum("stance" in spans[j][1] and set(p["found"][i]["stance"]) == set(spans[j][1]["stance"]) for i, j in matched)
    assert ("mention" in figures) == bool(found + gold)
    if not found + gold:
        return
    for mine, n, said, there in [("mention", hits, found, gold), ("end_to_end", right, judged, labelled)]:
        close(n / said, figures[mine]["precision"])
        close(n / there, figures[mine]["recall"])
        close(2 * n / (said + there), figures[mine]["f1"])
    close(2 * exact / (found + gold), figures["mention"]["f1_exact"])


def b_cubed(truth: dict, said: dict) -> tuple[float, float]:
    """Precision and recall by the definition, mention by mention."""
    def share(of: dict, other: dict) -> float:
        total = 0.0
        for place, name in of.items():
            mates = [m for m, n in of.items() if n == name]
            total += sum(place in other and m in other and other[m] == other[place] for m in mates) / len(mates)
        return total / len(of)
    return share(said, truth), share(truth, said)


def test_linking(evaluation: Evaluation) -> None:
    sums, registry = Counter(), Counter()
    stories: dict[str, list] = {}
    for n, pair in enumerate(evaluation.pairs()):
        stories.setdefault(pair[0].get("article") or f"alone {n}", []).append(pair)
    for story in stories.values():
        truth, given, found = {}, {}, {}
        def name(actor_id: str, place) -> str:  # a pronoun that is not explained is one by itself
            return f"{actor_id} {place}" if actor_id.startswith("pronoun:") else actor_id
        for n, (s, p) in enumerate(story):
            spans, known = [], set()
            for a, b in zip(s["actors"], p["actors"], strict=True):
                for span, linked in zip(a["spans"], b.get("linked", [None] * len(a["spans"])), strict=True):
                    place = (n, *span)
                    spans.append(span)
                    if key := a.get("key") or a.get("id"):
                        truth[place], given[place] = key, name(linked, place)
                        known.add(tuple(span))
                    if "id" in a:
                        registry[linked == a["id"]] += 1
            if speaker := s.get("speaker"):
                truth[n, "speaker"] = speaker.get("key") or speaker["id"]
                if linked := p["speaker"].get("linked"):
                    given[n, "speaker"] = name(linked[0], (n, "speaker"))
            matched = dict(matching([f["span"] for f in p["found"]], spans))
            for i, f in enumerate(p["found"]):
                place = (n, *spans[matched[i]]) if i in matched else (n, "nowhere", i)
                if i not in matched or place in truth:
                    found[place] = name(f["actor"], place)
        if not truth:
            continue
        for which, said in (("given", given), ("found", found)):
            precision, recall = b_cubed(truth, said) if said else (0, 0)
            sums[which, "p"] += precision * len(said)
            sums[which, "said"] += len(said)
            sums[which, "r"] += recall * len(truth)
            sums[which, "truth"] += len(truth)
    assert ("linking" in evaluation.figures) == bool(sums)
    if not sums:
        return
    mine = evaluation.figures["linking"]
    for which in ("given", "found"):
        p, r = sums[which, "p"] / sums[which, "said"], sums[which, "r"] / sums[which, "truth"]
        close(p, mine[which]["precision"])
        close(r, mine[which]["recall"])
        close(2 * p * r / (p + r), mine[which]["f1"])
    close(registry[True] / registry.total(), mine["registry"])


def test_intervals_are_those_of_another_bootstrap(evaluation: Evaluation) -> None:
    if "stance" not in evaluation.figures or evaluation.figures["sentences"] < 50:
        pytest.skip("too few sentences for two draws to agree")
    pairs = evaluation.pairs()
    gold = [flags(s["actors"]) for s, _ in pairs]
    said = [flags(p["actors"]) for _, p in pairs]
    rng, scores = np.random.default_rng(5), []
    for _ in range(400):
        chosen = rng.integers(len(pairs), size=len(pairs))
        drawn = [np.vstack([rows[i] for i in chosen]) for rows in (gold, said)]
        scores.append(f1_score(*drawn, average="macro", zero_division=0))
    low, high = np.quantile(scores, [0.025, 0.975])
    mine = evaluation.figures["stance"]["macro_f1_ci95"]
    assert abs(mine[0] - low) < 0.02 and abs(mine[1] - high) < 0.02
