"""Sentences as numbers: the vocabulary, examples of it, and batches of these."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus import normal_form
from features import ROOT, UNKNOWN, affixes_of, shapes_of
from treebank import Sentence

IGNORE = -100


class Vocabulary:
    """Numbers for words and labels, fixed before training."""

    def __init__(self, words: list[str], upos: list[str], xpos: list[str], deprels: list[str]) -> None:
        self.words, self.upos, self.xpos, self.deprels = words, upos, xpos, deprels
        self.word_ids = {word: i for i, word in enumerate(words)}
        self.label_ids = [{label: i for i, label in enumerate(labels)} for labels in (upos, xpos, deprels)]

    def as_dict(self) -> dict:
        """As pack.py reads it."""
        return {"words": self.words, "upos": self.upos, "xpos": self.xpos, "deprels": self.deprels}


def make_vocabulary(sentences: list[Sentence], vectors: Path | None, kept: int) -> Vocabulary:
    """Words seen twice in the treebanks and the `kept` most frequent of the raw texts; all labels, sorted."""
    counts = Counter(normal_form(form) for sentence in sentences for form in sentence.forms)
    words = {word for word, count in counts.items() if count > 1}
    if vectors:
        known = np.load(vectors)["words"].tolist()
        words.update(known[:kept])
        words.update(set(counts) & set(known))
    labels = lambda column: sorted({label for s in sentences for label in getattr(s, column)})
    return Vocabulary(["", "\u0001unknown", "\u0001root", *sorted(words)], labels("upos"), labels("xpos"), labels("deprels"))


class Example:
    """A sentence as arrays of numbers, the root before its first word."""

    cache: dict[str, list[int]] = {}

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        forms = sentence.forms
        ids = [vocabulary.word_ids.get(normal_form(form), UNKNOWN) for form in forms]
        self.words = np.array([ROOT, *ids])
        self.affixes = np.array([[0] * 8, *[self.affixes_of(form) for form in forms]])
        self.shapes = np.array([0, *shapes_of(forms)])
        known = vocabulary.label_ids
        number = lambda kind, labels: np.array([IGNORE, *[known[kind].get(label, IGNORE) for label in labels]])
        self.upos, self.xpos, self.deprels = number(0, sentence.upos), number(1, sentence.xpos), number(2, sentence.deprels)
        self.heads = np.array([IGNORE, *sentence.heads])

    @classmethod
    def affixes_of(cls, form: str) -> list[int]:
        """Affix buckets of a form, worked out once."""
        if form not in cls.cache:
            cls.cache[form] = affixes_of(form)
        return cls.cache[form]

    def __len__(self) -> int:
        return len(self.words)


def batches(examples: list[Example], tokens: int, rng: random.Random | None) -> list[list[Example]]:
    """Groups of about `tokens` words with sentences of like length; in random order if `rng` is given."""
    noise = (lambda: rng.random() * 4) if rng else (lambda: 0.0)
    ordered = [e for _, _, e in sorted((len(e) + noise(), i, e) for i, e in enumerate(examples))]
    groups: list[list[Example]] = [[]]
    for example in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(example) > tokens:
            groups.append([])
        groups[-1].append(example)
    if rng:
        rng.shuffle(groups)
    return groups


def pad(group: list[Example], column: str, fill: int) -> Tensor:
    """One column of a batch as a padded tensor."""
    width = max(map(len, group))
    first = getattr(group[0], column)
    out = np.full((len(group), width, *first.shape[1:]), fill, dtype=np.int64)
    for i, example in enumerate(group):
        out[i, : len(example)] = getattr(example, column)
    return torch.from_numpy(out)
