"""Trains a network on the treebanks and, if there are any, silver sentences: seeded, resumable from its last checkpoint,
best weights by dev LAS kept."""

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

from examples import IGNORE, Example, Vocabulary, batches, load_vocabulary, make_vocabulary, pad
from features import ROOT, UNKNOWN
from headlines import make_headlines
from lemmas import Lemmas, learn_lemmas
from network import LOCAL, Network, Sizes, chance
from silver import Silver, as_sentence, load_silver, vary
from treebank import Sentence, read_treebank

LONGEST = 120
"""Longer sentences are left out of training, in words."""

TASKS = (("upos", "upos", 0.5), ("xpos", "xpos", 0.5), ("arcs", "heads", 1.0), ("deprel", "deprels", 1.0))
"""Scores, the column of gold answers, and the weight of each of the four tasks."""


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


def score(network: Network, group: list, forget: float) -> dict[str, Tensor]:
    """Scores of a batch; `forget` is the share of words and affixes hidden."""
    words, affixes, shapes = pad(group, "words", 0), pad(group, "affixes", 0), pad(group, "shapes", 0)
    if forget:
        words[(torch.rand(words.shape, generator=chance()) < forget) & (words > ROOT)] = UNKNOWN
        affixes[torch.rand(affixes.shape, generator=chance()) < forget / 2] = 0
    return network(words, affixes, shapes, torch.tensor([len(e) for e in group]))


def loss_of(network: Network, group: list, forget: float) -> Tensor:
    """Weighted sum of the four cross-entropies of a batch, against gold answers or a committee's shares."""
    scores = score(network, group, forget)
    scores["deprel"] = network.labels(scores, pad(group, "heads", 0).clamp(min=0))
    entropies = []
    for kind, column, weight in TASKS:
        if isinstance(group[0], Silver):
            entropy = soft_entropy(scores[kind], pad(group, f"{kind}_labels", 0), pad(group, f"{kind}_shares", 0))
        else:
            gold = pad(group, column, IGNORE).flatten()
            entropy = nn.functional.cross_entropy(scores[kind].flatten(0, 1), gold, ignore_index=IGNORE)
        entropies.append(weight * entropy)
    return sum(entropies)


def soft_entropy(scores: Tensor, labels: Tensor, shares: Tensor) -> Tensor:
    """Cross-entropy against the shares of a few labels a word, a mean over words that have any."""
    chances = torch.log_softmax(scores, dim=2).gather(2, labels.masked_fill(shares == 0, 0))
    return -(chances * shares).sum() / (shares.sum(dim=2) > 0).sum()


def gradients(network: Network, group: list, seed: int) -> tuple[list[Tensor | None], float]:
    """The gradients of one batch, with randomness of its own, and its loss."""
    LOCAL.generator = torch.Generator().manual_seed(seed)
    loss = loss_of(network, group, 0.15)
    return list(torch.autograd.grad(loss, list(network.parameters()), allow_unused=True)), loss.item()


@torch.no_grad()
def evaluate(network: Network, examples: list[Example]) -> dict[str, float]:
    """UPOS, XPOS, UAS and LAS in per cent, each head picked for itself."""
    network.eval()
    right, total = Counter(), 0
    for group in batches(examples, 4000, None):
        scores = score(network, group, 0)
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
    options.add_argument("--start", type=Path, help="run whose best weights, words and sizes to begin with")
    options.add_argument("--silver", type=Path, help="sentences with the answers of a committee, from committee.py")
    options.add_argument("--share", type=float, default=2.0, help="silver tokens to each gold one in an epoch")
    options.add_argument("--kept", type=int, default=40000, help="words of the raw texts to keep")
    options.add_argument("--epochs", type=int, default=30)
    options.add_argument("--cell", choices=("sru", "lstm"), default="lstm")
    options.add_argument("--hidden", type=int, default=128)
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--arc", type=int, default=192)
    options.add_argument("--label", type=int, default=160)
    options.add_argument("--dropout", type=float, default=0.33)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--tokens", type=int, default=1000)
    options.add_argument("--threads", type=int, default=2, help="batches of a step, each worked on by a thread")
    options.add_argument("--headlines", type=float, default=0.2, help="share of sentences added in headline form")
    options.add_argument("--minutes", type=float, default=0.0, help="let the learning rate fall with time, to be done by then")
    options.add_argument("--seed", type=int, default=1)
    return options.parse_args()


def rate_at(progress: float, peak: float) -> float:
    """Learning rate: a short rise, then a straight fall."""
    return peak * min(1.0, progress / 0.03 + 0.02) * (1 - 0.98 * progress)


def main() -> None:
    """Reads the data, starts or resumes the run, and trains to its end."""
    args = parse_options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    train = [s for name in ("ewt", "gum") for s in read_treebank(args.data / f"ud/en_{name}-train.conllu", LONGEST)]
    vocabulary = load_vocabulary(args.start) if args.start else make_vocabulary(train, args.vectors, args.kept)
    (args.out / "vocabulary.json").write_text(json.dumps(vocabulary.as_dict()))
    dev = {name: [Example(s, vocabulary) for s in read_treebank(args.data / f"ud/en_{name}-dev.conllu")] for name in ("ewt", "gum")}
    sizes = Sizes(len(vocabulary.words), len(vocabulary.upos), len(vocabulary.xpos), len(vocabulary.deprels),
                  hidden=args.hidden, layers=args.layers, tag_layer=args.layers - 1, arc=args.arc, label=args.label, cell=args.cell)
    if args.start:
        sizes = Sizes(**json.loads((args.start / "sizes.json").read_text()))
    (args.out / "sizes.json").write_text(json.dumps(sizes.as_dict()))
    network = Network(sizes, args.dropout)
    if args.start:
        network.load_state_dict(torch.load(args.start / "best.pt")["weights"])
    elif args.vectors:
        load_vectors(network, vocabulary, args.vectors)
    silver = load_silver(args.silver, vocabulary) if args.silver else []
    run = Run(args, network)
    run.resume()
    fit(run, Sources(train, silver, vocabulary), dev)


