namespace Latent.Bundles.Tests;

public sealed class DimensionTests
{
    [Fact]
    public void Conversion_NumbersAndSymbols_ReadAsAShape()
    {
        IReadOnlyList<Dimension> shape = ["batch", 784];

        Assert.Equal("[batch, 784]", $"[{string.Join(", ", shape)}]");
        Assert.Equal(784, shape[1].Size);
        Assert.Equal(Dimension.Batch, shape[0].Symbol);
    }

    [Fact]
    public void Fixed_Negative_IsRejected() => Assert.Throws<ArgumentOutOfRangeException>(() => Dimension.Fixed(-1));
}
