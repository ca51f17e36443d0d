using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

public sealed class CompositePriorTests
{
    private const double Rounding = 1e-5;
    private const double SamplingTolerance = 0.05;
    private const int Samples = 20_000;

    private static readonly Recipe Vae = TinyRuns.Variational with
    {
        Objective = TinyRuns.Variational
        .Objective with
        { Prior = PriorKind.Composite }
    };

    [Fact]
    public void OfRows_WhereAllComponentsAreStandardNormal_IsTheLogarithmOfTheirWeights()
    {
        using var scope = NewDisposeScope();
        var standard = PosteriorOf(mean: 0, logVariance: 0, rows: 1);

        var divergence = CompositePrior.OfRows(zeros(1, 4), standard, standard).item<float>();

        // At 0, the wide component has a density of e^-5 times that of the standard one.
        Assert.Equal(-4 * Math.Log(0.15 + 0.75 + (0.1 * Math.Exp(-5))), divergence, Rounding);
    }

    [Fact]
    public void OfRows_WithoutAnEpochBefore_IsTheGaussianDivergenceOnAverage()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var posterior = PosteriorOf(mean: 1.5f, logVariance: -2, Samples);

        var divergence = CompositePrior.OfRows(Sampled(posterior), posterior, earlier: null).mean().item<float>();

        Assert.Equal(
            GaussianDivergence.PerRow(posterior.Mean, posterior.LogVariance!.Value).Tensor.mean().item<float>(),
            divergence,
            SamplingTolerance);
    }

    [Fact]
    public void OfRows_OfAPosteriorLikeTheOneBefore_CostsNoMoreThanTheLogarithmOfItsWeight()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var posterior = PosteriorOf(mean: 5, logVariance: -3, Samples);

        var divergence = CompositePrior.OfRows(Sampled(posterior), posterior, posterior).mean().item<float>();

        Assert.InRange(divergence, 0, -4 * Math.Log(0.75));
    }

    [Fact]
    public void EarlierPosterior_AfterAStep_IsThatOfTheWeightsBefore()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = TinyRuns.Model(Vae);
        var (prior, rows) = (TinyRuns.Trainable(Vae, model).Objective.Prior!, tensor(TinyRuns.Digits.Test.Rows(..4).ToArray(), [4, 784]));
        model.train();
        Assert.Null(prior.EarlierPosterior(model, rows));
        var before = model.Encode<TensorValue>(rows).Mean.Tensor;
        prior.Earlier.Take(model);

        foreach (var weight in model.parameters())
            weight.add_(0.1);
        var moved = model.Encode<TensorValue>(rows).Mean.Tensor;
        var earlier = prior.EarlierPosterior(model, rows)!.Value.Mean.Tensor;

        Assert.Equal(before.data<float>().ToArray(), earlier.data<float>().ToArray());
        Assert.Equal(moved.data<float>().ToArray(), model.Encode<TensorValue>(rows).Mean.Tensor.data<float>().ToArray());
        Assert.True(model.training);
    }

    private static Posterior<TensorValue> PosteriorOf(float mean, float logVariance, int rows)
        => new((TensorValue)full([rows, 4], mean), (TensorValue)full([rows, 4], logVariance));

    private static Tensor Sampled(Posterior<TensorValue> posterior)
        => posterior.Mean.Tensor + ((posterior.LogVariance!.Value.Tensor * 0.5).exp() * randn_like(posterior.Mean.Tensor));
}
