using TorchSharp.Interop;

namespace TorchSharp.Modules;

public sealed class RNNCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private const long Gates = 1;

    private readonly CellWeights weights;
    private readonly bool isTanh;

    internal RNNCell(long inputSize, long hiddenSize, torch.nn.NonLinearities nonLinearity, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(RNNCell))
    {
        isTanh = nonLinearity == torch.nn.NonLinearities.Tanh;
        weights = new CellWeights(Gates, inputSize, hiddenSize, bias, device, dtype, register_parameter);
    }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null)
    {
        var parameters = CellWeights.Of(this);
        return (isTanh ? Aten.rnn_tanh_cell : Aten.rnn_relu_cell).Call(input, h0 ?? weights.Zeros(input), parameters[0], parameters[1], parameters[2], parameters[3]);
    }
}
