using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp.Modules;

public sealed class LSTMCell : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor)>
{
    private const long Gates = 4;

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LSTMCell)) =>
        _ = new CellWeights(Gates, inputSize, hiddenSize, bias, device, dtype, register_parameter);

    public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0)
    {
        // Genuine hands LibTorch undefined states, and this is what it says of them.
        var (hidden, cell) = h0_c0 ?? throw new ExternalException($"Input batch size {input.shape[0]} doesn't match hidden0 batch size 0");
        var parameters = CellWeights.Of(this);
        return Aten.lstm_cell.Call2(input, new[] { hidden, cell }, parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor, torch.Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
