"""Learns classes of words that stand alike, from raw texts and the training articles: clusters.tsv (word, fine, coarse)."""

import argparse
import re
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence


def write_corpus(raw: Path, articles: Path, out: Path, every: int) -> None:
    """Every n-th line of the raw tokens, and the training articles; never dev."""
    with out.open("w", encoding="utf-8") as file:
        with raw.open(encoding="utf-8") as lines:
            for i, line in enumerate(lines):
                if i % every == 0:
                    file.write(line.lower())
        for path in sorted(articles.glob("*.txt")):
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", path.read_text(encoding="utf-8")):
                words = re.findall(r"\w+(?:['’]\w+)?|[^\w\s]", sentence.lower())
                if words:
                    file.write(" ".join(words) + "\n")


def k_means(vectors: np.ndarray, count: int, rounds: int, seed: int) -> np.ndarray:
    """Spherical k-means; the commonest words are the first centres."""
    centres = vectors[:count].copy()
    for _ in range(rounds):
        own = np.concatenate([np.argmax(part @ centres.T, axis=1) for part in np.array_split(vectors, 20)])
        sums = np.zeros_like(centres)
        np.add.at(sums, own, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return own


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--raw", type=Path, required=True, help="corpus.txt of training/learn_vectors.py")
    options.add_argument("--articles", type=Path, required=True, help="polnear/train/text")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--every", type=int, default=4)
    args = options.parse_args()
    corpus = args.out.with_suffix(".corpus.txt")
    write_corpus(args.raw, args.articles, corpus, args.every)
    model = Word2Vec(LineSentence(str(corpus)), vector_size=64, window=3, min_count=12, sg=1, negative=5, epochs=3,
                     workers=1, seed=1, sample=1e-4)
    words = model.wv.index_to_key[:20000]
    vectors = model.wv.vectors[:20000]
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    fine, coarse = k_means(vectors, 600, 12, 1), k_means(vectors, 120, 12, 1)
    with args.out.open("w", encoding="utf-8") as file:
        file.write("word\tfine\tcoarse\n")
        for word, a, b in sorted(zip(words, fine, coarse)):
            if re.search(r"\w", word):
                file.write(f"{word}\t{a}\t{b}\n")


if __name__ == "__main__":
    main()
