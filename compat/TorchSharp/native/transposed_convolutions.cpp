// Two-dimensional transposed convolutions by oneDNN. LibTorch 1.13 computes them sample by sample with a buffer of columns,
// two to six times slower; later versions use oneDNN as is done here. A transposed convolution is the gradient of a
// convolution by its input, and its own gradients are that convolution and its gradient by the weight.
// What is not float32 on the CPU, or not well formed, goes to LibTorch's own kernels, which also report the errors.

#include <ATen/ATen.h>
#include <ATen/NativeFunctions.h>
#include <torch/library.h>

namespace {

using at::IntArrayRef;
using at::Tensor;
using MaybeTensor = c10::optional<Tensor>;
using Gradients = std::tuple<Tensor, Tensor, Tensor>;

struct Geometry {
    IntArrayRef stride, padding, dilation, output_padding;
    int64_t groups;

    // The size of the output along axis 0 or 1, or 0 where there is none that oneDNN would take back to the input's.
    int64_t output_size(const Tensor& input, const Tensor& weight, int axis) const {
        if (output_padding[axis] >= stride[axis]) return 0;
        return (input.size(axis + 2) - 1) * stride[axis] - 2 * padding[axis] +
               dilation[axis] * (weight.size(axis + 2) - 1) + output_padding[axis] + 1;
    }
};

bool is_plain(const Tensor& tensor) {
    return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.scalar_type() == at::kFloat &&
           tensor.dim() == 4 && tensor.numel() > 0;
}

bool has_two_axes(const Geometry& geometry) {
    return geometry.stride.size() == 2 && geometry.padding.size() == 2 && geometry.dilation.size() == 2 &&
           geometry.output_padding.size() == 2;
}

bool is_covered(const Tensor& input, const Tensor& weight, const Geometry& geometry) {
    return at::hasMKLDNN() && at::globalContext().userEnabledMkldnn() && is_plain(input) && is_plain(weight) &&
           has_two_axes(geometry) && geometry.groups > 0 && input.size(1) == weight.size(0) &&
           weight.size(0) % geometry.groups == 0 &&
           geometry.output_size(input, weight, 0) > 0 && geometry.output_size(input, weight, 1) > 0;
}

bool fits(const MaybeTensor& bias, int64_t channels) {
    return !bias.has_value() || !bias->defined() ||
           (bias->scalar_type() == at::kFloat && bias->dim() == 1 && bias->size(0) == channels);
}

Gradients gradients_of_convolution(
    const Tensor& input, const Tensor& grad_output, const Tensor& weight, const Geometry& geometry, std::array<bool, 3> wanted) {
    return at::native::convolution_backward(
        grad_output, input, weight, c10::nullopt, geometry.stride, geometry.padding, geometry.dilation, /*transposed=*/false,
        /*output_padding=*/{0, 0}, geometry.groups, wanted);
}

Tensor convolution(
    const Tensor& input, const Tensor& weight, const MaybeTensor& bias, IntArrayRef stride, IntArrayRef padding,
    IntArrayRef dilation, bool transposed, IntArrayRef output_padding, int64_t groups) {
    const Geometry geometry{stride, padding, dilation, output_padding, groups};
    if (!transposed || !is_covered(input, weight, geometry) || !fits(bias, weight.size(1) * groups))
        return at::native::convolution(input, weight, bias, stride, padding, dilation, transposed, output_padding, groups);
    const auto shape = at::empty(
        {input.size(0), weight.size(1) * groups, geometry.output_size(input, weight, 0), geometry.output_size(input, weight, 1)},
        input.options());
    auto output = std::get<0>(gradients_of_convolution(shape, input, weight, geometry, {true, false, false}));
    return bias.has_value() && bias->defined() ? output.add_(bias->view({1, -1, 1, 1})) : output;
}

Gradients convolution_backward(
    const Tensor& grad_output, const Tensor& input, const Tensor& weight, at::OptionalIntArrayRef bias_sizes,
    IntArrayRef stride, IntArrayRef padding, IntArrayRef dilation, bool transposed, IntArrayRef output_padding,
    int64_t groups, std::array<bool, 3> wanted) {
    const Geometry geometry{stride, padding, dilation, output_padding, groups};
    if (!transposed || !is_plain(grad_output) || !is_covered(input, weight, geometry))
        return at::native::convolution_backward(
            grad_output, input, weight, bias_sizes, stride, padding, dilation, transposed, output_padding, groups, wanted);
    Gradients result;
    if (wanted[0]) std::get<0>(result) = at::convolution(grad_output, weight, {}, stride, padding, dilation, false, {0, 0}, groups);
    if (wanted[1])
        std::get<1>(result) = std::get<1>(
            gradients_of_convolution(grad_output, input, weight, geometry, {false, true, false}));
    if (wanted[2]) std::get<2>(result) = grad_output.sum({0, 2, 3});
    return result;
}

}  // namespace

TORCH_LIBRARY_IMPL(aten, CPU, library) {
    library.impl("convolution", convolution);
    library.impl("convolution_backward", convolution_backward);
}
