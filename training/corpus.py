"""Turns the raw texts of the shared data into lines of plain tokens, as word vectors are learnt from."""

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Za-z]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|[^\W\d_]+|--+|\.\.\.|\S",
    re.UNICODE,
)
DIGIT = re.compile(r"\d")


def normal_form(form: str) -> str:
    """The key under which a form is looked up: lower case, digits as 0, typographic quotes and dashes plain."""
    lowered = DIGIT.sub("0", form.lower())
    return lowered.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "--")


def raw_lines(folder: Path) -> Iterator[list[str]]:
    """Every sentence-like line of the raw texts as a list of normal forms."""
    for path in sorted((folder / "raw").glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for piece in re.split(r"(?<=[a-z0-9\"”][.!?]) +(?=[A-Z“\"])", line.strip()):
                    tokens = [normal_form(token) for token in TOKEN.findall(piece)]
                    if len(tokens) > 1:
                        yield tokens
