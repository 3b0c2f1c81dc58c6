"""Labelled pairs from the examples of data/events/predicates.tsv, whose actor is France and whose recipient is Iran.

    python3 examples.py data/events/predicates.tsv > pairs.jsonl
"""
import csv
import json
import re
import sys


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for rule in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = rule["fires"]
            actor = re.search(r"\b(France|French)\b", text)
            recipient = re.search(r"\bIran(ian)?\b", text)
            if not rule["type"] or not actor or not recipient:
                continue
            yield {"id": f"rule-{rule['id']}", "gold": rule["type"], "text": text,
                   "actor": {"start": actor.start(), "end": actor.end()},
                   "recipient": {"start": recipient.start(), "end": recipient.end()}}


if __name__ == "__main__":
    for row in rows(sys.argv[1]):
        print(json.dumps(row))
