using TorchSharp.Interop;

namespace TorchSharp.Modules;

public sealed class RNN : torch.nn.Module<torch.Tensor, torch.Tensor?, (torch.Tensor, torch.Tensor)>
{
    private const long Gates = 1;

    private readonly long hiddenSize;
    private readonly long numLayers;
    private readonly bool isTanh;
    private readonly bool hasBias;
    private readonly bool batchFirst;
    private readonly double dropout;
    private readonly bool bidirectional;
    private readonly RecurrentWeights weights;

    internal RNN(
        long inputSize, long hiddenSize, long numLayers, torch.nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout,
        bool bidirectional, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(RNN))
    {
        (this.hiddenSize, this.numLayers, hasBias) = (hiddenSize, numLayers, bias);
        (this.batchFirst, this.dropout, this.bidirectional) = (batchFirst, dropout, bidirectional);
        isTanh = nonLinearity == torch.nn.NonLinearities.Tanh;
        weights = new RecurrentWeights(Gates, inputSize, hiddenSize, numLayers, bias, bidirectional, device, dtype, register_parameter);
    }

    public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, torch.Tensor? h0) => (isTanh ? Aten.rnn_tanh_input : Aten.rnn_relu_input).Call2(
        input, h0 ?? Zeros(input.shape[batchFirst ? 0 : 1], input), weights.Of(this), hasBias, numLayers, dropout, training, bidirectional, batchFirst);

    public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, torch.Tensor? h0 = null) => base.call(input, h0);

    public (torch.nn.utils.rnn.PackedSequence, torch.Tensor) call(torch.nn.utils.rnn.PackedSequence input, torch.Tensor? h0 = null)
    {
        var hidden = h0 is null ? Zeros(input.batch_sizes[0].item<long>(), input.data) : input.Sort(h0);
        var (output, last) = (isTanh ? Aten.rnn_tanh_data : Aten.rnn_relu_data).Call2(
            input.data, input.batch_sizes, hidden, weights.Of(this), hasBias, numLayers, dropout, training, bidirectional);
        return (input.With(output), input.Unsort(last));
    }

    public void flatten_parameters()
    {
    }

    private torch.Tensor Zeros(long rows, torch.Tensor like) =>
        torch.zeros([numLayers * (bidirectional ? 2 : 1), rows, hiddenSize], like.dtype, like.device);
}
