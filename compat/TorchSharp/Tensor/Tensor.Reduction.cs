using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => Aten.mean.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.mean_dim.Call(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Aten.prod_dim_int.Call(this, dim, keepdim, type);

        public Tensor nansum() => Aten.nansum.Call(this);

        public Tensor median() => Aten.median.Call(this);

        public Tensor nanmedian() => Aten.nanmedian.Call(this);

        public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => Aten.mode.Call2(this, dim, keepdim);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.quantile.Call(this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.nanquantile.Call(this, q, dim, keepdim);

        public Tensor max() => Aten.max.Call(this);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.Call2(this, dim, keepdim);

        public Tensor min() => Aten.min.Call(this);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.min_dim.Call2(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Aten.amax.Call(this, dims, keepdim) : Aten.amax_out.Call(this, dims, keepdim, @out);

        public Tensor amin(params long[] dims) => Aten.amin.Call(this, dims);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Aten.amin.Call(this, dims, keepdim) : Aten.amin_out.Call(this, dims, keepdim, @out);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Aten.aminmax.Call2(this, dim, keepdim);

        public Tensor argmax() => Aten.argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Aten.argmin.Call(this);

        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

        public Tensor all() => Aten.all.Call(this);

        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);

        public Tensor any() => Aten.any.Call(this);

        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);

        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.Call(this, dim, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);

        public (Tensor values, Tensor indexes) cummax(long dim) => Aten.cummax.Call2(this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Aten.cummin.Call2(this, dim);

        public Tensor logcumsumexp(long dim) => Aten.logcumsumexp.Call(this, dim);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Aten.diff.Call(this, n, dim, prepend, append);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Aten.histc.Call(this, bins, min, max);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Aten.count_nonzero.Call(this) : Aten.count_nonzero_dim_IntList.Call(this, dims);
    }
}
