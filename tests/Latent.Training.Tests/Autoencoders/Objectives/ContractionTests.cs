using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

/// <summary>The analytic norm against the Jacobian of autograd, row by row.</summary>
public sealed class ContractionTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("dense", """{ "hidden": [], "latent": 3 }""")]
    [InlineData("dense", """{ "hidden": [9], "latent": 3 }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3 }""")]
    [InlineData("dense", """{ "hidden": [9, 7, 5], "latent": 3, "activation": "sigmoid" }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3, "activation": "tanh" }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3, "activation": "silu" }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3, "activation": "selu" }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3, "activation": "leaky_relu" }""")]
    [InlineData("dense", """{ "hidden": [9], "latent": 3, "code_activation": "sigmoid" }""")]
    [InlineData("dense", """{ "hidden": [9], "latent": 3, "code_activation": "tanh" }""")]
    [InlineData("variational", """{ "hidden": [9], "latent": 3 }""")]
    [InlineData("dense", """{ "hidden": [9, 7], "latent": 3, "tied": true }""")]
    public void SquaredNorm_IsThatOfAutograd(string family, string options)
    {
        using var scope = NewDisposeScope();
        using var model = TinyRuns.Model(family, options);
        var rows = tensor(TinyRuns.Digits.Test.Rows(..2).ToArray(), [2, 784]);

        var norms = Contraction.SquaredNorm(model, rows);

        for (var row = 0; row < 2; row++)
            Assert.Equal(NormByAutograd(model, rows[row]), norms[row].item<float>(), Tolerance);
    }

    private static double NormByAutograd(Latent.Training.Autoencoders.AutoencoderModel model, Tensor row)
    {
        var total = 0.0;
        for (var position = 0; position < model.LatentSize; position++)
        {
            var x = row.clone().unsqueeze(0).requires_grad_();
            model.Encode<Latent.Onnx.TensorValue>(x).Mean.Tensor[0, position].backward();
            total += x.grad!.square().sum().item<float>();
        }

        return total;
    }
}
