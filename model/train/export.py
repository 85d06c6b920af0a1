"""Writes the network as an ONNX graph, node by node, in several weight formats.

Written by hand rather than traced: the graph holds only what scoring needs, uses ONNX Runtime's fused attention, layer norm and
4/8-bit matrix products, and keeps the embeddings as int8 rows with a scale each in every quantised format.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder import StanceModel

_MS = "com.microsoft"


@dataclass(frozen=True)
class Format:
    """How the matrices of the layers are stored and multiplied; embeddings are int8 rows in all but the float formats.

    float: as floats of `bits`. blocks: MatMulNBits, `bits` in blocks of `block` along the input dimension, activations quantised by
    row and block. stored: int8 by output column, made float32 again when a session loads. rows: int8 by output column of `bits`,
    activations quantised token by token, multiplied as integers.
    """

    kind: str
    bits: int
    block: int = 0


# int8, the sixth, is made from fp32 by ONNX Runtime's own dynamic quantisation.
FORMATS = {
    "fp32": Format("float", 32), "fp16": Format("float", 16), "w8": Format("stored", 8), "r8": Format("rows", 7),
    "q8": Format("blocks", 8, 64), "q4": Format("blocks", 4, 32),
}


def _rows_to_int8(weights: np.ndarray, top: int = 127) -> tuple[np.ndarray, np.ndarray]:
    """Rows [n, d] float32 to integers of at most `top` and a float16 scale [n, 1]."""
    scale = (np.abs(weights).max(1, keepdims=True) / top).astype(np.float16)
    return np.round(weights / np.maximum(scale.astype(np.float32), 1e-8)).clip(-top, top).astype(np.int8), scale


def _blocks(weights: np.ndarray, fmt: Format) -> tuple[np.ndarray, np.ndarray]:
    """[out, in] float32 to MatMulNBits blocks: uint8 [out, in / block, block * bits / 8] and float32 scales [out, in / block].

    Symmetric about the zero point 2^(bits-1); for 4 bits each block takes the scale of least squared error.
    """
    out, width = weights.shape
    if width % fmt.block:
        raise ValueError(f"a matrix {weights.shape} does not divide into blocks of {fmt.block}")
    blocks = weights.reshape(out, width // fmt.block, fmt.block)
    zero = 1 << (fmt.bits - 1)
    top = np.abs(blocks).max(2, keepdims=True) / (zero - 1) + 1e-12
    best, scale = np.full(top.shape, np.inf), top
    for factor in np.linspace(0.75, 1.1, 15) if fmt.bits == 4 else [1.0]:
        tried = top * factor
        quants = np.round(blocks / tried).clip(-zero, zero - 1)
        error = ((quants * tried - blocks) ** 2).sum(2, keepdims=True)
        scale = np.where(error < best, tried, scale)
        best = np.minimum(error, best)
    quants = (np.round(blocks / scale).clip(-zero, zero - 1) + zero).astype(np.uint8)
    if fmt.bits == 4:
        quants = quants[:, :, 0::2] | (quants[:, :, 1::2] << 4)
    return quants, scale[:, :, 0].astype(np.float32)


class _Graph:
    """Collects nodes and initializers."""

    def __init__(self, fmt: Format):
        self.fmt = fmt
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self.quantised: set[str] = set()  # activations that exist as integers already

    def const(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def floats(self, name: str, value: np.ndarray) -> str:
        """A float tensor, kept in half precision where the format says so."""
        if self.fmt.bits != 16:
            return self.const(name, value.astype(np.float32))
        return self.node("Cast", [self.const(f"{name}.half", value.astype(np.float16))], name, to=TensorProto.FLOAT)

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray, exact: bool = False) -> str:
        """x [..., in] times weight [out, in] transposed, plus bias. exact: never quantised."""
        out, width = weight.shape
        if self.fmt.kind == "float" or exact:
            product = self.node("MatMul", [x, self.floats(f"{name}.w", weight.T)], f"{name}.product")
        elif self.fmt.kind == "blocks":
            quants, scales = _blocks(weight, self.fmt)
            product = self.node(
                "MatMulNBits", [x, self.const(f"{name}.q", quants), self.const(f"{name}.s", scales.reshape(-1))],
                f"{name}.product", _MS, K=width, N=out, bits=self.fmt.bits, block_size=self.fmt.block, accuracy_level=4,
            )
        else:
            # At most 7 bits where they meet 8-bit activations: sums of two products then fit the 16 bits of older processors.
            quants, scales = _rows_to_int8(weight, (1 << (self.fmt.bits - 1)) - 1)
            quants, scales = self.const(f"{name}.q", quants.T), self.const(f"{name}.s", scales.T.astype(np.float32))
            if self.fmt.kind == "stored":
                floats = self.node("Cast", [quants], f"{name}.floats", to=TensorProto.FLOAT)
                product = self.node("MatMul", [x, self.node("Mul", [floats, scales], f"{name}.w")], f"{name}.product")
            else:
                product = self.integers(x, quants, scales, name)
        return self.node("Add", [product, self.const(f"{name}.b", bias.astype(np.float32))], f"{name}.y")

    def integers(self, x: str, quants: str, scales: str, name: str) -> str:
        """x [..., in] times int8 quants [in, out], x made unsigned 8-bit token by token around the zero point 128."""
        if not any(i.name == "127" for i in self.initializers):
            self.const("127", np.array(127, np.float32))
            self.const("128", np.array(128, np.float32))
            self.const("zero.point", np.array(128, np.uint8))
            self.const("tiny", np.array(1e-8, np.float32))
        if f"{x}.u8" not in self.quantised:
            top = self.node("ReduceMax", [self.node("Abs", [x], f"{x}.abs"), self.const(f"{x}.axis", np.array([-1], np.int64))], f"{x}.max")
            step = self.node("Div", [self.node("Max", [top, "tiny"], f"{x}.top"), "127"], f"{x}.step")
            steps = self.node("Add", [self.node("Round", [self.node("Div", [x, step], f"{x}.ratio")], f"{x}.round"), "128"], f"{x}.steps")
            self.quantised.add(self.node("Cast", [steps], f"{x}.u8", to=TensorProto.UINT8))
        sums = self.node("MatMulInteger", [f"{x}.u8", quants, "zero.point"], f"{name}.sums")
        sums = self.node("Cast", [sums], f"{name}.sums.float", to=TensorProto.FLOAT)
        return self.node("Mul", [self.node("Mul", [sums, f"{x}.step"], f"{name}.stepped"), scales], f"{name}.product")

    def embed(self, ids: str, weights: np.ndarray) -> str:
        """Rows of weights [n, d] by ids."""
        if self.fmt.kind == "float":
            return self.node("Gather", [self.floats("word", weights), ids], "word.y")
        quants, scale = _rows_to_int8(weights)
        rows = self.node("Gather", [self.const("word.q", quants), ids], "word.rows")
        scales = self.node("Gather", [self.const("word.s", scale), ids], "word.scales")
        rows = self.node("Cast", [rows], "word.rows.float", to=TensorProto.FLOAT)
        scales = self.node("Cast", [scales], "word.scales.float", to=TensorProto.FLOAT)
        return self.node("Mul", [rows, scales], "word.y")


def to_onnx(model: StanceModel, fmt: Format) -> onnx.ModelProto:
    """The graph of DESIGN.md's bundle: input_ids, attention_mask int64 [batch, seq] to tags, stance, sentiment [batch, seq, 3]."""
    w = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    eps = model.norm.eps
    g = _Graph(fmt)
    zero, one = g.const("zero", np.array([0], np.int64)), g.const("one", np.array([1], np.int64))
    seq = g.node("Gather", [g.node("Shape", ["input_ids"], "shape"), one], "seq")
    positions = g.node("Slice", [g.floats("position", w["position.weight"]), zero, seq, zero], "positions")
    mask = g.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)

    def norm(x: str, name: str, weight: str) -> str:
        scale, bias = g.const(f"{name}.scale", w[f"{weight}.weight"]), g.const(f"{name}.bias", w[f"{weight}.bias"])
        return g.node("LayerNormalization", [x, scale, bias], f"{name}.y", axis=-1, epsilon=eps)

    x = norm(g.node("Add", [g.embed("input_ids", w["word.weight"]), positions], "embedded"), "norm", "norm")
    for i in range(len(model.layers)):
        p = f"layers.{i}"
        qkv = g.linear(x, f"{p}.qkv", w[f"{p}.qkv.weight"], w[f"{p}.qkv.bias"])
        g.nodes.append(helper.make_node("Split", [qkv], [f"{p}.{c}" for c in "qkv"], axis=-1, num_outputs=3))
        attended = g.node(
            "MultiHeadAttention", [f"{p}.q", f"{p}.k", f"{p}.v", "", mask], f"{p}.attended", _MS,
            num_heads=model.layers[i].heads,
        )
        attended = g.linear(attended, f"{p}.out", w[f"{p}.out.weight"], w[f"{p}.out.bias"])
        x = norm(g.node("Add", [x, attended], f"{p}.sum1"), f"{p}.norm1", f"{p}.attention_norm")
        up = g.linear(x, f"{p}.up", w[f"{p}.up.weight"], w[f"{p}.up.bias"])
        up = g.node("Gelu", [up], f"{p}.gelu", _MS)
        down = g.linear(up, f"{p}.down", w[f"{p}.down.weight"], w[f"{p}.down.bias"])
        x = norm(g.node("Add", [x, down], f"{p}.sum2"), f"{p}.norm2", f"{p}.output_norm")
    trunk = g.node("Gelu", [g.linear(x, "trunk", w["trunk.weight"], w["trunk.bias"], exact=True)], "trunk.gelu", _MS)
    for name, source in (("tags", x), ("stance", trunk), ("sentiment", trunk)):
        y = g.linear(source, name, w[f"{name}.weight"], w[f"{name}.bias"], exact=True)
        g.node("Identity", [y], name)
    ids = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "seq"]) for n in ("input_ids", "attention_mask")]
    outs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "seq", 3]) for n in ("tags", "stance", "sentiment")]
    graph = helper.make_graph(g.nodes, "stance", ids, outs, g.initializers)
    proto = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_MS, 1)], ir_version=9,
        producer_name="stance",
    )
    onnx.checker.check_model(proto)
    return proto


def write(model: StanceModel, name: str, path: Path) -> None:
    """Writes `path` in the format `name`: one of FORMATS, or int8."""
    if name == "int8":
        from onnxruntime.quantization import QuantType, quantize_dynamic

        whole = path.with_suffix(".fp32.onnx")
        write(model, "fp32", whole)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8,
                         extra_options={"DefaultTensorType": TensorProto.FLOAT})
        whole.unlink()
        return
    onnx.save(to_onnx(model, FORMATS[name]), path)
