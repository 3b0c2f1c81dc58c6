"""What the network sees of a word. `src/language/features.ts` computes the very same numbers; change both or none."""

import re

from corpus import normal_form

PADDING, UNKNOWN, ROOT = 0, 1, 2
"""The first rows of the word table."""

AFFIX_BUCKETS = 16384
AFFIX_SLOTS = ((1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5))
"""Lengths of the prefixes and suffixes that are hashed, one slot each."""

PATTERNS = 10
CASINGS = 3
SHAPES = 1 + PATTERNS * CASINGS * 2
"""Row 0 is the root's."""

LETTERS = re.compile(r"[^\W\d_]")


def hash_affix(slot: int, affix: str) -> int:
    """FNV-1a over the slot number and the UTF-16 units, folded into 1 … AFFIX_BUCKETS − 1; 0 is padding."""
    value = ((0x811C9DC5 ^ slot) * 0x01000193) & 0xFFFFFFFF
    encoded = affix.encode("utf-16-le", "surrogatepass")
    for low, high in zip(encoded[::2], encoded[1::2]):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return 1 + (value ^ value >> 15) % (AFFIX_BUCKETS - 1)


def affixes_of(form: str) -> list[int]:
    """Bucket of each affix slot of a form."""
    normal = normal_form(form)
    pieces = [normal[:prefix] if prefix else normal[-suffix:] for prefix, suffix in AFFIX_SLOTS]
    return [hash_affix(slot, piece) for slot, piece in enumerate(pieces)]


def pattern_of(form: str) -> int:
    """How a form is written: 0 lower, 1 Title, 2 one capital, 3 CAPITALS, 4 mIxed, 5 digits, 6 digits and letters, 7 number
    with signs, 8 punctuation of one sign, 9 anything else."""
    letters = [c for c in form if c.lower() != c.upper()]
    digits = sum("0" <= c <= "9" for c in form)
    if not letters:
        if digits:
            return 5 if digits == len(form) else 7
        return 8 if len(form) == 1 else 9
    if digits:
        return 6
    capitals = [c for c in letters if c != c.lower()]
    if not capitals:
        return 0
    if len(capitals) == len(letters):
        return 2 if len(letters) == 1 else 3
    return 1 if len(capitals) == 1 and form[0] == capitals[0] else 4


def casing_of(forms: list[str]) -> int:
    """How a sentence is written: 0 plain, 1 most longer words begin with a capital, 2 most are capitals alone."""
    patterns = [pattern_of(form) for form in forms if len(form) > 3]
    words = [pattern for pattern in patterns if pattern in (0, 1, 3, 4)]
    if len(words) < 2:
        return 0
    if sum(pattern == 3 for pattern in words) * 10 >= len(words) * 7:
        return 2
    return 1 if sum(pattern != 0 for pattern in words) * 10 >= len(words) * 8 else 0


def shapes_of(forms: list[str]) -> list[int]:
    """Row of the shape table of each word of a sentence."""
    casing = casing_of(forms)
    return [1 + (pattern_of(form) * CASINGS + casing) * 2 + (1 if i == 0 else 0) for i, form in enumerate(forms)]
