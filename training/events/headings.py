"""Labelled headlines: what is told of the first two countries that each names, where the rules pair no two.

    python3 headings.py headings.tsv DATA/headlines/dyadic_2007-2012.tsv.xz > headings.jsonl

headings.tsv names a headline by the first 16 hex digits of its SHA-256, for headlines belong to who wrote them.
"""
import hashlib
import json
import lzma
import sys


def rows(labels, headlines):
    with open(labels, encoding="utf-8") as lines:
        known = {key: (gold, way) for key, gold, way in (line.rstrip("\n").split("\t") for line in lines)}
    with lzma.open(headlines, "rt", encoding="utf-8") as lines:
        for line in lines:
            date, text = line.rstrip("\n").split("\t", 1)
            key = hashlib.sha256(text.encode()).hexdigest()[:16]
            if key in known:
                gold, way = known.pop(key)
                yield {"id": key, "gold": gold, "reversed": way == "reversed", "text": text, "published": date}


if __name__ == "__main__":
    for row in rows(*sys.argv[1:]):
        print(json.dumps(row))
