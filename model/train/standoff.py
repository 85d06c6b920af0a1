"""Joins the labels of datasets/standoff with their text: `python standoff.py OUT` writes labelled sets that `stance check` and
`stance agree` read. The texts belong to their sources: keep OUT out of the project."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from devsets import row

import data


def main() -> None:
    """Writes OUT/LANG.jsonl for every language of the labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("out", type=Path, help="the folder to write, outside of the project or ignored by it")
    parser.add_argument("--labels", type=Path, default=data.OWN / "standoff", help="the labels' folder")
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data", help="the sources' folder")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sets: dict[str, list[dict]] = defaultdict(list)
    for example in data.standoff(args.labels, args.data):
        digest = hashlib.sha256(example.text.encode()).hexdigest()[:8]
        sets[example.lang].append(row(example, f"{example.group}-{digest}"))
    for lang, examples in sets.items():
        (args.out / f"{lang}.jsonl").write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in examples), "utf-8")


if __name__ == "__main__":
    main()
