namespace Latent.Bundles.Tests;

public sealed class OnnxMatricesTests
{
    private readonly OnnxMatrices matrices = new();

    [Theory]
    [InlineData("MatMul")]
    [InlineData("Gemm")]
    public void Contains_SecondFactorOfProducts_IsTrue(string operation)
    {
        matrices.Add(operation, ["x", "weight"]);
        matrices.Add("MatMul", ["y", "weight"]);

        Assert.True(matrices.Contains("weight"));
        Assert.False(matrices.Contains("x"));
    }

    [Fact]
    public void Contains_BiasOfGemm_IsFalse()
    {
        matrices.Add("Gemm", ["x", "weight", "bias"]);

        Assert.False(matrices.Contains("bias"));
    }

    [Fact]
    public void Contains_FactorThatIsAlsoAddedOrTransposed_IsFalse()
    {
        matrices.Add("MatMul", ["x", "tied"]);
        matrices.Add("Transpose", ["tied"]);

        Assert.False(matrices.Contains("tied"));
    }

    [Fact]
    public void Contains_TensorThatNoNodeUses_IsFalse() => Assert.False(matrices.Contains("weight"));
}
