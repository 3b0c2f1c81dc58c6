"""Learns the judge of event types from labelled pairs, and packs its weights.

    python3 train.py --vectors vectors.npz --headings headings.jsonl --out models/events-DATE/model.bin \\
      plv.jsonl:1 own.jsonl:1 rules.jsonl:0.5:blind

Each file of rows (features.ts) has its weight; "blind" hides what the rules propose, for rows that are the rules' own
examples. The first file is cross-validated in five parts and gives the reliability of the answers. One ridge regression
of one-hot types on the features, whose groups are brought to length one and scaled; no randomness save the fixed folds.

Rows of labelled headlines (headings.py) teach further columns, which only headlines ask: whether anything is told of the
two countries, whether the second acts on the first, and the types once more, learnt from them as well. VECTORS may also
be an earlier model.bin, whose word vectors are taken over.
"""
import argparse
import json
import os
import struct

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np  # noqa: E402
from scipy import sparse  # noqa: E402

GROUPS = {"path": 1.0, "words": 0.3, "rule": 0.3, "standing": 0.5}
REGIONS = {"all": 0.5, "core": 0.7, "top": 0.7, "next": 0.5}
TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
FAMILY = {t: "YIELD" if t in ("CONCEDE", "RETREAT") else t for t in TYPES}
FAMILIES = sorted(set(FAMILY.values()))
RIDGE, DIMENSIONS, WORDS, LEAST = 0.12, 64, 20000, 2
# Told, reversed: how far headlines are trusted; how often something must be told before the judge proposes or completes.
TOLD_RIDGE, PROPOSES, COMPLETES = 1.0, 0.3, 0.3


def load(sources):
    rows = []
    for number, source in enumerate(sources):
        path, weight, *rest = source.split(":")
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            if "blind" in rest:
                row["groups"]["rule"] = {}
            rows.append(row | {"source": number, "weight": float(weight)})
    return rows


def load_vectors(path):
    """The commonest words with their vectors, turned onto their main axes, as whole numbers of one byte."""
    if path.endswith(".bin"):
        return vectors_of_model(path)
    data = np.load(path, allow_pickle=True)
    words = [str(w) for w in data["words"]][:WORDS]
    vectors = data["vectors"][:WORDS].astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    axes = np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)[2][:DIMENSIONS]
    turned = vectors @ axes.T
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    return words, np.round(turned * 127 / np.abs(turned).max()).astype(np.int8)


def vectors_of_model(path):
    """Words and vectors as an earlier run has packed them."""
    data = open(path, "rb").read()
    size = struct.unpack("<I", data[:4])[0]
    header = json.loads(data[4:4 + size])
    shape = len(header["words"]), header["dimensions"]
    return header["words"], np.frombuffer(data[-shape[0] * shape[1]:], dtype=np.int8).reshape(shape)


def sparse_group(rows, name):
    """Rows of length one over the features seen at least LEAST times, and their names."""
    counts = {}
    for row in rows:
        for feature in row["groups"].get(name, {}):
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(f for f, n in counts.items() if n >= LEAST)
    index = {f: i for i, f in enumerate(names)}
    data, at, start = [], [], [0]
    for row in rows:
        found = row["groups"].get(name, {})
        length = sum(v * v for v in found.values()) ** 0.5 or 1
        for feature, value in found.items():
            if feature in index:
                at.append(index[feature])
                data.append(value / length)
        start.append(len(at))
    return names, sparse.csr_matrix((data, at, start), shape=(len(rows), len(names)))


def dense_region(rows, name, index, vectors):
    out = np.zeros((len(rows), vectors.shape[1]))
    for i, row in enumerate(rows):
        known = [index[w] for w in row["regions"][name] if w in index]
        if known:
            mean = vectors[known].astype(np.float64).sum(0)
            out[i] = mean / (np.linalg.norm(mean) or 1)
    return out


def kernel(parts, scales):
    total = sum(s * s for s in scales.values())
    found = 0
    for name, (matrix, _) in parts.items():
        product = matrix @ matrix.T
        found = found + scales[name] ** 2 / total * (product.toarray() if sparse.issparse(product) else product)
    return found, total


def fit(gram, targets, weights, ridge=RIDGE):
    return np.linalg.solve(gram + ridge * np.diag(1 / weights), targets)


