"""The recurrence of `lstm.cpp` as a differentiable function; compiled at first use, which needs a C++ compiler and ninja."""

from functools import cache
from pathlib import Path
from types import ModuleType

import torch
from torch import Tensor
from torch.utils.cpp_extension import load


@cache
def kernel() -> ModuleType:
    """The compiled functions."""
    return load("lstm_recurrence", [str(Path(__file__).with_name("lstm.cpp"))], extra_cflags=["-O3", "-march=native", "-ffast-math"])


class LstmScan(torch.autograd.Function):
    """From the sums of a layer's input (time, batch, 4 × units) to its states, one way through the sentences."""

    @staticmethod
    def forward(ctx, sums: Tensor, carried: Tensor, lengths: Tensor, reverse: bool) -> Tensor:
        """`carried` is (units, 4 × units), in the number format that its products are to be taken in."""
        states, cells, gates = kernel().forward(sums, carried, lengths, reverse)
        ctx.save_for_backward(carried, states, cells, gates, lengths)
        ctx.reverse = reverse
        return states

    @staticmethod
    def backward(ctx, grad: Tensor) -> tuple:
        """Gradients of the sums and the carried weights."""
        d_sums, d_carried = kernel().backward(grad.contiguous(), *ctx.saved_tensors, ctx.reverse)
        return d_sums, d_carried, None, None
