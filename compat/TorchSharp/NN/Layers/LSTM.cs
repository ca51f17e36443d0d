using TorchSharp.Interop;

namespace TorchSharp.Modules;

public sealed class LSTM : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor, torch.Tensor)>
{
    private const long Gates = 4;

    private readonly long hiddenSize;
    private readonly long numLayers;
    private readonly bool hasBias;
    private readonly bool batchFirst;
    private readonly double dropout;
    private readonly bool bidirectional;
    private readonly RecurrentWeights weights;

    internal LSTM(
        long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LSTM))
    {
        (this.hiddenSize, this.numLayers, hasBias) = (hiddenSize, numLayers, bias);
        (this.batchFirst, this.dropout, this.bidirectional) = (batchFirst, dropout, bidirectional);
        weights = new RecurrentWeights(Gates, inputSize, hiddenSize, numLayers, bias, bidirectional, device, dtype, register_parameter);
    }

    public override (torch.Tensor, torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null)
    {
        var rows = input.shape[batchFirst ? 0 : 1];
        var (hidden, cell) = h0_c0 ?? (Zeros(rows, input), Zeros(rows, input));
        return Aten.lstm_input.Call3(input, new[] { hidden, cell }, weights.Of(this), hasBias, numLayers, dropout, training, bidirectional, batchFirst);
    }

    public new (torch.Tensor, torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    public (torch.nn.utils.rnn.PackedSequence, torch.Tensor, torch.Tensor) call(torch.nn.utils.rnn.PackedSequence input, (torch.Tensor, torch.Tensor)? h0_c0 = null)
    {
        var rows = input.batch_sizes[0].item<long>();
        var (hidden, cell) = h0_c0 is { } state
            ? (input.Sort(state.Item1), input.Sort(state.Item2))
            : (Zeros(rows, input.data), Zeros(rows, input.data));
        var (output, lastHidden, lastCell) = Aten.lstm_data.Call3(
            input.data, input.batch_sizes, new[] { hidden, cell }, weights.Of(this), hasBias, numLayers, dropout, training, bidirectional);
        return (input.With(output), input.Unsort(lastHidden), input.Unsort(lastCell));
    }

    public void flatten_parameters()
    {
    }

    private torch.Tensor Zeros(long rows, torch.Tensor like) =>
        torch.zeros([numLayers * (bidirectional ? 2 : 1), rows, hiddenSize], like.dtype, like.device);
}
