"""Trains the network on the treebanks: seeded, resumable from its last checkpoint, best weights by dev LAS kept."""

import argparse
import json
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from examples import IGNORE, Example, Vocabulary, batches, make_vocabulary, pad
from features import ROOT, UNKNOWN
from headlines import make_headlines
from network import LOCAL, Network, Sizes, chance
from treebank import Sentence, read_treebank

LONGEST = 120
"""Longer sentences are left out of training, in words."""


def load_vectors(network: Network, vocabulary: Vocabulary, path: Path) -> None:
    """Starts the word table from learnt vectors, scaled to unit variance; words without one start small."""
    data = np.load(path)
    vectors = data["vectors"]
    vectors = vectors / vectors.std()
    table = np.random.default_rng(1).normal(0, 0.1, tuple(network.word.weight.shape)).astype(np.float32)
    table[0] = 0
    for word, vector in zip(data["words"].tolist(), vectors):
        if word in vocabulary.word_ids:
            table[vocabulary.word_ids[word]] = vector * 0.4
    network.word.weight.data.copy_(torch.from_numpy(table))


def score(network: Network, group: list[Example], forget: float) -> tuple[dict[str, Tensor], Tensor]:
    """Scores of a batch and its lengths; `forget` is the share of words and affixes hidden."""
    words, affixes, shapes = pad(group, "words", 0), pad(group, "affixes", 0), pad(group, "shapes", 0)
    lengths = torch.tensor([len(e) for e in group])
    if forget:
        words[(torch.rand(words.shape, generator=chance()) < forget) & (words > ROOT)] = UNKNOWN
        affixes[torch.rand(affixes.shape, generator=chance()) < forget / 2] = 0
    scores = network(words, affixes, shapes, lengths)
    outside = torch.arange(words.size(1))[None, :] >= lengths[:, None]
    scores["arcs"] = scores["arcs"].masked_fill(outside[:, None, :], -1e4)
    return scores, lengths


