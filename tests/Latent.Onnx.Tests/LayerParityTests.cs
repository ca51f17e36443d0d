using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>Every row of the parity table agrees with TorchSharp in ONNX Runtime, at every operator set.</summary>
public sealed class LayerParityTests
{
    private const int Seed = 20;

    [Theory]
    [MemberData(nameof(ParityTable.AtEveryOpset), MemberType = typeof(ParityTable))]
    public void Export_OfALayer_AgreesWithTorchSharp(ParityRow row, int opset)
    {
        manual_seed(Seed);
        using var layer = row.Make();
        layer.eval();
        Parity.Check(layer, row.Row, opset, row.Tolerance);
    }
}
