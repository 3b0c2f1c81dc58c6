"""Lets a committee of trained networks read raw sentences, and keeps the shares of their mean for the likeliest answers: what
one small network then learns from (knowledge distillation)."""

import argparse
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from examples import Vocabulary, batches, inputs_of, load_vocabulary, pad
from network import Network, Sizes
from silver import KEPT, save_silver


class Unread:
    """A raw sentence as the members of a committee see it, each with words of its own vocabulary."""

    def __init__(self, forms: list[str], vocabularies: list[Vocabulary]) -> None:
        self.forms = forms
        inputs = [inputs_of(forms, vocabulary) for vocabulary in vocabularies]
        self.affixes, self.shapes = inputs[0][1:]
        for i, (words, _, _) in enumerate(inputs):
            setattr(self, f"words{i}", words)

    def __len__(self) -> int:
        return len(self.shapes)


def load_member(run: Path) -> Network:
    """The best network of a training run."""
    network = Network(Sizes(**json.loads((run / "sizes.json").read_text())))
    network.load_state_dict(torch.load(run / "best.pt")["weights"])
    return network.eval()


@torch.no_grad()
def judge(members: list[Network], group: list[Unread]) -> tuple[Tensor, dict[str, Tensor]]:
    """The committee's heads, each the likeliest, and the mean shares of all answers by kind."""
    affixes, shapes = pad(group, "affixes", 0), pad(group, "shapes", 0)
    lengths = torch.tensor([len(sentence) for sentence in group])
    scores = [member(pad(group, f"words{i}", 0), affixes, shapes, lengths) for i, member in enumerate(members)]
    mean = lambda kind: torch.stack([torch.softmax(s[kind], dim=2) for s in scores]).mean(dim=0)
    shares = {kind: mean(kind) for kind in ("upos", "xpos", "arcs")}
    heads = shares["arcs"].argmax(dim=2)
    for score, member in zip(scores, members):
        score["deprel"] = member.labels(score, heads)
    return heads, shares | {"deprel": mean("deprel")}


def keep_likeliest(shares: Tensor, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers and shares of the `count` likeliest answers of each word, the shares made to sum to 1."""
    top, labels = shares.topk(count, dim=2)
    labels = labels.masked_fill(top == 0, 0)
    return labels.numpy().astype(np.int16), (top / top.sum(dim=2, keepdim=True)).numpy().astype(np.float16)


class Answers:
    """The committee's heads and likeliest answers of each sentence, filled in whatever order they come."""

    def __init__(self, sentences: list[Unread]) -> None:
        self.order = {id(sentence): i for i, sentence in enumerate(sentences)}
        self.heads: list = [None] * len(sentences)
        self.targets = {f"{kind}_{what}": [None] * len(sentences) for kind in KEPT for what in ("labels", "shares")}

    def take(self, group: list[Unread], found: Tensor, shares: dict[str, Tensor]) -> None:
        """Keeps the answers of a batch."""
        kept = {kind: keep_likeliest(shares[kind], min(KEPT[kind], shares[kind].size(2))) for kind in KEPT}
        for row, sentence in enumerate(group):
            at, size = self.order[id(sentence)], len(sentence)
            self.heads[at] = found[row, :size].numpy().astype(np.int16)
            for kind, columns in kept.items():
                for what, column in zip(("labels", "shares"), columns):
                    own = np.zeros((size, KEPT[kind]), column.dtype)
                    own[1:, : column.shape[2]] = column[row, 1:size]
                    self.targets[f"{kind}_{what}"][at] = own


def main() -> None:
    """Reads a word-a-tab text and writes silver.npz."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=Path, nargs="+", required=True, help="folders that train.py wrote")
    options.add_argument("--text", type=Path, required=True, help="one sentence a line, words parted by tabs")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--lines", type=int, default=100_000, help="sentences to draw")
    options.add_argument("--threads", type=int, default=2)
    args = options.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    vocabularies, members = [load_vocabulary(run) for run in args.runs], [load_member(run) for run in args.runs]
    for other in vocabularies[1:]:
        if other.label_ids != vocabularies[0].label_ids:
            raise SystemExit("The members of the committee have different labels.")
    for layer in (layer for member in members for layer in member.layers):
        layer.reduced = True
    lines = args.text.read_text(encoding="utf-8").split("\n")[:-1]
    drawn = random.Random(1).sample(lines, min(args.lines, len(lines)))
    sentences = [Unread(line.split("\t"), vocabularies) for line in drawn]
    answers, groups, start = Answers(sentences), batches(sentences, 3000, None), time.monotonic()
    with ThreadPoolExecutor(args.threads) as pool:
        judged = pool.map(lambda group: (group, *judge(members, group)), groups)
        for i, (group, heads, shares) in enumerate(judged):
            answers.take(group, heads, shares)
            if i % 50 == 0:
                print(f"{i}/{len(groups)} {time.monotonic() - start:.0f} s", flush=True)
    save_silver(args.out, [sentence.forms for sentence in sentences], answers.heads, answers.targets)


if __name__ == "__main__":
    main()