def loss_of(network: Network, group: list[Example], forget: float) -> Tensor:
    """Sum of the four cross-entropies of a batch."""
    scores, _ = score(network, group, forget)
    entropy = lambda s, gold: nn.functional.cross_entropy(s.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
    heads = pad(group, "heads", IGNORE)
    labels = network.labels(scores, heads.clamp(min=0))
    return (
        0.5 * entropy(scores["upos"], pad(group, "upos", IGNORE))
        + 0.5 * entropy(scores["xpos"], pad(group, "xpos", IGNORE))
        + entropy(scores["arcs"], heads)
        + entropy(labels, pad(group, "deprels", IGNORE))
    )


def gradients(network: Network, group: list[Example], seed: int) -> tuple[list[Tensor | None], float]:
    """The gradients of one part of a step, with randomness of its own, and its loss."""
    LOCAL.generator = torch.Generator().manual_seed(seed)
    loss = loss_of(network, group, 0.15)
    return list(torch.autograd.grad(loss, list(network.parameters()), allow_unused=True)), loss.item()


def step(network: Network, optimizer: torch.optim.Optimizer, pool: ThreadPoolExecutor, jobs: list[tuple]) -> float:
    """One step of the optimizer over groups that are worked on side by side; the mean of their losses."""
    results = list(pool.map(lambda job: gradients(network, *job), jobs))
    for i, parameter in enumerate(network.parameters()):
        parts = [grads[i] for grads, _ in results if grads[i] is not None]
        parameter.grad = sum(parts[1:], parts[0]).div_(len(results)) if parts else None
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    optimizer.step()
    return sum(loss for _, loss in results) / len(results)


@torch.no_grad()
def evaluate(network: Network, examples: list[Example]) -> dict[str, float]:
    """UPOS, XPOS, UAS and LAS in per cent, each head picked for itself."""
    network.eval()
    right, total = Counter(), 0
    for group in batches(examples, 4000, None):
        scores, _ = score(network, group, 0)
        heads = scores["arcs"].argmax(2)
        labels = network.labels(scores, heads).argmax(2)
        gold_heads, gold_labels = pad(group, "heads", IGNORE), pad(group, "deprels", IGNORE)
        arc = heads == gold_heads
        total += int((gold_heads != IGNORE).sum())
        right["uas"] += int(arc.sum())
        right["las"] += int((arc & (labels == gold_labels)).sum())
        for kind in ("upos", "xpos"):
            right[kind] += int((scores[kind].argmax(2) == pad(group, kind, IGNORE)).sum())
    network.train()
    return {name: round(100 * count / total, 2) for name, count in right.items()}


class Average:
    """A running mean of the weights, which reads better than the last step's."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.weights = {name: weight.detach().clone() for name, weight in network.state_dict().items()}

    def update(self, network: Network) -> None:
        """Takes in the weights of one more step."""
        self.steps += 1
        share = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        torch._foreach_lerp_(list(self.weights.values()), list(network.state_dict().values()), share)


def parse_options() -> argparse.Namespace:
    """The options of the command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with ud/*.conllu")
    options.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    options.add_argument("--vectors", type=Path)
    options.add_argument("--kept", type=int, default=40000, help="words of the raw texts to keep")
    options.add_argument("--epochs", type=int, default=40)
    options.add_argument("--hidden", type=int, default=128)
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--rate", type=float, default=3e-3)
    options.add_argument("--tokens", type=int, default=1000)
    options.add_argument("--threads", type=int, default=2, help="groups of a step, each worked on by a thread")
    options.add_argument("--headlines", type=float, default=0.0, help="share of sentences added in headline form")
    options.add_argument("--minutes", type=float, default=0.0, help="let the learning rate fall with time, to be done by then")
    options.add_argument("--seed", type=int, default=1)
    return options.parse_args()


def rate_at(progress: float, peak: float) -> float:
    """Learning rate: a short rise, then a straight fall."""
    return peak * min(1.0, progress / 0.03 + 0.02) * (1 - 0.97 * progress)


def spent(minutes: float, began: float) -> float:
    """Share of the time allowed that is over, 0 where none was set."""
    return min(1.0, (time.monotonic() - began) / 60 / minutes) if minutes else 0.0


def main() -> None:
    """Reads the data, starts or resumes the run, and trains to its end."""
    args = parse_options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    train = [s for name in ("ewt", "gum") for s in read_treebank(args.data / f"ud/en_{name}-train.conllu", LONGEST)]
    vocabulary = make_vocabulary(train, args.vectors, args.kept)
    (args.out / "vocabulary.json").write_text(json.dumps(vocabulary.as_dict()))
    dev = {name: [Example(s, vocabulary) for s in read_treebank(args.data / f"ud/en_{name}-dev.conllu")] for name in ("ewt", "gum")}
    examples = [Example(s, vocabulary) for s in train]
    sizes = Sizes(len(vocabulary.words), len(vocabulary.upos), len(vocabulary.xpos), len(vocabulary.deprels),
                  hidden=args.hidden, layers=args.layers)
    (args.out / "sizes.json").write_text(json.dumps(sizes.as_dict()))
    network = Network(sizes)
    if args.vectors:
        load_vectors(network, vocabulary, args.vectors)
    run = Run(args, network)
    run.resume()
    fit(run, examples, dev, (train, vocabulary))


def variants(args: argparse.Namespace, train: list[Sentence], vocabulary: Vocabulary, rng: random.Random) -> list[Example]:
    """This epoch's extra sentences: headlines, and a few sentences all in capitals or without any."""
    if not args.headlines:
        return []
    made = make_headlines(train, args.headlines, rng)
    for write in (str.upper, str.lower):
        for s in rng.sample(train, len(train) // 40):
            made.append(replace(s, forms=[write(form) for form in s.forms]))
    return [Example(s, vocabulary) for s in made]


class Run:
    """A training run: weights, their running mean, and what a checkpoint holds of them."""

    def __init__(self, args: argparse.Namespace, network: Network) -> None:
        self.args, self.network = args, network
        self.optimizer = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.95), fused=True)
        self.average = Average(network, 0.999)
        self.pool = ThreadPoolExecutor(args.threads)
        self.began = time.monotonic()
        self.epoch, self.best = 0, 0.0

    def resume(self) -> None:
        """Goes on from the last checkpoint, if there is one."""
        path = self.args.out / "last.pt"
        if not path.exists():
            return
        state = torch.load(path)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.weights, self.average.steps = state["average"], state["steps"]
        self.epoch, self.best = state["epoch"], state["best"]

    def save(self, scores: dict[str, dict[str, float]]) -> None:
        """Writes a checkpoint, and the mean weights apart if they are the best so far."""
        las = sum(part["las"] for part in scores.values())
        if las > self.best:
            self.best = las
            best = {"weights": self.average.weights, "scores": scores, "epoch": self.epoch}
            torch.save(best, self.args.out / "best.pt")
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        state |= {"average": self.average.weights, "steps": self.average.steps, "epoch": self.epoch, "best": self.best}
        torch.save(state, self.args.out / "last.pt")

    def set_rate(self, done: float) -> None:
        """Sets the learning rate for so much of this epoch done."""
        progress = max((self.epoch + done) / self.args.epochs, spent(self.args.minutes, self.began))
        for parameters in self.optimizer.param_groups:
            parameters["lr"] = rate_at(progress, self.args.rate)

    def learn(self, groups: list[list[Example]]) -> float:
        """One epoch over the groups; the mean loss."""
        threads, total = self.args.threads, 0.0
        steps = [groups[i : i + threads] for i in range(0, len(groups), threads)]
        for i, parts in enumerate(steps):
            self.set_rate(i / len(steps))
            seed = (self.args.seed * 1000 + self.epoch) * 100_000 + i * threads
            jobs = [(part, seed + j) for j, part in enumerate(parts)]
            total += step(self.network, self.optimizer, self.pool, jobs)
            self.average.update(self.network)
            if i % 25 == 0:
                print(f"  {i}/{len(steps)} {total / (i + 1):.3f} {time.monotonic() - self.began:.0f} s", flush=True)
        return total / len(steps)


def fit(run: Run, examples: list[Example], dev: dict[str, list[Example]], source: tuple) -> None:
    """The training loop: an epoch, a score, a checkpoint."""
    args, judge = run.args, Network(run.network.sizes)
    while run.epoch < args.epochs and spent(args.minutes, run.began) < 1:
        rng = random.Random(args.seed * 1000 + run.epoch)
        loss = run.learn(batches([*examples, *variants(args, *source, rng)], args.tokens, rng))
        run.epoch += 1
        judge.load_state_dict(run.average.weights)
        scores = {name: evaluate(judge, part) for name, part in dev.items()}
        print(f"epoch {run.epoch} loss {loss:.3f} {scores}", flush=True)
        run.save(scores)


if __name__ == "__main__":
    main()
