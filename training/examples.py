"""Sentences as numbers: the vocabulary, examples of it, and batches of these."""

import json
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


def load_vocabulary(run: Path) -> Vocabulary:
    """The vocabulary of a training run."""
    stored = json.loads((run / "vocabulary.json").read_text())
    return Vocabulary(stored["words"], stored["upos"], stored["xpos"], stored["deprels"])


AFFIXES: dict[str, list[int]] = {}
"""Affix buckets of each form seen, worked out once."""


def known_affixes(form: str) -> list[int]:
    """Affix buckets of a form."""
    if form not in AFFIXES:
        AFFIXES[form] = affixes_of(form)
    return AFFIXES[form]


def inputs_of(forms: list[str], vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the network sees of a sentence, the root before its first word: words, affixes, shapes."""
    ids = [vocabulary.word_ids.get(normal_form(form), UNKNOWN) for form in forms]
    affixes = [[0] * 8, *[known_affixes(form) for form in forms]]
    return np.array([ROOT, *ids], np.int32), np.array(affixes, np.int32), np.array([0, *shapes_of(forms)], np.int32)


AFFIXES: dict[str, list[int]] = {}
"""Affix buckets of each form seen, worked out once."""


def known_affixes(form: str) -> list[int]:
    """Affix buckets of a form."""
    if form not in AFFIXES:
        AFFIXES[form] = affixes_of(form)
    return AFFIXES[form]


def inputs_of(forms: list[str], vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the network sees of a sentence, the root before its first word: words, affixes, shapes."""
    ids = [vocabulary.word_ids.get(normal_form(form), UNKNOWN) for form in forms]
    affixes = [[0] * 8, *[known_affixes(form) for form in forms]]
    return np.array([ROOT, *ids], np.int32), np.array(affixes, np.int32), np.array([0, *shapes_of(forms)], np.int32)


class Example:
    """A sentence of a treebank as arrays of numbers."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        self.words, self.affixes, self.shapes = inputs_of(sentence.forms, vocabulary)
        known = vocabulary.label_ids
        number = lambda kind, labels: np.array([IGNORE, *[known[kind].get(label, IGNORE) for label in labels]])
        self.upos, self.xpos, self.deprels = number(0, sentence.upos), number(1, sentence.xpos), number(2, sentence.deprels)
        self.heads = np.array([IGNORE, *sentence.heads])

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
    return [group for group in groups if group]


def pad(group: list[Example], column: str, fill: int) -> Tensor:
    """One column of a batch as a padded tensor."""
    width = max(map(len, group))
    first = getattr(group[0], column)
    kind = np.float32 if first.dtype.kind == "f" else np.int64
    out = np.full((len(group), width, *first.shape[1:]), fill, dtype=kind)
    for i, example in enumerate(group):
        out[i, : len(example)] = getattr(example, column)
    return torch.from_numpy(out)
