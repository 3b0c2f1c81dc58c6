"""The recurrences of `lstm.cpp` and `sru.cpp` as differentiable functions; compiled at first use, which needs a C++ compiler
and ninja."""

from functools import cache
from pathlib import Path
from types import ModuleType

import torch
from torch import Tensor
from torch.utils.cpp_extension import load


@cache
def kernel(name: str) -> ModuleType:
    """The compiled functions of a file."""
    return load(f"{name}_recurrence", [str(Path(__file__).with_name(f"{name}.cpp"))], extra_cflags=["-O3", "-march=native", "-ffast-math"])


class LstmScan(torch.autograd.Function):
    """From the sums of a layer's input (time, batch, 4 × units) to its states, one way through the sentences."""

    @staticmethod
    def forward(ctx, sums: Tensor, carried: Tensor, lengths: Tensor, reverse: bool) -> Tensor:
        """`carried` is (units, 4 × units), in the number format that its products are to be taken in."""
        states, cells, gates = kernel("lstm").forward(sums, carried, lengths, reverse)
        ctx.save_for_backward(carried, states, cells, gates, lengths)
        ctx.reverse = reverse
        return states

    @staticmethod
    def backward(ctx, grad: Tensor) -> tuple:
        """Gradients of the sums and the carried weights."""
        d_sums, d_carried = kernel("lstm").backward(grad.contiguous(), *ctx.saved_tensors, ctx.reverse)
        return d_sums, d_carried, None, None


class SruScan(torch.autograd.Function):
    """The same for simple recurrent units; see `sru.cpp` for the arguments."""

    @staticmethod
    def forward(ctx, sums: Tensor, past: Tensor, weights: Tensor, lengths: Tensor, reverse: bool) -> Tensor:
        """States (time, batch, units)."""
        states, cells = kernel("sru").forward(sums, past, weights, lengths, reverse)
        ctx.save_for_backward(sums, past, weights, cells, lengths)
        ctx.reverse = reverse
        return states

    @staticmethod
    def backward(ctx, grad: Tensor) -> tuple:
        """Gradients of the three real arguments."""
        sums, past, weights, cells, lengths = ctx.saved_tensors
        d_sums, d_past, d_weights = kernel("sru").backward(grad.contiguous(), sums, past, weights, cells, lengths, ctx.reverse)
        return d_sums, d_past if sums.size(2) == 3 else None, d_weights, None, None
