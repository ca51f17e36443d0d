using Latent.Onnx.Tests.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>The operators of the value type: the same forward on tensors and in a graph gives the same numbers.</summary>
public sealed class ValueParityTests
{
    private const int Seed = 3;

    public static TheoryData<string> Operators() => [.. OperatorModule.Names];

    public static TheoryData<string> Combinations() => [.. CombiningModule.Names];

    public static TheoryData<string> Reductions() => [.. ReducingModule.Names];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Forward_InBothBackends_Agrees(string name)
    {
        manual_seed(Seed);
        Check(new OperatorModule(name));
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Forward_ThatCombines_AgreesInBothBackends(string name) => Check(new CombiningModule(name));

    [Theory]
    [MemberData(nameof(Reductions))]
    public void Forward_ThatReduces_AgreesInBothBackends(string name) => Check(new ReducingModule(name));

    private static void Check(PortableModule module)
    {
        using var owned = module;
        manual_seed(Seed);
        for (var opset = Opset.Oldest; opset <= Opset.Newest; opset++)
            Parity.Check(module, [4, 6], opset, ParityRow.DefaultTolerance);
    }
}