def one_hot(rows, golds):
    targets = np.full((len(rows), len(TYPES)), -1 / len(FAMILIES))
    targets[:, [TYPES.index("CONCEDE"), TYPES.index("RETREAT")]] /= 2
    for i, gold in enumerate(golds):
        if gold != "NONE":
            targets[i, TYPES.index(gold)] += 1
    return targets


def split_family(rows, gram):
    """PLV's YIELD as CONCEDE or RETREAT: whichever our own rows, which tell them apart, make likelier."""
    known = [i for i, row in enumerate(rows) if row["gold"] in ("CONCEDE", "RETREAT")]
    asked = [i for i, row in enumerate(rows) if row["gold"] == "YIELD"]
    sign = np.array([1.0 if rows[i]["gold"] == "RETREAT" else -1.0 for i in known])
    lean = gram[np.ix_(asked, known)] @ np.linalg.solve(gram[np.ix_(known, known)] + 0.1 * np.eye(len(known)), sign)
    golds = [row["gold"] for row in rows]
    for i, value in zip(asked, lean):
        own = rows[i]["answer"]
        golds[i] = own if own in ("CONCEDE", "RETREAT") else "RETREAT" if value > 0 else "CONCEDE"
    return golds


def families(scores):
    out = np.zeros((len(scores), len(FAMILIES)))
    for k, name in enumerate(TYPES):
        out[:, FAMILIES.index(FAMILY[name])] += scores[:, k]
    return out


def cross_validate(rows, gram, targets, weights):
    own = np.array([i for i, row in enumerate(rows) if row["source"] == 0])
    fold = np.random.RandomState(0).permutation(len(own)) % 5
    scores = np.zeros((len(own), len(TYPES)))
    for part in range(5):
        held = own[fold == part]
        kept = np.setdiff1d(np.arange(len(rows)), held)
        scores[fold == part] = gram[np.ix_(held, kept)] @ fit(gram[np.ix_(kept, kept)], targets[kept], weights[kept])
    return own, families(scores)


def learn_headings(rows, gram, targets, weights, first):
    """Weights by row of the headlines' columns, and how far to trust them, by cross-validation on the headlines."""
    heads = np.arange(first, len(rows))
    told = np.array([row["gold"] != "NONE" for row in rows[first:]])
    back = np.array([bool(row.get("reversed")) for row in rows[first:]])
    kept = np.array([i for i, row in enumerate(rows) if row["gold"] != "NONE"])
    fold = np.random.RandomState(0).permutation(len(heads)) % 5
    scores, turned = np.zeros(len(heads)), np.zeros(len(heads))
    types = np.zeros((len(heads), len(TYPES)))
    for part in range(5):
        held, other = fold == part, fold != part
        scores[held] = gram[np.ix_(heads[held], heads[other])] @ fit_signs(gram, heads[other], told[other])
        acts = other & told
        turned[held] = gram[np.ix_(heads[held], heads[acts])] @ fit_signs(gram, heads[acts], back[acts])
        train = np.setdiff1d(kept, heads[held])
        types[held] = gram[np.ix_(heads[held], train)] @ fit(gram[np.ix_(train, train)], targets[train], weights[train])
    by = families(types)
    guess = np.array([FAMILIES[k] for k in by.argmax(1)])
    gold = np.array([FAMILY.get(row["gold"], row["gold"]) for row in rows[first:]])
    top = np.sort(by, axis=1)
    lead = top[:, -1] - top[:, -2]
    scale = {"told": reliability(scores, told), "typed": reliability(lead[told], (guess == gold)[told], 5), "proposes": PROPOSES, "completes": COMPLETES}
    report_headings(scores, scale, told, guess == gold, (turned > 0) == back)
    alpha = np.zeros((len(rows), 2 + len(TYPES)))
    alpha[heads, 0] = fit_signs(gram, heads, told)
    alpha[heads[told], 1] = fit_signs(gram, heads[told], back[told])
    alpha[kept, 2:] = fit(gram[np.ix_(kept, kept)], targets[kept], weights[kept])
    return alpha, scale


def fit_signs(gram, at, true):
    return fit(gram[np.ix_(at, at)], np.where(true, 1.0, -1.0), np.ones(len(at)), TOLD_RIDGE)


def report_headings(scores, scale, told, right, way):
    print(f"headlines {len(told)}  told {100 * told.mean():.0f} %  type {100 * right[told].mean():.1f}  way {100 * way[told].mean():.1f}")
    points = np.array(scale["told"])
    sure = np.interp(scores, points[:, 0], points[:, 1])
    for least in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
        at = sure >= least
        if at.any():
            print(f"  told {least}: {100 * at.mean():.0f} %, right {100 * told[at].mean():.0f}, type right {100 * (right & told)[at].mean():.0f}")


