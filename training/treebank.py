"""Reads CoNLL-U treebanks into plain sentences: forms, tags, lemmas and trees."""

from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sentence:
    """One sentence, a column a list; `heads` count from 1, 0 is the root."""

    forms: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]

    def __len__(self) -> int:
        return len(self.forms)


def read_treebank(path: Path, longest: int | None = None) -> list[Sentence]:
    """All sentences of a file of at most `longest` words; multiword ranges and empty nodes are passed over."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    sentences = [read_block(block) for block in blocks if block.strip()]
    return [sentence for sentence in sentences if len(sentence) and (longest is None or len(sentence) <= longest)]


def read_block(block: str) -> Sentence:
    """One sentence from its lines."""
    rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
    rows = [row for row in rows if row[0].isdigit()]
    column = lambda i: [row[i] for row in rows]
    return Sentence(column(1), column(2), column(3), column(4), [int(head) for head in column(6)], column(7))
