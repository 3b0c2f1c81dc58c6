"""Reads PLV rows: id, text, spans of actor and recipient in UTF-16, gold root."""
import csv, json, re, sys

def unmark(marked):
    text, spans, open_at = "", {}, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", piece):
            open_at[piece[1]] = len(text)
        elif re.fullmatch(r"</[st]>", piece):
            spans.setdefault(piece[2], (open_at[piece[2]], len(text)))
        else:
            text += piece
    return text, spans.get("s"), spans.get("t")

def u16(t, i):
    return len(t[:i].encode("utf-16-le")) // 2

def rows(path):
    for r in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t"):
        text, s, t = unmark(r["marked_sentence"])
        if not s or not t:
            continue
        yield {"id": r["uid"], "gold": r["gold_root"], "text": text,
               "actor": {"start": u16(text, s[0]), "end": u16(text, s[1])},
               "recipient": {"start": u16(text, t[0]), "end": u16(text, t[1])}}

if __name__ == "__main__":
    for r in rows(sys.argv[1]):
        print(json.dumps(r))