class Sources:
    """What an epoch is drawn from."""

    def __init__(self, train: list[Sentence], silver: list[Silver], vocabulary: Vocabulary) -> None:
        self.train, self.silver, self.vocabulary = train, silver, vocabulary
        self.gold = [Example(s, vocabulary) for s in train]
        self.lemmas = Lemmas(learn_lemmas(train)) if silver else None

    def epoch(self, args: argparse.Namespace, rng: random.Random) -> list[list]:
        """The batches of an epoch: gold, silver, and headlines made of both, shuffled."""
        drawn = self.draw(args.share, rng)
        examples = [*self.gold, *self.variants(args.headlines, drawn, rng)]
        groups = batches(examples, args.tokens, rng) + batches(vary(drawn, self.vocabulary, rng), args.tokens, rng)
        rng.shuffle(groups)
        return groups

    def draw(self, share: float, rng: random.Random) -> list[Silver]:
        """Silver sentences with so many tokens to each gold one."""
        if not self.silver:
            return []
        mean = sum(map(len, self.silver)) / len(self.silver)
        return rng.sample(self.silver, min(len(self.silver), int(share * sum(map(len, self.gold)) / mean)))

    def variants(self, share: float, drawn: list[Silver], rng: random.Random) -> list[Example]:
        """Extra sentences: headlines, and a few sentences all in capitals or without any."""
        if not share:
            return []
        made = make_headlines(self.train, share, rng)
        if self.lemmas:
            read = [as_sentence(s, self.vocabulary, self.lemmas) for s in drawn if 8 < len(s) < 40]
            made += make_headlines([s for s in read if s], share, rng)
        for write in (str.upper, str.lower):
            for s in rng.sample(self.train, len(self.train) // 40):
                made.append(replace(s, forms=[write(form) for form in s.forms]))
        return [Example(s, self.vocabulary) for s in made]


class Run:
    """A training run: weights, their running mean, and what a checkpoint holds of them."""

    def __init__(self, args: argparse.Namespace, network: Network) -> None:
        self.args, self.network = args, network
        self.optimizer = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.95), fused=True)
        self.average = Average(network, 0.998)
        self.pool = ThreadPoolExecutor(args.threads)
        self.began, self.used = time.monotonic(), 0.0
        self.epoch, self.best = 0, 0.0

    def spent(self) -> float:
        """Minutes that the run has worked, former sittings included."""
        return self.used + (time.monotonic() - self.began) / 60

    def progress(self, done: float) -> float:
        """Share of the run that is over, for so much of this epoch done."""
        by_time = self.spent() / self.args.minutes if self.args.minutes else 0.0
        return min(1.0, max((self.epoch + done) / self.args.epochs, by_time))

    def resume(self) -> None:
        """Goes on from the last checkpoint, if there is one."""
        path = self.args.out / "last.pt"
        if not path.exists():
            return
        state = torch.load(path)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.weights, self.average.steps = state["average"], state["steps"]
        self.epoch, self.best, self.used = state["epoch"], state["best"], state["used"]

    def save(self, scores: dict[str, dict[str, float]]) -> None:
        """Writes a checkpoint, and the mean weights apart if they are the best so far."""
        las = sum(part["las"] for part in scores.values())
        if las > self.best:
            self.best = las
            best = {"weights": self.average.weights, "scores": scores, "epoch": self.epoch}
            torch.save(best, self.args.out / "best.pt")
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "used": self.spent()}
        state |= {"average": self.average.weights, "steps": self.average.steps, "epoch": self.epoch, "best": self.best}
        torch.save(state, self.args.out / "last.pt")

    def learn(self, groups: list[list]) -> float:
        """One epoch over the batches, as many at a step as there are threads; the mean loss."""
        total, threads = 0.0, self.args.threads
        for i in range(0, len(groups), threads):
            for parameters in self.optimizer.param_groups:
                parameters["lr"] = rate_at(self.progress(i / len(groups)), self.args.rate)
            seed = (self.args.seed * 1000 + self.epoch) * 100_000 + i
            jobs = [(group, seed + j) for j, group in enumerate(groups[i : i + threads])]
            total += self.step(list(self.pool.map(lambda job: gradients(self.network, *job), jobs)))
            if i // threads % 50 == 0:
                print(f"  {i}/{len(groups)} {total / (i + threads):.3f} {60 * self.spent():.0f} s", flush=True)
        return total / len(groups)

    def step(self, results: list[tuple]) -> float:
        """One step of the optimizer by the mean of gradients; the sum of their losses."""
        for i, parameter in enumerate(self.network.parameters()):
            parts = [grads[i] for grads, _ in results if grads[i] is not None]
            parameter.grad = sum(parts[1:], parts[0]).div_(len(results)) if parts else None
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self.average.update(self.network)
        return sum(loss for _, loss in results)


def fit(run: Run, sources: Sources, dev: dict[str, list[Example]]) -> None:
    """The training loop: an epoch, a score, a checkpoint."""
    args, judge = run.args, Network(run.network.sizes)
    while run.progress(0) < 1:
        rng = random.Random(args.seed * 1000 + run.epoch)
        loss = run.learn(sources.epoch(args, rng))
        run.epoch += 1
        judge.load_state_dict(run.average.weights)
        scores = {name: evaluate(judge, part) for name, part in dev.items()}
        print(f"epoch {run.epoch} loss {loss:.3f} {scores}", flush=True)
        run.save(scores)


if __name__ == "__main__":
    main()
