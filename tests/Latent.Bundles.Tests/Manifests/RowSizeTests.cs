namespace Latent.Bundles.Tests;

public sealed class RowSizeTests
{
    [Theory]
    [InlineData(new long[] { 784 }, 784)]
    [InlineData(new long[] { 3, 28, 28 }, 2352)]
    [InlineData(new long[] { int.MaxValue, 1 }, int.MaxValue)]
    public void RowSize_OfAnInput_IsTheProduct(long[] shape, int expected)
        => Assert.Equal(expected, new InputSpec { Shape = shape }.RowSize);

    [Theory]
    [InlineData(new long[] { int.MaxValue, 2 })]
    [InlineData(new long[] { long.MaxValue, long.MaxValue, long.MaxValue })]
    public void RowSize_OfAnInputTooLargeForAnArray_Throws(long[] shape)
        => Assert.Throws<OverflowException>(() => new InputSpec { Shape = shape }.RowSize);

    [Fact]
    public void RowSize_OfATensor_LeavesTheBatchOut()
        => Assert.Equal(12, Tensor(Dimension.Symbolic("batch"), Dimension.Fixed(3), Dimension.Fixed(4)).RowSize);

    [Fact]
    public void RowSize_OfATensorOfAnyLength_IsNone()
        => Assert.Null(Tensor(Dimension.Symbolic("batch"), Dimension.Symbolic("sequence")).RowSize);

    private static TensorEntry Tensor(params Dimension[] shape) => new() { Name = "x", Role = TensorRole.Input, Shape = shape };
}
