using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>The operators of the value type: the same forward on tensors and in a graph gives the same numbers.</summary>
public sealed class ValueParityTests
{
    public static TheoryData<string> Operators() => [.. OperatorModule.Names];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Forward_InBothBackends_Agrees(string name)
    {
        manual_seed(3);
        using var module = new OperatorModule(name);
        for (var opset = Opset.Oldest; opset <= Opset.Newest; opset++)
            Parity.Check(module, [4, 6], opset, ParityRow.DefaultTolerance);
    }
}
