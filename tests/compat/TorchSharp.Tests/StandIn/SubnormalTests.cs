using System.Runtime.Intrinsics.X86;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests.StandIn;

public sealed class SubnormalTests
{
    private const float Least = 1.2e-38f;

    [Fact]
    public void Operators_OfNumbersNextToZero_GiveZero()
    {
        var product = (tensor(Least) * 0.5f).item<float>();

        Assert.Equal(X86Base.IsSupported ? 0 : Least * 0.5f, product);
    }

    [Fact]
    public void Operators_LeaveTheCallersArithmeticAsItIs()
    {
        using var sum = tensor(1f) + 1;

        Assert.True(BitConverter.UInt32BitsToSingle(1) * 3 > 0);
    }
}
