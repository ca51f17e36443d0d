using Latent.Data;
using Latent.Onnx;
using Latent.Training.Normalization;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Normalization;

public sealed class NormalizerTests
{
    private const float Tolerance = 1e-6f;

    private static readonly float[] Rows = [1, 10, 7, 3, 30, 7, 5, 20, 7];
    private static readonly Dataset Categorical = new(
        "categorical",
        new TableSchema(3, null, new([new(1, ["tcp", "udp"])])),
        [1, 1, 10, 3, 2, 20, 2, 0, 30]);
    private static readonly Dataset Data = new("table", [3], Rows);

    [Fact]
    public void Standardize_OfTheTrainingRows_HasMeanZeroAndDeviationOne()
    {
        var scaled = Normalizer.Fit(NormalizationKind.Standardize, Data).Normalize<TensorValue>(tensor(Rows, [3, 3])).Tensor;

        Assert.True(scaled.mean([0]).allclose(zeros(3), atol: Tolerance));
        Assert.True(scaled.std(0, unbiased: false).allclose(tensor([1f, 1f, 0f]), atol: Tolerance));
    }

    [Fact]
    public void MinMax_OfTheTrainingRows_GoesFromZeroToOne()
    {
        var scaled = Normalizer.Fit(NormalizationKind.MinMax, Data).Normalize<TensorValue>(tensor(Rows, [3, 3])).Tensor;

        Assert.Equal([0, 0, 0, 0.5f, 1, 0, 1, 0.5f, 0], scaled.data<float>().ToArray());
    }

    [Fact]
    public void Max_OfTheTrainingRows_IsOneForAllFeatures_AndKeepsZero()
    {
        var scaled = Normalizer.Fit(NormalizationKind.Max, Data).Normalize<TensorValue>(tensor([0f, 30f, 15f], [1, 3])).Tensor;

        Assert.True(scaled.allclose(tensor([0f, 1f, 0.5f], [1, 3]), atol: Tolerance));
    }

    [Fact]
    public void Presence_OfRatings_SaysWhereOneIs()
    {
        var normalizer = Normalizer.Fit(NormalizationKind.Presence, Data);

        Assert.Equal([0, 1, 1], normalizer.Normalize<TensorValue>(tensor([0f, 0.5f, 9f], [1, 3])).Tensor.data<float>().ToArray());
        var ratings = new Dataset("r", [2], [4, 0, 0, 2, 0, 0, 1, 3, 0, 5, 2, 1]);
        Assert.Equal([0.5f, 2 / 3f], Normalizer.Fit(NormalizationKind.Presence, ratings).MeanOf(ratings).data<float>().ToArray());
    }

    [Theory]
    [InlineData(NormalizationKind.None)]
    [InlineData(NormalizationKind.Standardize)]
    [InlineData(NormalizationKind.MinMax)]
    [InlineData(NormalizationKind.Max)]
    [InlineData(NormalizationKind.LogStandardize)]
    [InlineData(NormalizationKind.LogMinMax)]
    public void Denormalize_OfNormalizedRows_GivesThemBack(NormalizationKind kind)
    {
        var normalizer = Normalizer.Fit(kind, Data);
        var raw = tensor(Rows, [3, 3]);

        Assert.True(normalizer.Denormalize(normalizer.Normalize<TensorValue>(raw)).Tensor.allclose(raw, atol: 1e-5));
    }

    [Fact]
    public void LogMinMax_OfTheTrainingRows_GoesFromZeroToOneInLogarithms()
    {
        var counts = new Dataset("counts", [1], [0, MathF.E - 1, -(MathF.E * MathF.E) + 1]);

        var scaled = Normalizer.Fit(NormalizationKind.LogMinMax, counts).Normalize<TensorValue>(tensor(counts.Values, [3, 1])).Tensor;

        Assert.True(scaled.allclose(tensor([2 / 3f, 1f, 0f], [3, 1]), atol: Tolerance));
    }

    [Fact]
    public void Normalize_OfCategories_AppendsTheirOneHotEncodings()
    {
        var normalizer = Normalizer.Fit(NormalizationKind.MinMax, Categorical);

        var scaled = normalizer.Normalize<TensorValue>(tensor(Categorical.Values, [3, 3])).Tensor;

        // Two numeric columns, then the units of the categorical column: unseen, tcp, udp.
        Assert.Equal((3, 5), (normalizer.RawSize, normalizer.Size));
        Assert.Equal([0, 0, 0, 1, 0, 1, 0.5f, 0, 0, 1, 0.5f, 1, 1, 0, 0], scaled.data<float>().ToArray());
    }

    [Fact]
    public void Denormalize_OfOneHotColumns_TakesTheFirstOfTheLargest()
    {
        var normalizer = Normalizer.Fit(NormalizationKind.None, Categorical);

        var raw = normalizer.Denormalize((TensorValue)tensor(new float[] { 4, 5, 0.1f, 0.3f, 0.3f, 6, 7, -1, -3, -2 }, [2, 5])).Tensor;

        Assert.Equal([4, 1, 5, 6, 0, 7], raw.data<float>().ToArray());
    }

    [Fact]
    public void PerFeature_AddsTheOneHotUnitsOfACategory()
    {
        var normalizer = Normalizer.Fit(NormalizationKind.None, Categorical);

        var errors = normalizer.PerFeature((TensorValue)tensor(new float[] { 1, 2, 3, 4, 5 }, [1, 5])).Tensor;

        Assert.Equal([1, 12, 2], errors.data<float>().ToArray());
    }

    [Fact]
    public void Denormalize_OfCategoriesAlone_GivesThemBack()
    {
        var categories = new Dataset("categories", new TableSchema(2, null, new([new(0, ["a", "b"]), new(1, ["c", "d"])])), [1, 2, 2, 0]);
        var normalizer = Normalizer.Fit(NormalizationKind.Standardize, categories);
        var raw = tensor(categories.Values, [2, 2]);

        Assert.Equal(categories.Values, normalizer.Denormalize(normalizer.Normalize<TensorValue>(raw)).Tensor.data<float>().ToArray());
    }
}
