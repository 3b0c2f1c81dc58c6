"""Scores trained networks on the dev parts as they stand and as news writes: headlines made of them, capitals, title case, no
capitals."""

import argparse
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch

from committee import load_member
from examples import Example, Vocabulary, load_vocabulary
from headlines import make_headlines
from train import evaluate
from treebank import Sentence, read_treebank


def rewritten(sentences: list[Sentence], write: Callable[[str], str]) -> list[Sentence]:
    """The same trees over forms in other letters."""
    return [replace(sentence, forms=[write(form) for form in sentence.forms]) for sentence in sentences]


def make_styles(sentences: list[Sentence]) -> dict[str, list[Sentence]]:
    """The sentences in each style; headlines are drawn with a seed of their own, so that every network sees the same."""
    return {
        "plain": sentences,
        "headlines": make_headlines(sentences, 0.3, random.Random(7)),
        "title case": rewritten(sentences, lambda form: form[:1].upper() + form[1:]),
        "capitals": rewritten(sentences, str.upper),
        "no capitals": rewritten(sentences, str.lower),
    }


def main() -> None:
    """Prints UAS and LAS of each run in each style."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--runs", type=Path, nargs="+", required=True)
    args = options.parse_args()
    torch.set_num_threads(2)
    for part in ("ewt", "gum"):
        styles = make_styles(read_treebank(args.data / f"ud/en_{part}-dev.conllu"))
        for run in args.runs:
            score_run(run, part, styles)


def score_run(run: Path, part: str, styles: dict[str, list[Sentence]]) -> None:
    """A line a style."""
    vocabulary: Vocabulary = load_vocabulary(run)
    network = load_member(run)
    for style, sentences in styles.items():
        found = evaluate(network, [Example(sentence, vocabulary) for sentence in sentences])
        print(f"{run.name}\t{part}\t{style}\tUPOS {found['upos']}\tUAS {found['uas']}\tLAS {found['las']}", flush=True)


if __name__ == "__main__":
    main()
