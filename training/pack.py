"""Packs trained weights, vocabulary and lemmas into model.bin, as `src/language/read-weights.ts` reads it."""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
import torch

from lemmas import learn_lemmas
from treebank import read_treebank

FORMAT = 2
MAGIC = b"CHLM"


class Writer:
    """Collects arrays and remembers where each begins."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.length = 0
        self.index: dict[str, dict] = {}

    def add(self, name: str, data: bytes, **facts: int) -> None:
        """Adds a section of bytes with what the header says of it."""
        self.index[name] = {"offset": self.length, "length": len(data), **facts}
        padded = data + b"\0" * (-len(data) % 16)
        self.parts.append(padded)
        self.length += len(padded)

    def add_matrix(self, name: str, matrix: np.ndarray, side: int = 8) -> None:
        """Rows of int8 with a float32 scale each, rows and columns padded to a multiple of 8, as the kernel reads them: of `side`
        rows the first two columns of each, then the next two."""
        rows, columns = matrix.shape
        padded = np.zeros((rows + -rows % side, columns + -columns % 8), dtype=np.float32)
        padded[:rows, :columns] = matrix
        values, scales = rounded(padded)
        ordered = values.reshape(len(padded) // side, side, -1, 2).transpose(0, 2, 1, 3)
        self.add(name, ordered.tobytes(), rows=padded.shape[0], columns=padded.shape[1])
        self.add(f"{name}.scale", scales.astype("<f4").tobytes())

    def add_vector(self, name: str, vector: np.ndarray) -> None:
        """A list of float32, padded to a multiple of 8."""
        padded = np.zeros(len(vector) + -len(vector) % 8, dtype="<f4")
        padded[: len(vector)] = vector
        self.add(name, padded.tobytes())

    def add_table(self, name: str, table: np.ndarray) -> None:
        """Rows of int8 with a float32 scale each, one after the other: for looking up, not for multiplying."""
        values, scales = rounded(table)
        self.add(name, values.tobytes(), rows=table.shape[0], columns=table.shape[1], tabled=1)
        self.add(f"{name}.scale", scales.astype("<f4").tobytes())


def rounded(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 values and each row's scale."""
    scales = np.abs(matrix).max(axis=1) / 127
    scales[scales == 0] = 1e-8
    return np.clip(np.rint(matrix / scales[:, None]), -127, 127).astype(np.int8), scales


def step_order(rows: np.ndarray, hidden: int) -> np.ndarray:
    """Rows that stand by way, gate and unit, by way, block of four units, gate and unit, as a step reads their sums."""
    return rows.reshape(-1, 4, hidden // 4, 4, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def add_weights(writer: Writer, weights: dict[str, np.ndarray], sizes: dict[str, int]) -> None:
    """All tables, matrices and biases of the network."""
    for name in ("word", "affix", "shape"):
        writer.add_table(name, weights[f"{name}.weight"])
    for layer in range(sizes["layers"]):
        writer.add_matrix(f"layer{layer}", step_order(weights[f"layers.{layer}.input.weight"], sizes["hidden"]))
        writer.add_vector(f"layer{layer}.bias", step_order(weights[f"layers.{layer}.input.bias"], sizes["hidden"]))
        for way, name in enumerate(("forward", "backward")):
            carried = np.ascontiguousarray(weights[f"layers.{layer}.carried"][way].T)
            writer.add_matrix(f"layer{layer}.{name}", step_order(carried, sizes["hidden"]), side=16)
    stacked = {
        "tags": ("upos", "xpos"),
        "parser": ("arc_dep", "arc_head", "label_dep", "label_head"),
        "arc_pair": ("arc_pair",),
        "label_out": ("label_out",),
    }
    for name, parts in stacked.items():
        writer.add_matrix(name, np.concatenate([weights[f"{part}.weight"] for part in parts]))
        biases = [weights.get(f"{part}.bias", np.zeros(len(weights[f"{part}.weight"]), np.float32)) for part in parts]
        writer.add_vector(f"{name}.bias", np.concatenate(biases))


def main() -> None:
    """Reads the best weights of a run and writes model.bin."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--run", type=Path, required=True, help="folder that train.py wrote")
    options.add_argument("--out", type=Path, required=True, help="path of model.bin")
    args = options.parse_args()
    sizes = json.loads((args.run / "sizes.json").read_text())
    vocabulary = json.loads((args.run / "vocabulary.json").read_text())
    best = torch.load(args.run / "best.pt")
    weights = {name: weight.numpy() for name, weight in best["weights"].items()}
    train = [s for name in ("ewt", "gum") for s in read_treebank(args.data / f"ud/en_{name}-train.conllu")]
    lemmas = learn_lemmas(train)
    writer = Writer()
    add_weights(writer, weights, sizes)
    writer.add("words", "\n".join(vocabulary["words"]).encode())
    for kind in ("endings", "exceptions"):
        writer.add(kind, "\n".join(f"{key}\t{value}" for key, value in sorted(lemmas[kind].items())).encode())
    header = {
        "format": FORMAT,
        "sizes": sizes,
        "upos": vocabulary["upos"],
        "xpos": vocabulary["xpos"],
        "deprels": vocabulary["deprels"],
        "scores": best["scores"],
        "length": writer.length,
        "sections": writer.index,
    }
    encoded = json.dumps(header, separators=(",", ":")).encode()
    encoded += b" " * (-(len(encoded) + 8) % 16)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(MAGIC + struct.pack("<I", len(encoded)) + encoded + b"".join(writer.parts))
    print(f"{args.out}: {args.out.stat().st_size} bytes, {best['scores']}")


if __name__ == "__main__":
    main()
