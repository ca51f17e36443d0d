using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class ErrorTests
{
    [Fact]
    public void Mm_OfShapesThatDoNotFit_CarriesLibTorchsMessage()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void Backward_WithoutAGraph_CarriesLibTorchsMessage()
    {
        using var x = ones(1);
        var error = Assert.Throws<ExternalException>(() => x.backward());
        Assert.Contains("does not require grad", error.Message);
    }

    [Fact]
    public void InPlace_OnALeafThatLearns_CarriesLibTorchsMessage()
    {
        using var x = ones([1], requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => x.add_(1));
        Assert.Contains("a leaf Variable that requires grad is being used in an in-place operation", error.Message);
    }

    [Fact]
    public void Use_AfterDispose_Throws()
    {
        var x = ones(1);
        x.Dispose();
        x.Dispose();
        Assert.Throws<InvalidOperationException>(() => x + 1);
    }
}
