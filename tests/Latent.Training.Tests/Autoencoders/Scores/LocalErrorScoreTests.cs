using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Scores;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class LocalErrorScoreTests
{
    private const int Side = 28;

    private static readonly Dataset Rows = TinyRuns.Digits.Train;

    [Fact]
    public void Measure_TheScore_IsThatOfTheWorstPosition()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var x = tensor(Rows.Values, [Rows.Count, Rows.SampleSize]);

        var (scores, parts) = LocalErrorScore.Fit(model, Rows).Measure<TensorValue>(x, model.forward(x) - x);

        Assert.True(parts.Tensor.amax([1]).allclose(scores.Tensor));
    }

    [Fact]
    public void Measure_ErrorsOfTheSizeOfTrainingRows_AreBelowOneOnAverage()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var x = tensor(Rows.Values, [Rows.Count, Rows.SampleSize]);

        var (_, parts) = LocalErrorScore.Fit(model, Rows).Measure<TensorValue>(x, model.forward(x) - x);

        Assert.InRange(parts.Tensor.mean().item<float>(), 0.3f, 1f);
    }

    [Fact]
    public void Measure_OneError_CountsInThe3x3PixelsAroundIt()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var errors = zeros(1, Side * Side);
        errors[0, (10 * Side) + 12] = 3f;

        var parts = LocalErrorScore.Fit(model, Rows).Measure<TensorValue>(errors, errors).Parts.Tensor.reshape(Side, Side);

        Assert.Equal(9, (parts > 0).sum().item<long>());
        Assert.True(parts[9, 11].item<float>() > 0 && parts[11, 13].item<float>() > 0);
    }
}
