using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index(At(i1));
            set => index_put_(value, At(i1));
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(At(i1, i2));
            set => index_put_(value, At(i1, i2));
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(At(i1, i2, i3));
            set => index_put_(value, At(i1, i2, i3));
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(At(i1, i2, i3, i4));
            set => index_put_(value, At(i1, i2, i3, i4));
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = ApplyViews(indices);
            if (tensors is null) return view;
            using (view) return Aten.index_Tensor.Call(view, tensors);
        }

        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors) = ApplyViews(indices);
            using (view)
            {
                if (tensors is not null) Aten.index_put_.On(view, tensors, value, accumulate);
                else if (accumulate) view.add_(value);
                else view.copy_(value.to(view.dtype, view.device));
            }

            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Aten.index_put_.On(this, indices, value);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => Aten.index_put_.On(this, indices, value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }

        /// <summary>Takes indices, slices and new axes as views; what is left are tensors of indices, by axis of the view.</summary>
        private (Tensor View, Tensor?[]? Tensors) ApplyViews(TensorIndex[] indices)
        {
            var view = alias();
            var tensors = new List<Tensor?>();
            long axis = 0;
            long merged = 0; // axes that a mask of several dimensions takes beyond its one place in the list
            for (var i = 0; i < indices.Length; i++)
            {
                var at = indices[i];
                switch (at.kind)
                {
                    case TensorIndex.Kind.Single:
                        Replace(ref view, view.select(axis, at.first ?? 0));
                        break;
                    case TensorIndex.Kind.Slice:
                        Replace(ref view, Aten.slice_Tensor.Call(view, axis, at.first, at.stop, at.step ?? 1));
                        axis++;
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        axis = view.Dimensions - indices.Skip(i + 1).Sum(ConsumedAxes);
                        break;
                    case TensorIndex.Kind.None or TensorIndex.Kind.Null:
                        Replace(ref view, view.unsqueeze(axis++));
                        break;
                    case TensorIndex.Kind.Bool:
                        Replace(ref view, view.unsqueeze(axis));
                        Put(tensors, axis++ - merged, at.first == 1 ? zeros([1], ScalarType.Int64) : empty([0], ScalarType.Int64));
                        break;
                    case TensorIndex.Kind.Tensor:
                        Put(tensors, axis - merged, at.tensor!);
                        axis += ConsumedAxes(at);
                        merged += ConsumedAxes(at) - 1;
                        break;
                }
            }

            return (view, tensors.Count == 0 ? null : [.. tensors]);
        }

        private static TensorIndex[] At(params long[] indices) => Array.ConvertAll(indices, index => (TensorIndex)index);

        private static long ConsumedAxes(TensorIndex index) => index.kind switch
        {
            TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor => index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? index.tensor.Dimensions : 1,
            _ => 0,
        };

        private static void Put(List<Tensor?> tensors, long place, Tensor tensor)
        {
            while (tensors.Count < place) tensors.Add(null);
            tensors.Add(tensor);
        }

        private static void Replace(ref Tensor view, Tensor next)
        {
            view.Dispose();
            view = next;
        }
    }
}
