using Latent.Data;
using Latent.Training.Evaluation;

namespace Latent.Training.Tests.Evaluation;

public sealed class MeasuresTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Auroc_IsTheShareOfPairsInOrder()
    {
        // Of the six pairs, 4.5 are in order: a tie counts half.
        Assert.Equal(4.5 / 6, RankStatistics.Auroc([1, 2, 3], [2, 4]), Tolerance);
    }

    [Fact]
    public void Auroc_OfAnomaliesAbove_IsOne() => Assert.Equal(1, RankStatistics.Auroc([1, 2], [3, 4]));

    [Fact]
    public void CodeStatistics_OfSparseCodes_CountWhatIsActive()
    {
        var statistics = new CodeStatistics(latentSize: 4);
        statistics.Add([0, 0.5f, 0.05f, 0, 0, 0.5f, 0.2f, 0], activeAbove: 0.1);

        var measures = statistics.OfSparse().ToDictionary();

        Assert.Equal(1.5, measures["l0"], Tolerance);
        Assert.Equal(1.25 / 8, measures["mean_activation"], 1e-6);
        Assert.Equal(0.5, measures["low_activation"], Tolerance);
        Assert.Equal(0.5, measures["dead"], Tolerance);
    }

    [Fact]
    public void CodeStatistics_OfGaussianCodes_CountWhatVaries()
    {
        var statistics = new CodeStatistics(latentSize: 3);
        statistics.Add([1, 0.01f, 7, -1, 0.02f, 7], activeAbove: 0);

        var measures = statistics.OfGaussian().ToDictionary();
        Assert.Equal(1, measures["active_units"]);
        Assert.Equal(2 / 6.0, measures["near_zero"], Tolerance);
    }

    [Fact]
    public void Variance_IsAroundTheMeanOfEachColumn() =>
        Assert.Equal(0.5, new RowComparison(new Dataset("rows", [2], [0, 5, 2, 5])).Variance([0, 5, 2, 5]), Tolerance);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, -0.5)]
    public void LikelihoodEstimate_WhereTheCodeIsIgnored_IsThatOfTheRows(float mean, float logVariance)
    {
        // The decoder returns 0.25 for every code, so the weights p(z) / q(z | x) average to 1.
        var rows = new Dataset("binary", [3], [1, 0, 0, 1, 1, 1]);

        var estimate = new LikelihoodEstimate(new Constant(mean, logVariance), samples: 2000).Compute(rows);

        var expected = -(Math.Log(0.25) + (2 * Math.Log(0.75)) + (3 * Math.Log(0.25))) / 2;
        Assert.Equal(expected, estimate, 0.05);
    }

    private sealed class Constant(float mean, float logVariance) : IReconstructor
    {
        public (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows) =>
            ([.. Enumerable.Repeat(mean, rows.Length / 3)], [.. Enumerable.Repeat(logVariance, rows.Length / 3)]);

        public float[] Decode(ReadOnlySpan<float> codes) => [.. Enumerable.Repeat(0.25f, codes.Length * 3)];

        public float[] Reconstruct(ReadOnlySpan<float> rows) => throw new NotSupportedException();

        public float[] Score(ReadOnlySpan<float> rows) => throw new NotSupportedException();

        public float[] Errors(ReadOnlySpan<float> rows) => throw new NotSupportedException();
    }
}