def macro(gold, guess, labels):
    out = {}
    for label in labels:
        right = sum(g == p == label for g, p in zip(gold, guess))
        total = gold.count(label) + guess.count(label)
        out[label] = 2 * right / total if total else 0.0
    return out


def reliability(margins, right, bins=8):
    """Rising points (lead, share right) over equal parts of the answers, by pooling of neighbours that fall."""
    order = np.argsort(margins)
    pools = [[margins[p].mean(), right[p].mean(), len(p)] for p in np.array_split(order, bins)]
    i = 0
    while i + 1 < len(pools):
        a, b = pools[i], pools[i + 1]
        if a[1] <= b[1]:
            i += 1
            continue
        n = a[2] + b[2]
        pools[i:i + 2] = [[(a[0] * a[2] + b[0] * b[2]) / n, (a[1] * a[2] + b[1] * b[2]) / n, n]]
        i = max(i - 1, 0)
    return [[round(float(x), 4), round(float(min(y, 0.97)), 3)] for x, y, _ in pools]


def pack(path, header, arrays):
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(struct.pack("<I", len(text)) + text)
        for array in arrays:
            file.write(array.astype(array.dtype.newbyteorder("<")).tobytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--ignored", default=os.path.join(os.path.dirname(__file__), "ignored.txt"))
    parser.add_argument("--headings", required=True)
    parser.add_argument("--out")
    parser.add_argument("rows", nargs="+")
    options = parser.parse_args()
    rows = load(options.rows)
    first = len(rows)
    rows += load([f"{options.headings}:1"])
    words, vectors = load_vectors(options.vectors)
    index = {w: i for i, w in enumerate(words)}
    parts = {}
    for name in GROUPS:
        names, matrix = sparse_group(rows, name)
        parts[name] = (matrix, names)
    for name in REGIONS:
        parts[name] = (dense_region(rows, name, index, vectors), None)
    scales = {name: value ** 0.5 for name, value in (GROUPS | REGIONS).items()}
    gram, total = kernel(parts, scales)
    weights = np.array([row["weight"] for row in rows])
    targets = one_hot(rows, split_family(rows, gram))
    pairs = np.arange(first)
    plain = gram[np.ix_(pairs, pairs)]
    own, scores = cross_validate(rows[:first], plain, targets[:first], weights[:first])
    gold = [FAMILY.get(rows[i]["gold"], rows[i]["gold"]) for i in own]
    guess = [FAMILIES[k] for k in scores.argmax(1)]
    by = macro(gold, guess, sorted(set(gold)))
    right = np.array([g == p for g, p in zip(gold, guess)])
    print(" ".join(f"{k} {100 * v:.0f}" for k, v in by.items()))
    print(f"rows {first}  cross-validated: right {100 * right.mean():.1f}  macro F1 {100 * sum(by.values()) / len(by):.1f}")
    beside, heading = learn_headings(rows, gram, targets, weights, first)
    if not options.out:
        return
    top = np.sort(scores, axis=1)
    points = reliability(top[:, -1] - top[:, -2], right)
    alpha = np.zeros((len(rows), len(TYPES)))
    alpha[:first] = fit(plain, targets[:first], weights[:first])
    alpha = np.hstack([alpha, beside])
    primal = {n: np.asarray(m.T @ alpha) * scales[n] / total for n, (m, _) in parts.items()}
    unit = max(np.abs(p).max() for p in primal.values()) / 32767
    header = {
        "format": 3, "types": TYPES, "extras": 2 + len(TYPES), "heading": heading,
        "groups": [{"name": n, "scale": scales[n], "features": parts[n][1]} for n in GROUPS],
        "regions": [{"name": n, "scale": scales[n]} for n in REGIONS],
        "dimensions": DIMENSIONS, "words": words,
        "ignored": open(options.ignored, encoding="utf-8").read().split("\n"),
        "bias": [0.0] * len(TYPES), "unit": float(unit), "reliability": points,
    }
    arrays = [np.round(primal[n] / unit).astype(np.int16) for n in parts]
    pack(options.out, header, arrays + [vectors])
    print(f"wrote {os.path.getsize(options.out)} bytes; reliability {points}")


if __name__ == "__main__":
    main()
