"""Makes the model bundle from nothing: `python make.py`; stopped anywhere, it goes on where it was.

Base weights and vocabulary, fine-tuning on all sets, calibration on the development split, export in every weight format with
measurements, and the bundle: model.onnx, vocab.txt, bundle.json, MODEL_CARD.md.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import logging
import os
import pickle
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

import augment
import base
import card
import data
import encoder
import evaluate
import export
import notation
import vectors
import vocab
from evaluate import Calibration, Pooled
from features import Tokens
from train import STAGES, Recipe, mean_of, train

log = logging.getLogger("stance.make")
HERE = Path(__file__).parent
NAME = "stance-e5-small"
VERSION = "4"
MAX_LENGTH = 256


def smoke_corpus() -> data.Corpus:
    """The project's own few sentences, dressed up as every source, so that a minute runs through all of the code."""
    rows = []
    for lang, marked in notation.sentences(HERE / "smoke.txt"):
        text, actors = notation.parse(marked)
        rows.append(data.Example(text, lang, "annotated", marked, actors))
    train_rows = [r for r in rows if not data.is_dev(r.group)]
    no_stance = [[replace(a, stance=None) for a in r.actors] for r in train_rows]
    for source in ("newsmtsc", "rusentne"):
        train_rows += [replace(r, source=source, actors=a, complete=False) for r, a in zip(rows, no_stance, strict=False)]
    train_rows += [
        replace(r, source="ner", actors=[], complete=False, entities=[s for a in r.actors for s in a.spans]) for r in rows
    ]
    return data.Corpus(train_rows, rows, rows, rows, rows)


def own_texts() -> list[str]:
    """The smoke sentences without marks: text of the project's own for the shared vectors."""
    return [e.text for e in smoke_corpus().dev]


def vocabulary(weights: base.Base, folder: Path, work: Path, smoke: bool) -> tuple[list[str], np.ndarray]:
    """WordPiece entries and their embeddings; the count of pieces is kept in `work`."""
    kept = work / "pieces.pickle"
    if kept.exists():
        counts = pickle.loads(kept.read_bytes())
    else:
        log.info("counting pieces")
        if smoke:
            texts = own_texts()
        else:
            texts = [e.text for e in data.annotated(folder / "annotated")] * 5
            texts += [*data.news_text(folder), *(e.text for e in data.newsmtsc(folder / "newsmtsc" / "train.jsonl"))]
        counts = vocab.count_pieces(weights, texts, 2_000 if smoke else 120_000)
        kept.write_bytes(pickle.dumps(counts))
    return vocab.build(weights, counts, 20_000 if smoke else 56_000)


def data_versions(folder: Path) -> list[dict]:
    """Name, licence and SHA-256 (over its files, in order) of each source that is present."""
    out = []
    for name, _, licence in card.SOURCES:
        path = data.OWN / name if (data.OWN / name).exists() else folder / name
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        digest = hashlib.sha256(b"".join(p.read_bytes() for p in files if p.exists())).hexdigest()
        out.append({"name": name.rstrip("/"), "licence": licence, "sha256": digest})
    return out


def _worst(a: list[evaluate.Logits], b: list[evaluate.Logits]) -> float:
    return max(float(np.abs(x[h] - y[h]).max()) for x, y in zip(a, b, strict=True) for h in ("tags", "stance", "sentiment"))


def measure(model: encoder.StanceModel, name: str, work: Path, tokens: list[Tokens], reference: list[evaluate.Logits],
            pooled_of, calibration: Calibration) -> dict:
    """Exports one weight format and measures it: size, speed, error, batch invariance, quality."""
    path = work / f"model.{name}.onnx"
    export.write(model, name, path)
    scorer = evaluate.onnx_scorer(str(path))
    scorer(tokens[:20])
    start = time.perf_counter()
    logits = scorer(tokens)
    seconds = time.perf_counter() - start
    alone = evaluate.onnx_scorer(str(path), budget=1)(tokens[:200])
    pooled: Pooled = pooled_of(scorer)
    figures = evaluate.report(pooled, calibration)
    log.info("%s: %.1f MB, stance %.3f", name, path.stat().st_size / 1e6, figures["stance"]["macro_f1"])
    return {
        "format": name, "mb": path.stat().st_size / 1e6, "tokens_s": sum(len(t.ids) for t in tokens) / seconds,
        "error": _worst(logits, reference), "batch": _worst(logits[:200], alone), "mention": figures["mention"]["f1"],
        "stance": figures["stance"]["macro_f1"], "sentiment": figures["sentiment"]["macro_f1"],
    }


def other_sets(corpus: data.Corpus, pooled_of, scorer: evaluate.Scorer, calibration: Calibration) -> tuple[list[tuple[str, str]], dict]:
    """Figures beside those of the development split, for the card and for bundle.json: public sets, unnamed speakers."""
    newsmtsc = evaluate.report(pooled_of(scorer, corpus.newsmtsc_dev), calibration)["sentiment"]
    rusentne = evaluate.report(pooled_of(scorer, corpus.rusentne_dev), calibration)["sentiment"]
    real = pooled_of(scorer, corpus.standoff_dev)
    found, (low, high) = evaluate.report(real, calibration), evaluate.interval(real, calibration)
    lines = [
        (f"Held-out real sentences of standoff/ ({found['sentences']}), mention F1, stance macro-F1 with interval, sentiment macro-F1",
         f"{found['mention']['f1']:.3f}, {found['stance']['macro_f1']:.3f} [{low:.3f}, {high:.3f}], {found['sentiment']['macro_f1']:.3f}"),
        ("NewsMTSC development split, F1m (macro-F1 of its three labels)", f"{newsmtsc['macro_f1']:.3f}"),
        ("RuSentNE, held-out part of train, F1(P,N)", f"{rusentne['f1_pn']:.3f}"),
    ]
    quotations = [replace(q, actors=[]) for e in corpus.dev if (q := augment.continued_quotation(e))]
    if quotations:
        speakers = evaluate.report(pooled_of(scorer, quotations), calibration)["stance"]
        lines.append((f"Speakers who are not named in their quotation, read from [CLS] ({len(quotations)} quotations cut out of "
                      "development sentences), stance macro-F1", f"{speakers['macro_f1']:.3f}"))
    return lines, {"newsmtsc_dev": newsmtsc, "rusentne_held_out": rusentne, "standoff_held_out": found}


