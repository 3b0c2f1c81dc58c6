"""Learns word vectors (skip-gram, narrow window, so that they tell syntax rather than topic) from the raw texts."""

import argparse
import time
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec

from corpus import raw_lines


def main() -> None:
    """Reads the raw texts once into a token file and writes vectors.npz: `words` by falling frequency, `vectors`."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with raw/*.txt.xz")
    options.add_argument("--out", type=Path, required=True, help="folder for corpus.txt and vectors.npz")
    options.add_argument("--size", type=int, default=100)
    options.add_argument("--epochs", type=int, default=3)
    options.add_argument("--threads", type=int, default=2)
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    corpus = args.out / "corpus.txt"
    if not corpus.exists():
        part = corpus.with_suffix(".part")
        with part.open("w", encoding="utf-8") as out:
            for tokens in raw_lines(args.data):
                out.write(" ".join(tokens) + "\n")
        part.replace(corpus)
    start = time.monotonic()
    model = Word2Vec(corpus_file=str(corpus), vector_size=args.size, window=3, min_count=8, sg=1, negative=6,
                     epochs=args.epochs, workers=args.threads, seed=1, sample=1e-4)
    part = args.out / "vectors.part.npz"
    np.savez(part, words=np.array(model.wv.index_to_key), vectors=model.wv.vectors.astype(np.float32))
    part.replace(args.out / "vectors.npz")
    print(f"{len(model.wv)} words, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
