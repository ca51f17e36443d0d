using TorchSharp.Interop;

namespace TorchSharp.Modules;

public sealed class GRUCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private const long Gates = 3;

    private readonly CellWeights weights;

    internal GRUCell(long inputSize, long hiddenSize, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(GRUCell))
    {
        weights = new CellWeights(Gates, inputSize, hiddenSize, bias, device, dtype, register_parameter);
    }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null)
    {
        var parameters = CellWeights.Of(this);
        return Aten.gru_cell.Call(input, h0 ?? weights.Zeros(input), parameters[0], parameters[1], parameters[2], parameters[3]);
    }
}
