using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class HistogramTests
{
    [Fact]
    public void Create_Values_CountsEachOnce()
    {
        var histogram = Histogram.Create([0f, 0.5f, 1f, 48f]);

        Assert.Equal((0, 1, 48), (histogram.Low, histogram.Width, histogram.High));
        Assert.Equal([2, 1], histogram.Counts.Take(2));
        Assert.Equal(1, histogram.Counts[^1]);
        Assert.Equal(4, histogram.Counts.Sum());
    }

    [Fact]
    public void Create_ValuesThatAreEqual_HasOneBar()
    {
        var histogram = Histogram.Create([3f, 3f, 3f]);

        Assert.Equal((3, 4), (histogram.Low, histogram.High));
        Assert.Equal(3, histogram.Counts[0]);
    }
}
