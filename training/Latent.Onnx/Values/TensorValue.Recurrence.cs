using Latent.Onnx.Verification;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public (TensorValue Output, TensorValue Hidden, TensorValue Cell) Apply(
        LSTM layer, (TensorValue Hidden, TensorValue Cell)? state = null, TensorValue? lengths = null)
    {
        (Tensor, Tensor)? first = state is { } given ? (given.Hidden.Tensor, given.Cell.Tensor) : null;
        if (lengths is not { } counts)
            return layer.call(Tensor, first);

        var isBatchFirst = RecurrentLayout.From(layer).IsBatchFirst;
        using var packed = Pack(counts, isBatchFirst);
        var (output, hidden, cell) = layer.call(packed, first);
        using (output)
            return Recorded(layer, [first?.Item1, first?.Item2, counts.Tensor], (Unpack(output, isBatchFirst), hidden, cell));
    }

    /// <inheritdoc/>
    public (TensorValue Output, TensorValue Hidden) Apply(GRU layer, TensorValue? state = null, TensorValue? lengths = null)
    {
        if (lengths is not { } counts)
            return layer.call(Tensor, state?.Tensor!);

        var isBatchFirst = RecurrentLayout.From(layer).IsBatchFirst;
        using var packed = Pack(counts, isBatchFirst);
        var (output, hidden) = layer.call(packed, state?.Tensor!);
        using (output)
            return Recorded(layer, [state?.Tensor, counts.Tensor], (Unpack(output, isBatchFirst), hidden));
    }

    /// <inheritdoc/>
    public (TensorValue Output, TensorValue Hidden) Apply(RNN layer, TensorValue? state = null, TensorValue? lengths = null)
    {
        if (lengths is not { } counts)
            return layer.call(Tensor, state?.Tensor);

        var isBatchFirst = RecurrentLayout.From(layer).IsBatchFirst;
        using var packed = Pack(counts, isBatchFirst);
        var (output, hidden) = layer.call(packed, state?.Tensor);
        using (output)
            return Recorded(layer, [state?.Tensor, counts.Tensor], (Unpack(output, isBatchFirst), hidden));
    }

    /// <inheritdoc/>
    public TensorValue Apply(RNNCell layer, TensorValue state) => layer.call(Tensor, state.Tensor);

    /// <inheritdoc/>
    public TensorValue Apply(RNNCell layer) => layer.call(Tensor, null!);

    /// <inheritdoc/>
    public TensorValue Apply(GRUCell layer, TensorValue state) => layer.call(Tensor, state.Tensor);

    /// <inheritdoc/>
    public TensorValue Apply(GRUCell layer) => layer.call(Tensor, null!);

    /// <inheritdoc/>
    public (TensorValue Hidden, TensorValue Cell) Apply(LSTMCell layer, (TensorValue Hidden, TensorValue Cell)? state = null) =>
        layer.call(Tensor, state is { } given ? (given.Hidden.Tensor, given.Cell.Tensor) : (Zeros(layer), Zeros(layer)));

    // Without states TorchSharp 0.107 hands LibTorch empty ones, which it refuses.
    private Tensor Zeros(LSTMCell layer) => Tensor.new_zeros([Tensor.shape[0], layer.state_dict()["weight_hh"].shape[1]]);

    private (TensorValue, TensorValue, TensorValue) Recorded(LSTM layer, Tensor?[] others, (Tensor Output, Tensor Hidden, Tensor Cell) result)
    {
        TensorRecorder.Record(layer, [Tensor, .. others], result.Output, result.Hidden, result.Cell);
        return result;
    }

    private (TensorValue, TensorValue) Recorded(nn.Module layer, Tensor?[] others, (Tensor Output, Tensor Hidden) result)
    {
        TensorRecorder.Record(layer, [Tensor, .. others], result.Output, result.Hidden);
        return result;
    }

    private rnn.PackedSequence Pack(TensorValue lengths, bool isBatchFirst)
    {
        // LibTorch counts on the CPU, whatever device computes.
        var counts = lengths.Tensor.detach().to(ScalarType.Int64).cpu();
        return rnn.pack_padded_sequence(Tensor, counts, isBatchFirst, enforce_sorted: false);
    }

    private Tensor Unpack(rnn.PackedSequence packed, bool isBatchFirst) =>
        rnn.pad_packed_sequence(packed, isBatchFirst, total_length: Tensor.shape[isBatchFirst ? 1 : 0]).Item1;
}
