"""Writes the development splits of the training data as labelled sets for `stance eval`: `python devsets.py --out FOLDER`.

Their texts are other people's and stay out of the repository.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import data


def row(example: data.Example, identifier: str) -> dict:
    """A line of a labelled set; labels that the source lacks are left out."""
    actors = []
    for actor in example.actors:
        labels = {"stance": actor.stance, "sentiment": actor.sentiment}
        actors.append({"spans": actor.spans, **{name: label for name, label in labels.items() if label is not None}})
    out = {"id": identifier, "lang": example.lang, "source": example.source, "text": example.text, "actors": actors}
    return out if example.complete else {**out, "complete": False}


def main() -> None:
    """Writes a file a split."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data", help="the training data's folder")
    parser.add_argument("--out", type=Path, default=root / ".cache" / "dev", help="where the sets go")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    corpus = data.load(args.data)
    annotated = [e for e in corpus.dev if e.source == "annotated"]
    sets = {
        "annotated": annotated, "standoff": corpus.standoff_dev, "newsmtsc": corpus.newsmtsc_dev, "rusentne": corpus.rusentne_dev,
    }
    for name, examples in sets.items():
        numbers: Counter[str] = Counter()
        with (args.out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for example in examples:
                numbers[example.lang] += 1
                identifier = f"{example.source}-{example.lang}-{numbers[example.lang]}"
                file.write(json.dumps(row(example, identifier), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
