// The recurrence of a layer of simple recurrent units, forwards and backwards in time, and its gradient. Tensors are contiguous
// float32; `sums` is (time, batch, 3 or 4, units): candidate, keep gate, show gate and, with 4, what is carried past; else
// `past` (time, batch, units) is carried past. At and after a sentence's end all states are 0.
#include <torch/extension.h>

#include <cmath>
#include <vector>

namespace {

using torch::Tensor;

// A sigmoid without exp.
inline float gate(float x) { return 0.5f + 0.5f * x / std::sqrt(4.0f + x * x); }

inline float gate_slope(float x) {
  const float inner = 4.0f + x * x;
  return 2.0f / (inner * std::sqrt(inner));
}

struct Shape {
  int64_t times, batch, parts, units;
  Shape(const Tensor& sums) : times(sums.size(0)), batch(sums.size(1)), parts(sums.size(2)), units(sums.size(3)) {}
};

// `weights` (4, units): how the cell before enters the keep and the show gate, and the bias of each.
std::vector<Tensor> forward(Tensor sums, Tensor past, Tensor weights, Tensor lengths, bool reverse) {
  const Shape shape(sums);
  const int64_t units = shape.units;
  Tensor states = torch::zeros({shape.times, shape.batch, units}, sums.options());
  Tensor cells = torch::zeros_like(states);
  const float* w = weights.data_ptr<float>();
  const float *w_keep = w, *w_show = w + units, *b_keep = w + 2 * units, *b_show = w + 3 * units;
  const int64_t* length = lengths.data_ptr<int64_t>();
  std::vector<float> nothing(units, 0.0f);
  for (int64_t b = 0; b < shape.batch; b++) {
    const float* before = nothing.data();
    for (int64_t i = 0; i < length[b]; i++) {
      const int64_t at = (reverse ? length[b] - 1 - i : i) * shape.batch + b;
      const float* u = sums.data_ptr<float>() + at * shape.parts * units;
      const float* x = shape.parts == 4 ? u + 3 * units : past.data_ptr<float>() + at * units;
      float* c = cells.data_ptr<float>() + at * units;
      float* h = states.data_ptr<float>() + at * units;
      for (int64_t k = 0; k < units; k++) {
        const float keep = gate(u[units + k] + w_keep[k] * before[k] + b_keep[k]);
        const float show = gate(u[2 * units + k] + w_show[k] * before[k] + b_show[k]);
        c[k] = keep * before[k] + (1.0f - keep) * u[k];
        h[k] = show * c[k] + (1.0f - show) * x[k];
      }
      before = c;
    }
  }
  return {states, cells};
}

std::vector<Tensor> backward(Tensor grad, Tensor sums, Tensor past, Tensor weights, Tensor cells, Tensor lengths, bool reverse) {
  const Shape shape(sums);
  const int64_t units = shape.units;
  Tensor d_sums = torch::zeros_like(sums);
  Tensor d_past = shape.parts == 4 ? Tensor() : torch::zeros_like(past);
  Tensor d_weights = torch::zeros_like(weights);
  const float* w = weights.data_ptr<float>();
  const float *w_keep = w, *w_show = w + units, *b_keep = w + 2 * units, *b_show = w + 3 * units;
  float* dw = d_weights.data_ptr<float>();
  const int64_t* length = lengths.data_ptr<int64_t>();
  std::vector<float> nothing(units, 0.0f), carried(units);
  for (int64_t b = 0; b < shape.batch; b++) {
    std::fill(carried.begin(), carried.end(), 0.0f);
    for (int64_t i = length[b] - 1; i >= 0; i--) {
      const int64_t t = reverse ? length[b] - 1 - i : i;
      const int64_t at = t * shape.batch + b;
      const float* before = i == 0 ? nothing.data() : cells.data_ptr<float>() + ((reverse ? t + 1 : t - 1) * shape.batch + b) * units;
      const float* u = sums.data_ptr<float>() + at * shape.parts * units;
      const float* x = shape.parts == 4 ? u + 3 * units : past.data_ptr<float>() + at * units;
      const float* c = cells.data_ptr<float>() + at * units;
      const float* dh = grad.data_ptr<float>() + at * units;
      float* du = d_sums.data_ptr<float>() + at * shape.parts * units;
      float* dx = shape.parts == 4 ? du + 3 * units : d_past.data_ptr<float>() + at * units;
      float* dc = carried.data();
      for (int64_t k = 0; k < units; k++) {
        const float z_keep = u[units + k] + w_keep[k] * before[k] + b_keep[k];
        const float z_show = u[2 * units + k] + w_show[k] * before[k] + b_show[k];
        const float keep = gate(z_keep), show = gate(z_show);
        const float total = dc[k] + dh[k] * show;
        const float d_show = dh[k] * (c[k] - x[k]) * gate_slope(z_show);
        const float d_keep = total * (before[k] - u[k]) * gate_slope(z_keep);
        dx[k] = dh[k] * (1.0f - show);
        du[k] = total * (1.0f - keep);
        du[units + k] = d_keep;
        du[2 * units + k] = d_show;
        dc[k] = total * keep + d_keep * w_keep[k] + d_show * w_show[k];
        dw[k] += d_keep * before[k];
        dw[units + k] += d_show * before[k];
        dw[2 * units + k] += d_keep;
        dw[3 * units + k] += d_show;
      }
    }
  }
  return {d_sums, d_past, d_weights};
}

}  // namespace

PYBIND11_MODULE(TORCH_EXTENSION_NAME, module) {
  module.def("forward", &forward, py::call_guard<py::gil_scoped_release>());
  module.def("backward", &backward, py::call_guard<py::gil_scoped_release>());
}
