using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

public sealed class PenaltyTests
{
    private const float Tolerance = 1e-4f;

    [Fact]
    public void Kl_IsTheClosedForm()
    {
        using var model = TinyRuns.Model("sparse", """{ "hidden": [8], "latent": 2 }""");
        var codes = tensor([0.1f, 0.5f, 0.3f, 0.1f], [2, 2]);

        var term = new KlSparsity(0.05, weight: 1).Compute(PassOf(model, codes));

        double Divergence(double activity) => (0.05 * Math.Log(0.05 / activity)) + (0.95 * Math.Log(0.95 / (1 - activity)));
        Assert.Equal(Divergence(0.2) + Divergence(0.3), term.item<float>(), Tolerance);
    }

    [Fact]
    public void Kl_OfUnitsThatAreNeverActive_StaysFinite()
    {
        using var model = TinyRuns.Model("sparse", """{ "hidden": [8], "latent": 2 }""");

        Assert.True(float.IsFinite(new KlSparsity(0.05, weight: 1).Compute(PassOf(model, zeros(2, 2))).item<float>()));
    }

    [Fact]
    public void L1_IsTheMeanOverRows()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [8], "latent": 2 }""");

        Assert.Equal(3.5f, new L1Sparsity(weight: 1).Compute(PassOf(model, tensor([1f, -2f, 4f, 0f], [2, 2]))).item<float>());
    }

    private static TrainingPass PassOf(Latent.Training.Autoencoders.AutoencoderModel model, Tensor codes) =>
        new(model, zeros(2, 784), zeros(2, 784), zeros(2, 784), new(codes));
}
