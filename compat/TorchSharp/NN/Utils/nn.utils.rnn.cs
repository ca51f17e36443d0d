using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    if (enforce_sorted)
                    {
                        var (inOrder, counts) = Aten._pack_padded_sequence.Call2(input, lengths, batch_first);
                        return new PackedSequence(inOrder, counts, null, null);
                    }

                    var (sortedLengths, order) = lengths.sort(descending: true);
                    var rows = input.index_select(batch_first ? 0 : 1, order);
                    var (data, sizes) = Aten._pack_padded_sequence.Call2(rows, sortedLengths, batch_first);
                    return new PackedSequence(data, sizes, order, order.argsort());
                }

                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = Aten._pad_packed_sequence.Call2(
                        sequence.data, sequence.batch_sizes, batch_first, (Scalar)padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is { } order)
                        (padded, lengths) = (padded.index_select(batch_first ? 0 : 1, order), lengths.index_select(0, order));
                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }
            }
        }
    }
}
