"""Silver sentences: text that nobody has annotated, with the shares that a committee of teachers gives to each answer."""

import random
from pathlib import Path

import numpy as np

from examples import Vocabulary, inputs_of
from lemmas import Lemmas
from treebank import Sentence

KEPT = {"upos": 3, "xpos": 4, "arcs": 8, "deprel": 6}
"""How many of the likeliest answers a word are kept, by kind."""


class Silver:
    """A sentence as arrays of numbers like `Example`, with labels and shares of each kind in place of gold."""

    def __init__(self, forms: list[str], vocabulary: Vocabulary, heads: np.ndarray, targets: dict[str, np.ndarray]) -> None:
        self.words, self.affixes, self.shapes = inputs_of(forms, vocabulary)
        self.forms, self.heads = forms, heads
        for name, column in targets.items():
            setattr(self, name, column)

    def __len__(self) -> int:
        return len(self.words)

    def written(self, write, vocabulary: Vocabulary) -> "Silver":
        """The same sentence in other letters, with the same answers."""
        names = [f"{kind}_{what}" for kind in KEPT for what in ("labels", "shares")]
        return Silver([write(form) for form in self.forms], vocabulary, self.heads, {name: getattr(self, name) for name in names})


def save_silver(path: Path, sentences: list[list[str]], heads: list[np.ndarray], targets: dict[str, list[np.ndarray]]) -> None:
    """Writes sentences with the root's row before each."""
    arrays = {name: np.concatenate(columns) for name, columns in targets.items()}
    np.savez(path, heads=np.concatenate(heads), lengths=np.array([len(s) + 1 for s in sentences]),
             text=np.frombuffer("\n".join("\t".join(s) for s in sentences).encode("utf-8", "surrogatepass"), dtype=np.uint8), **arrays)


def load_silver(path: Path, vocabulary: Vocabulary) -> list[Silver]:
    """The sentences that `save_silver` wrote."""
    with np.load(path) as data:
        arrays = {name: data[name] for name in data.files}
    sentences = [line.split("\t") for line in arrays.pop("text").tobytes().decode("utf-8", "surrogatepass").split("\n")]
    ends = np.cumsum(arrays.pop("lengths"))
    heads = arrays.pop("heads")
    made, begin = [], 0
    for forms, end in zip(sentences, ends.tolist()):
        made.append(Silver(forms, vocabulary, heads[begin:end].astype(np.int64), {name: a[begin:end] for name, a in arrays.items()}))
        begin = end
    return made


def vary(silver: list[Silver], vocabulary: Vocabulary, rng: random.Random) -> list[Silver]:
    """Now and then writes a sentence in title case, in capitals or without any, as headings are, with the answers for plain text."""
    styles = (str.upper, lambda form: form[:1].upper() + form[1:], str.lower)
    return [s.written(rng.choice(styles), vocabulary) if rng.random() < 0.08 else s for s in silver]


def as_sentence(silver: Silver, vocabulary: Vocabulary, lemmas: Lemmas) -> Sentence | None:
    """The committee's likeliest answers as a sentence of a treebank; None where it is unsure of an arc or they are no tree."""
    heads = silver.heads[1:].tolist()
    if silver.arcs_shares[1:, 0].min() < SURE or not is_tree(heads):
        return None
    best = lambda kind, names: [names[label] for label in getattr(silver, f"{kind}_labels")[1:, 0].tolist()]
    upos, xpos, deprels = best("upos", vocabulary.upos), best("xpos", vocabulary.xpos), best("deprel", vocabulary.deprels)
    found = [lemmas.find(form, tag) for form, tag in zip(silver.forms, xpos)]
    return Sentence(silver.forms, found, upos, xpos, heads, deprels)


SURE = 0.6
"""Least share of every arc of a sentence that is made a headline of."""


def is_tree(heads: list[int]) -> bool:
    """Whether every word comes to one root."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True
