using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Scores;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class TailProbabilityScoreTests
{
    private static readonly Dataset Rows = TinyRuns.Digits.Train;

    [Fact]
    public void Measure_Terms_AddUpToTheScore()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var x = tensor(Rows.Values, [Rows.Count, Rows.SampleSize]);

        var (scores, parts) = TailProbabilityScore.Fit(model, Rows).Measure<TensorValue>(x, model.forward(x) - x);

        Assert.True(parts.Tensor.sum([1]).allclose(scores.Tensor, atol: 1e-4));
        Assert.True(parts.Tensor.min().item<float>() >= 0);
    }

    [Fact]
    public void Measure_OfARowFarOff_IsAboveEveryOther()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var improbability = TailProbabilityScore.Fit(model, Rows);
        var x = tensor(Rows.Values, [Rows.Count, Rows.SampleSize]);
        var far = full(1, 784, 9f);

        var usual = improbability.Measure<TensorValue>(x, model.forward(x) - x).Scores.Tensor.max().item<float>();

        Assert.True(improbability.Measure<TensorValue>(far, model.forward(far) - far).Scores.Tensor.item<float>() > usual);
    }
}
