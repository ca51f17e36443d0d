namespace Latent.Onnx.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void Broadcast_OfABatchAndARow_IsTheBatch() =>
        Assert.Equal(new Shape(Dim.Batch, 4), Shape.Broadcast(new Shape(Dim.Batch, 4), Shape.Create(4)));

    [Fact]
    public void Broadcast_OfOne_TakesTheOther() =>
        Assert.Equal(new Shape(Dim.Batch, 3, 4), Shape.Broadcast(new Shape(Dim.Batch, 1, 4), Shape.Create(3, 1)));

    [Fact]
    public void Broadcast_OfDifferentExtents_SaysWhichDimension()
    {
        var error = Assert.Throws<ExportException>(() => Shape.Broadcast(new Shape(Dim.Batch, 4), Shape.Create(5)));

        Assert.Equal(
            "Shapes [batch, 4] and [5] do not broadcast: dimension 1 is 4 on the left and 5 on the right. " +
            "Make them equal, or make one of them 1.",
            error.Message);
    }

    [Fact]
    public void Index_BeyondTheShape_SaysTheRange()
    {
        var error = Assert.Throws<ExportException>(() => Shape.Create(2, 3)[2]);

        Assert.Equal("Shape [2, 3] has no dimension 2. Expected -2 to 1.", error.Message);
    }

    [Theory]
    [InlineData(new long[] { -1, 12 }, "[batch, 12]")]
    [InlineData(new long[] { -1, 3, 4 }, "[batch, 3, 4]")]
    public void Reshape_OfABatch_KeepsTheSymbol(long[] to, string expected) =>
        Assert.Equal(expected, ShapeInference.Reshape(new Shape(Dim.Batch, 12), to).ToString());

    [Fact]
    public void Reshape_ThatWouldFixTheBatch_IsRejected()
    {
        var error = Assert.Throws<ExportException>(() => ShapeInference.Reshape(new Shape(Dim.Batch, 12), [2, 6]));

        Assert.Equal(
            "Reshape cannot turn [batch, 12] into [2, 6]. Expected as many elements on both sides, and -1 where the symbolic " +
            "dimension goes.",
            error.Message);
    }
}
