using static TorchSharp.torch;

namespace Latent.Fitting.Tests;

public sealed class TensorRowsTests
{
    [Fact]
    public void Constructor_TensorsOfDifferentLengths_NamesTheLengths()
    {
        using var x = zeros(3, 2);
        using var y = zeros(4);

        var error = Assert.Throws<ArgumentException>(() => new TensorRows(x, y));

        Assert.StartsWith("The tensors must have the same number of rows. Received: 3, 4.", error.Message);
    }

    [Fact]
    public void Constructor_NoTensor_IsAnError() =>
        Assert.StartsWith("Rows need at least one tensor.", Assert.Throws<ArgumentException>(() => new TensorRows()).Message);

    [Fact]
    public void Constructor_AScalar_IsAnError()
    {
        using var scalar = tensor(1f);

        Assert.StartsWith("Each tensor must be [rows, ...].", Assert.Throws<ArgumentException>(() => new TensorRows(scalar)).Message);
    }

    [Fact]
    public void Split_RowsThatDoNotDivide_EndsWithTheRest()
    {
        using var x = arange(7, ScalarType.Int64);

        var batches = new TensorRows(x).Split(3).Select(batch => batch[0].data<long>().ToArray()).ToArray();

        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], batches);
    }
}