def write_manifest(out: Path, calibration: Calibration, scores: dict, folder: Path | None) -> None:
    """Writes bundle.json beside the files it vouches for; `folder` is the training data's, None for a smoke run."""
    files = ("model.onnx", "vocab.txt", "MODEL_CARD.md")
    manifest = {
        "format": 1, "name": NAME + ("" if folder else "-smoke"), "version": VERSION,
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files},
        "languages": vocab.LANGUAGES, "max_length": MAX_LENGTH, "calibration": calibration.as_json(), "base": card.BASE,
        "training_data": data_versions(folder) if folder else [], "scores": scores,
    }
    (out / "bundle.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    """Runs every step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = HERE.parents[1]
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data", help="the training data's folder")
    parser.add_argument("--out", type=Path, default=root / "model" / "bundle", help="where the bundle goes")
    parser.add_argument("--vectors", type=Path, default=root / "model" / "testdata", help="where the vectors shared with Go go")
    parser.add_argument("--work", type=Path, default=root / ".cache" / "model", help="checkpoints, may be deleted")
    parser.add_argument("--format", default="r8", choices=list(export.FORMATS), help="weight format of the bundle")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="CPU threads")
    parser.add_argument("--smoke", action="store_true", help="a minute over the project's few own sentences; makes no good model")
    args = parser.parse_args()
    logging.basicConfig(format="%(asctime)s %(name)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("stance").setLevel(logging.INFO)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    args.out.mkdir(parents=True, exist_ok=True)
    args.vectors.mkdir(parents=True, exist_ok=True)

    corpus = smoke_corpus() if args.smoke else data.load(args.data)
    log.info("%d training sentences, %d of development", len(corpus.train), len(corpus.dev))
    weights = base.load()
    entries, embeddings = vocabulary(weights, args.data, args.work, args.smoke)
    tokenizer = vocab.wordpiece(entries)
    smoke = Recipe(epochs=1, budget=900, one_sentiment=True)
    stages = ((smoke, replace(smoke, seed=1)),) if args.smoke else STAGES
    torch.manual_seed(1)  # the fresh heads
    model = encoder.from_base(weights, embeddings, MAX_LENGTH)
    steps = 0
    for number, recipes in enumerate(stages, 1):
        start, ends = copy.deepcopy(model.state_dict()), []
        for recipe in recipes:
            model.load_state_dict(start)
            steps += train(model, tokenizer, corpus, recipe, args.work / f"checkpoint-{number}-{recipe.seed}.pt", MAX_LENGTH)
            ends.append(copy.deepcopy(model.state_dict()))
        model.load_state_dict(mean_of(ends))

    def pooled_of(scorer: evaluate.Scorer, examples=corpus.dev) -> Pooled:
        return evaluate.pool(scorer, tokenizer, examples, MAX_LENGTH)

    exact = evaluate.torch_scorer(model)
    with torch.no_grad():
        model.stance.bias += torch.from_numpy(evaluate.stance_offsets(pooled_of(exact)))
    dev = pooled_of(exact)
    calibration = evaluate.calibrate(dev)
    log.info("calibration %s", calibration)
    reference = exact(dev.tokens)
    formats = [
        measure(model, name, args.work, dev.tokens, reference, pooled_of, calibration) for name in [*export.FORMATS, "int8"]
    ]
    chosen = args.work / f"model.{args.format}.onnx"
    scorer = evaluate.onnx_scorer(str(chosen))
    dev = pooled_of(scorer)
    calibration = evaluate.calibrate(dev)
    rows = [(lang, evaluate.report(dev, calibration, lang), evaluate.interval(dev, calibration, lang))
            for lang in vocab.LANGUAGES if lang in dev.lang]
    rows.append(("all", evaluate.report(dev, calibration), evaluate.interval(dev, calibration)))
    others, scores = other_sets(corpus, pooled_of, scorer, calibration)

    (args.out / "vocab.txt").write_text("".join(e + "\n" for e in entries), "utf-8")
    (args.out / "model.onnx").write_bytes(chosen.read_bytes())
    facts = {
        "name": NAME, "version": VERSION, "layers": weights.layers, "hidden": weights.hidden, "vocabulary": len(entries),
        "examples": len(corpus.train), "steps": steps, "seed": stages[0][0].seed, "format": args.format,
        "size": chosen.stat().st_size / 1e6,
    }
    card.write(args.out / "MODEL_CARD.md", facts, rows, others, formats)
    scores["dev"] = {lang: r for lang, r, _ in rows}
    write_manifest(args.out, calibration, scores, None if args.smoke else args.data)
    if not args.smoke:
        vectors.write(args.vectors, tokenizer, scorer, own_texts(), MAX_LENGTH)
    log.info("bundle in %s: %.1f MB", args.out, sum(p.stat().st_size for p in args.out.iterdir()) / 1e6)


if __name__ == "__main__":
    main()
