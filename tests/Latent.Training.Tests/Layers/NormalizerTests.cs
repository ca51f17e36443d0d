using Latent.Onnx;
using Latent.Training.Data;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Layers;

public sealed class NormalizerTests
{
    private const float Tolerance = 1e-6f;

    private static readonly float[] Rows = [1, 10, 7, 3, 30, 7, 5, 20, 7];
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

    [Theory]
    [InlineData(NormalizationKind.None)]
    [InlineData(NormalizationKind.Standardize)]
    [InlineData(NormalizationKind.MinMax)]
    public void Denormalize_OfNormalizedRows_GivesThemBack(NormalizationKind kind)
    {
        var normalizer = Normalizer.Fit(kind, Data);
        var raw = tensor(Rows, [3, 3]);

        Assert.True(normalizer.Denormalize(normalizer.Normalize<TensorValue>(raw)).Tensor.allclose(raw, atol: 1e-5));
    }
}
