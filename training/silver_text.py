"""Draws raw text for silver sentences: news articles, machine-written news, speeches and headlines of the shared data, in
plain text with form feeds between, for `split-text.ts`."""

import argparse
import csv
import lzma
import random
import sys
from pathlib import Path

csv.field_size_limit(10_000_000)


def articles(data: Path) -> list[str]:
    """All training articles of PolNeAR."""
    return [path.read_text(encoding="utf-8") for path in sorted((data / "polnear/train/text").glob("*.txt"))]


def stories(data: Path, rng: random.Random, count: int) -> list[str]:
    """So many of the synthetic stories."""
    with lzma.open(data / "plover_synthetic/stories.csv.xz", "rt", encoding="utf-8", newline="") as lines:
        texts = [row["text"] for row in csv.DictReader(lines) if "{" not in row["text"]]
    return rng.sample(texts, min(count, len(texts)))


def lines_of(path: Path, rng: random.Random, count: int) -> list[str]:
    """So many lines of a packed text file."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [line.strip() for line in file if 20 < len(line) < 1500]
    return rng.sample(lines, min(count, len(lines)))


def main() -> None:
    """Writes all to standard output; a headline is a text of its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--stories", type=int, default=2000)
    options.add_argument("--speeches", type=int, default=8000)
    options.add_argument("--headlines", type=int, default=80000)
    args = options.parse_args()
    rng = random.Random(1)
    texts = articles(args.data) + stories(args.data, rng, args.stories)
    texts += lines_of(args.data / "raw/ungd_1990-2022.txt.xz", rng, args.speeches)
    texts += lines_of(args.data / "raw/headlines_2007-2012.txt.xz", rng, args.headlines)
    sys.stdout.buffer.write("\f".join(texts).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
