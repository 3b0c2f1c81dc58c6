"""The network: word, affix and shape vectors, a stack of two-way recurrent layers, linear taggers on a lower layer, a
biaffine parser on top."""

import threading
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from features import AFFIX_BUCKETS, SHAPES
from recurrence import LstmScan, SruScan


@dataclass
class Sizes:
    """Everything that fixes the shapes of the weights."""

    words: int
    upos: int
    xpos: int
    deprels: int
    word: int = 100
    affix: int = 64
    shape: int = 16
    hidden: int = 128
    layers: int = 3
    tag_layer: int = 2
    arc: int = 192
    label: int = 160
    cell: str = "lstm"

    def as_dict(self) -> dict:
        """As it is stored beside the weights."""
        return asdict(self)


LOCAL = threading.local()


def chance() -> torch.Generator | None:
    """The source of randomness of this thread, so that threads do not disturb one another's; the common one if unset."""
    return getattr(LOCAL, "generator", None)


class LstmLayer(nn.Module):
    """Long short-term memory both ways."""

    reduced = False
    """Whether products are taken in bfloat16 outside training, too."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.hidden = hidden
        self.input = nn.Linear(width, 8 * hidden)
        self.carried = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        nn.init.uniform_(self.input.weight, -(hidden**-0.5), hidden**-0.5)
        for way in range(2):
            for gate in range(4):
                nn.init.orthogonal_(self.carried.data[way, :, gate * hidden : (gate + 1) * hidden])
            self.input.bias.data[4 * way * hidden : 4 * (way + 1) * hidden] = torch.tensor([0.0, 1.0, 0.0, 0.0]).repeat_interleave(hidden)

    def forward(self, states: Tensor, lengths: Tensor) -> Tensor:
        """From states (time, batch, width) to states (time, batch, 2 × hidden)."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training or self.reduced):
            sums = self.input(states)
        sums = sums.float().view(*states.shape[:2], 2, 4 * self.hidden)
        carried = self.carried.bfloat16() if self.training or self.reduced else self.carried
        ways = [LstmScan.apply(sums[:, :, way].contiguous(), carried[way].contiguous(), lengths, way == 1) for way in range(2)]
        return torch.cat(ways, dim=2)


class SruLayer(nn.Module):
    """A simple recurrent unit (Lei and others, 2018) both ways: all products come from the input alone, so that those of a
    whole sentence are one product of matrices, and what runs through time are a few operations a unit."""

    reduced = False

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.hidden = hidden
        self.parts = 3 if width == 2 * hidden else 4
        self.input = nn.Linear(width, 2 * self.parts * hidden, bias=False)
        nn.init.normal_(self.input.weight, std=width**-0.5)
        self.carried = nn.Parameter(torch.zeros(2, 4, hidden))
        nn.init.uniform_(self.carried.data[:, :2], -0.3, 0.3)
        self.carried.data[:, 2] = torch.linspace(-1.0, 2.0, hidden)

    def forward(self, states: Tensor, lengths: Tensor) -> Tensor:
        """From states (time, batch, width) to states (time, batch, 2 × hidden)."""
        times, batch, _ = states.shape
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training or self.reduced):
            sums = self.input(states)
        sums = sums.float().view(times, batch, 2, self.parts, self.hidden)
        ways = []
        for way in range(2):
            past = states[:, :, way * self.hidden : (way + 1) * self.hidden].contiguous()
            ways.append(SruScan.apply(sums[:, :, way].contiguous(), past, self.carried[way].contiguous(), lengths, way == 1))
        return torch.cat(ways, dim=2)


LAYERS = {"lstm": LstmLayer, "sru": SruLayer}


class Network(nn.Module):
    """Takes padded batches whose first column is the root."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes = sizes
        self.dropout = dropout
        self.word = nn.Embedding(sizes.words, sizes.word, padding_idx=0)
        self.affix = nn.EmbeddingBag(AFFIX_BUCKETS, sizes.affix, mode="sum", padding_idx=0)
        self.shape = nn.Embedding(SHAPES, sizes.shape)
        nn.init.normal_(self.affix.weight, std=0.1)
        nn.init.normal_(self.shape.weight, std=0.1)
        width, both = sizes.word + sizes.affix + sizes.shape, 2 * sizes.hidden
        layer = LAYERS[sizes.cell]
        self.layers = nn.ModuleList(layer(both if i else width, sizes.hidden) for i in range(sizes.layers))
        self.upos = nn.Linear(both, sizes.upos)
        self.xpos = nn.Linear(both, sizes.xpos)
        self.arc_dep = nn.Linear(both, sizes.arc)
        self.arc_head = nn.Linear(both, sizes.arc)
        self.arc_pair = nn.Linear(sizes.arc, sizes.arc)
        self.label_dep = nn.Linear(both, sizes.label)
        self.label_head = nn.Linear(both, sizes.label, bias=False)
        self.label_out = nn.Linear(sizes.label, sizes.deprels)

    def shared_dropout(self, states: Tensor, over: int) -> Tensor:
        """Drops the same units at every place of a sentence; `over` is the dimension of places."""
        if not self.training or not self.dropout:
            return states
        shape = [1 if i == over else size for i, size in enumerate(states.shape)]
        keep = torch.full(shape, 1 - self.dropout)
        return states * torch.bernoulli(keep, generator=chance()) / (1 - self.dropout)

    def encode(self, words: Tensor, affixes: Tensor, shapes: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """States for the taggers and for the parser, (batch, place, units)."""
        batch, width, slots = affixes.shape
        bag = self.affix(affixes.reshape(-1, slots)).view(batch, width, -1)
        states = torch.cat([self.word(words), bag, self.shape(shapes)], dim=2).transpose(0, 1)
        tagging = states
        for i, layer in enumerate(self.layers):
            states = layer(self.shared_dropout(states, 0), lengths)
            if i + 1 == self.sizes.tag_layer:
                tagging = states
        return self.shared_dropout(tagging.transpose(0, 1), 1), self.shared_dropout(states.transpose(0, 1), 1)

    def forward(self, words: Tensor, affixes: Tensor, shapes: Tensor, lengths: Tensor) -> dict[str, Tensor]:
        """Scores of tags (batch, word, tag) and of arcs (batch, dependant, head), and what labels are scored from."""
        tagging, states = self.encode(words, affixes, shapes, lengths)
        act = nn.functional.leaky_relu
        dependants = self.shared_dropout(act(self.arc_dep(states), 0.1), 1)
        heads = self.shared_dropout(act(self.arc_head(states), 0.1), 1)
        arcs = self.arc_pair(dependants) @ heads.transpose(1, 2)
        outside = torch.arange(words.size(1))[None, :] >= lengths[:, None]
        return {
            "upos": self.upos(tagging),
            "xpos": self.xpos(tagging),
            "arcs": arcs.masked_fill(outside[:, None, :], -1e4),
            "label_dep": self.label_dep(states),
            "label_head": self.label_head(states),
        }

    def labels(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of relations (batch, word, relation), given each word's head."""
        index = heads.unsqueeze(2).expand(-1, -1, scores["label_head"].size(2))
        pair = scores["label_dep"] + scores["label_head"].gather(1, index)
        return self.label_out(self.shared_dropout(nn.functional.leaky_relu(pair, 0.1), 1))
