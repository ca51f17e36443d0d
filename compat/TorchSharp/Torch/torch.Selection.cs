using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    public static Tensor[] where(Tensor condition) => Aten.where.CallList(condition);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => Aten.gather.Call(input, dim, index, sparse_grad);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add(dim, index, source, alpha);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);

    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill_(dim, index, value);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0L) => input.take_along_dim(indices, dim);

    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    public static Tensor take(Tensor input, Tensor index) => input.take(index);

    public static Tensor nonzero(Tensor input) => input.nonzero();

    public static Tensor argwhere(Tensor input) => input.argwhere();

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        input.bucketize(boundaries, outInt32, right);

    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Aten.searchsorted_Tensor.Call(sorted_sequence, values, out_int32, right, default, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        Aten.searchsorted_Scalar.Call(sorted_sequence, values, out_int32, right, default, sorter);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Aten.histogram_bins_tensor.Call2(input, bins, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        Aten.histogram_bin_ct.Call2(input, bins, range is { } ends ? new[] { ends.min, ends.max } : null, weight, density);

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
    {
        var (output, inverse, counts) = dim is { } axis
            ? Aten.unique_dim.Call3(input, axis, sorted, return_inverse, return_counts)
            : Aten._unique2.Call3(input, sorted, return_inverse, return_counts);
        return (output, return_inverse ? inverse : null, return_counts ? counts : null);
    }
}
