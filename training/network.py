"""The network: word, affix and shape vectors, a stack of BiLSTMs, linear taggers on a lower layer, a biaffine parser on top."""

import threading
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from features import AFFIX_BUCKETS, SHAPES


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

    def as_dict(self) -> dict:
        """As it is stored beside the weights."""
        return asdict(self)


LOCAL = threading.local()


def chance() -> torch.Generator | None:
    """The source of randomness of this thread, so that threads do not disturb one another's; the common one if unset."""
    return getattr(LOCAL, "generator", None)


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
        width = sizes.word + sizes.affix + sizes.shape
        self.lstms = nn.ModuleList(
            nn.LSTM(width if i == 0 else 2 * sizes.hidden, sizes.hidden, batch_first=True, bidirectional=True)
            for i in range(sizes.layers)
        )
        both = 2 * sizes.hidden
        self.upos = nn.Linear(both, sizes.upos)
        self.xpos = nn.Linear(both, sizes.xpos)
        self.arc_dep = nn.Linear(both, sizes.arc)
        self.arc_head = nn.Linear(both, sizes.arc)
        self.arc_pair = nn.Linear(sizes.arc, sizes.arc)
        self.label_dep = nn.Linear(both, sizes.label)
        self.label_head = nn.Linear(both, sizes.label, bias=False)
        self.label_out = nn.Linear(sizes.label, sizes.deprels)
        for lstm in self.lstms:
            for name, weight in lstm.named_parameters():
                if "weight_hh" in name:
                    for gate in weight.data.chunk(4):
                        nn.init.orthogonal_(gate)
                elif "bias" in name:
                    weight.data.zero_()
                    if "bias_ih" in name:
                        weight.data[sizes.hidden : 2 * sizes.hidden] = 1.0

    def shared_dropout(self, states: Tensor) -> Tensor:
        """Drops the same units at every place of a sentence."""
        if not self.training:
            return states
        keep = torch.full((states.size(0), 1, states.size(2)), 1 - self.dropout)
        return states * torch.bernoulli(keep, generator=chance()) / (1 - self.dropout)

    def encode(self, words: Tensor, affixes: Tensor, shapes: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """States for the taggers and for the parser."""
        batch, width, slots = affixes.shape
        bag = self.affix(affixes.reshape(-1, slots)).view(batch, width, -1)
        states = torch.cat([self.word(words), bag, self.shape(shapes)], dim=2)
        tagging = states
        for i, lstm in enumerate(self.lstms):
            packed = pack_padded_sequence(self.shared_dropout(states), lengths, batch_first=True, enforce_sorted=False)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
                above = lstm(packed)[0]
            states = pad_packed_sequence(above, batch_first=True, total_length=width)[0].float()
            if i + 1 == self.sizes.tag_layer:
                tagging = states
        return self.shared_dropout(tagging), self.shared_dropout(states)

    def forward(self, words: Tensor, affixes: Tensor, shapes: Tensor, lengths: Tensor) -> dict[str, Tensor]:
        """Scores of tags (batch, word, tag) and of arcs (batch, dependant, head), and what labels are scored from."""
        tagging, states = self.encode(words, affixes, shapes, lengths)
        act = nn.functional.leaky_relu
        dependants = self.shared_dropout(act(self.arc_dep(states), 0.1))
        heads = self.shared_dropout(act(self.arc_head(states), 0.1))
        arcs = self.arc_pair(dependants) @ heads.transpose(1, 2)
        return {
            "upos": self.upos(tagging),
            "xpos": self.xpos(tagging),
            "arcs": arcs,
            "label_dep": self.label_dep(states),
            "label_head": self.label_head(states),
        }

    def labels(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of relations (batch, word, relation), given each word's head."""
        index = heads.unsqueeze(2).expand(-1, -1, scores["label_head"].size(2))
        pair = scores["label_dep"] + scores["label_head"].gather(1, index)
        return self.label_out(self.shared_dropout(nn.functional.leaky_relu(pair, 0.1)))
