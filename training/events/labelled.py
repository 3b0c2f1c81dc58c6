"""Our own labelled acts, with names put in for A and B.

    python3 labelled.py labelled.tsv > rows.jsonl

The names change from line to line, so that the parser sees states, people and groups on both sides.
"""
import json
import sys

from plv import u16

NAMES = ["France", "Kenya", "the Sudanese government", "Peru", "the rebels", "Norway", "Chile", "the army", "Ghana",
         "the European Union", "Nepal", "the opposition", "Cuba", "President Idris Bakri", "Angola", "the junta",
         "Laos", "Foreign Minister Selam Tadesse", "Oman", "the United Nations", "Togo", "the police", "Fiji"]


def rows(path):
    for number, line in enumerate(open(path, encoding="utf-8")):
        label, sentence = line.rstrip("\n").split("\t")
        names = {"A": NAMES[(number * 7) % len(NAMES)], "B": NAMES[(number * 7 + 1 + number % 11) % len(NAMES)]}
        text, spans = "", {}
        for word in sentence.split():
            own = names.get(word)
            if text and word not in (",", "'s", "'"):
                text += " "
            if own:
                if not text:
                    own = own[0].upper() + own[1:]
                spans.setdefault(word, (len(text), len(text) + len(own)))
            text += own or word
        text += "."
        yield {"id": f"own-{number + 1}", "gold": label, "text": text,
               "actor": {"start": u16(text, spans["A"][0]), "end": u16(text, spans["A"][1])},
               "recipient": {"start": u16(text, spans["B"][0]), "end": u16(text, spans["B"][1])}}


if __name__ == "__main__":
    for row in rows(sys.argv[1]):
        print(json.dumps(row))
