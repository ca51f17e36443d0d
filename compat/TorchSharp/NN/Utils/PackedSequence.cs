namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of several lengths, longest first and step by step: at each step the rows that still go on.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        this.batch_sizes = batch_sizes.DetachFromDisposeScope();
                        this.sorted_indices = sorted_indices?.DetachFromDisposeScope()!;
                        this.unsorted_indices = unsorted_indices?.DetachFromDisposeScope()!;
                    }

                    public Tensor data { get; }

                    public Tensor batch_sizes { get; }

                    public Tensor sorted_indices { get; }

                    public Tensor unsorted_indices { get; }

                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    /// <summary>States of rows in their own order, in the order of the packing.</summary>
                    internal Tensor Sort(Tensor states) => sorted_indices is null ? states : states.index_select(1, sorted_indices);

                    /// <summary>States in the order of the packing, in the order that the rows came in.</summary>
                    internal Tensor Unsort(Tensor states) => unsorted_indices is null ? states : states.index_select(1, unsorted_indices);

                    /// <summary>The same packing of other data.</summary>
                    internal PackedSequence With(Tensor other) => new(other, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());
                }
            }
        }
    }
}
