using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Scores;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class ErrorDistributionTests
{
    private static readonly Dataset Rows = TinyRuns.Digits.Train;

    [Fact]
    public void Measure_OfTrainingRows_IsAboutOneInSize()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");
        var measured = ErrorDistribution.Fit(model, Rows).Measure(ErrorsOf(model)).Tensor;

        // Less than 1: pixels that are always black have errors of size 0, and count as if it were a third of the average.
        Assert.InRange(measured.square().mean().item<float>(), 0.3, 1.01);
        Assert.True(measured.mean([0]).allclose(zeros(784), atol: 0.05));
    }

    [Fact]
    public void Measure_OfAnErrorBeyondAllOthers_HasALimit()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [16], "latent": 4 }""");

        var measured = ErrorDistribution.Fit(model, Rows).Measure((TensorValue)full(1, 784, 1e6f)).Tensor;

        Assert.Equal(10, measured.abs().max().item<float>());
    }

    private static TensorValue ErrorsOf(AutoencoderModel model)
    {
        var raw = tensor(Rows.Values, [Rows.Count, Rows.SampleSize]);
        return model.forward(raw) - raw;
    }
}
