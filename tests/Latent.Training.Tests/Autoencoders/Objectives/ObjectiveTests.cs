using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Layers;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Training.Tests.Autoencoders.Objectives;

/// <summary>The losses against those of TorchSharp.</summary>
public sealed class ObjectiveTests
{
    private const float Tolerance = 1e-4f;

    private readonly Tensor logits = tensor([-3f, 0.5f, 2f, 8f, -0.1f, 1f], [2, 3]);
    private readonly Tensor target = tensor([0f, 0.25f, 1f, 0.9f, 0.5f, 0.1f], [2, 3]);

    [Fact]
    public void BinaryCrossEntropy_OfRows_IsTheSumOverFeatures()
    {
        var expected = F.binary_cross_entropy(logits.sigmoid(), target, reduction: nn.Reduction.None).sum(1);

        var rows = new BinaryCrossEntropy().OfRows<TensorValue>(logits, target, OutputActivation.Sigmoid).Tensor;

        Assert.True(rows.allclose(expected, rtol: 0, atol: Tolerance));
    }

    [Fact]
    public void BinaryCrossEntropy_OfHugeLogits_StaysFinite()
    {
        var rows = new BinaryCrossEntropy().OfRows<TensorValue>(
            tensor([500f, -500f], [1, 2]),
            tensor([0f, 1f], [1, 2]),
            OutputActivation.Sigmoid).Tensor;

        Assert.Equal(1000f, rows.item<float>());
    }

    [Fact]
    public void BinaryCrossEntropy_WithoutASigmoid_SaysWhatToSet()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new BinaryCrossEntropy().OfRows<TensorValue>(logits, target, OutputActivation.Identity));

        Assert.StartsWith(
            "A Bernoulli likelihood needs a decoder that ends with a sigmoid. Received: Identity. " +
            "Set options.output to sigmoid, or objective.likelihood to gaussian.",
            error.Message);
    }

    [Fact]
    public void MeanSquaredError_OfRows_IsTheMeanOverFeatures()
    {
        var expected = F.mse_loss(logits.sigmoid(), target, nn.Reduction.None).mean([1]);

        var rows = new MeanSquaredError().OfRows<TensorValue>(logits, target, OutputActivation.Sigmoid).Tensor;

        Assert.True(rows.allclose(expected, rtol: 0, atol: Tolerance));
    }

    public static TheoryData<object, OutputActivation> Losses => new()
    {
        { new BinaryCrossEntropy(), OutputActivation.Sigmoid },
        { new MeanSquaredError(), OutputActivation.Sigmoid },
        { new HalfSquaredError(), OutputActivation.Identity },
        { new RatedSquaredError(), OutputActivation.Identity },
        { new MultinomialCrossEntropy(), OutputActivation.Softmax },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void MeanOfRows_IsTheMeanOfOfRowsWithItsGradient(object reconstruction, OutputActivation output)
    {
        var loss = (ReconstructionLoss)reconstruction;
        var (whole, single) = (logits.clone().requires_grad_(), logits.clone().requires_grad_());

        var mean = loss.MeanOfRows(whole, target, output);
        var rows = loss.OfRows<TensorValue>(single, target, output).Tensor.mean();
        mean.backward();
        rows.backward();

        Assert.True(mean.allclose(rows, rtol: 0, atol: Tolerance));
        Assert.True(whole.grad!.allclose(single.grad!, rtol: 0, atol: Tolerance));
    }

    [Fact]
    public void MultinomialCrossEntropy_OfRows_IsTheSumOfLogShares()
    {
        var expected = -(F.log_softmax(logits, 1) * target).sum(1);

        var rows = new MultinomialCrossEntropy().OfRows<TensorValue>(logits, target, OutputActivation.Softmax).Tensor;

        Assert.True(rows.allclose(expected, rtol: 0, atol: Tolerance));
    }

    [Fact]
    public void RatedSquaredError_OfRows_LooksAtRatedValuesAlone()
    {
        var ratings = tensor([0f, 0.5f, 1f, 0f, 0f, 0f], [2, 3]);

        var rows = new RatedSquaredError().OfRows<TensorValue>(logits, ratings, OutputActivation.Identity).Tensor;

        Assert.True(rows.allclose(tensor([0.5f, 0f]), rtol: 0, atol: Tolerance));
    }

    [Fact]
    public void GaussianDivergence_OfRows_IsTheClosedForm()
    {
        var mean = tensor([1f, -2f], [1, 2]);
        var logVariance = tensor([0.5f, -1f], [1, 2]);
        var expected = -0.5 * ((1 + 0.5 - 1 - Math.Exp(0.5)) + (1 - 1 - 4 - Math.Exp(-1)));

        var rows = GaussianDivergence.PerRow<TensorValue>(mean, logVariance).Tensor;

        Assert.Equal(expected, rows.item<float>(), Tolerance);
    }

    [Fact]
    public void GaussianDivergence_OfThePrior_IsZero() =>
        Assert.Equal(0, GaussianDivergence.PerRow<TensorValue>(zeros(1, 5), zeros(1, 5)).Tensor.item<float>());
}
