using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Objectives;

public sealed class ImportanceBoundTests
{
    private const double Tolerance = 0.01;

    private static readonly Recipe Vae = TinyRuns.Variational;

    [Fact]
    public void Evaluate_ManyTimesOneSample_IsTheEvidenceLowerBoundOnAverage()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = TinyRuns.Model(Vae);
        model.eval();
        var rows = tensor(TinyRuns.Digits.Test.Rows(..4).ToArray(), [4, 784]);
        var pass = new TrainingPass(model, rows, rows, rows, model.Encode<TensorValue>(rows));
        var objective = TinyRuns.Trainable(Vae, model).Objective;

        var bound = Enumerable.Range(0, 400)
            .Average(_ => new ImportanceBound(objective.Reconstruction, samples: 1).Compute(pass).Loss.item<float>());
        var evidence = Enumerable.Range(0, 400).Average(_ => objective.Evaluate(model, rows, progress: 0).Loss.item<float>());

        Assert.Equal(1, bound / evidence, Tolerance);
    }

    [Fact]
    public void Evaluate_WithMoreSamples_IsTighter()
    {
        var bounds = new[] {
            1,
            5,
            50 }.Select(samples =>
                MeanLoss(
                    Vae with { Objective = Vae.Objective with { Importance = new ImportanceSettings { Samples = samples } } },
                    progress: 0)).ToArray();

        Assert.True(bounds[0] > bounds[1] && bounds[1] > bounds[2], string.Join(", ", bounds));
    }

    [Fact]
    public void Evaluate_DuringWarmUp_IsTheEvidenceLowerBound()
    {
        var recipe = Vae with { Objective = Vae.Objective with { Importance = new ImportanceSettings { Samples = 50, WarmupEpochs = 2 } } };

        Assert.Equal(MeanLoss(Vae, progress: 1.9), MeanLoss(recipe, progress: 1.9));
        Assert.NotEqual(MeanLoss(Vae, progress: 2), MeanLoss(recipe, progress: 2));
    }

    private static double MeanLoss(Recipe recipe, double progress)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = TinyRuns.Model(recipe);
        var rows = tensor(TinyRuns.Digits.Test.Values, [TinyRuns.Digits.Test.Count, 784]);
        var objective = TinyRuns.Trainable(recipe, model).Objective;
        manual_seed(1);
        return objective.Evaluate(model, rows, progress).Loss.item<float>();
    }
}
