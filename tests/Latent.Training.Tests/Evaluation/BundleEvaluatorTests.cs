using Latent.Files;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Evaluation;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Evaluation;

public sealed class BundleEvaluatorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Evaluate_OneClass_MeasuresNormalRowsAndTellsTheOthersApart()
    {
        var recipe = TinyRuns.Dense with
        {
            Data = new DataSettings
            {
                Name = "synthetic:digits",
                Normal = ["1"]
            },
            Fit = TinyRuns.Dense.Fit with { Epochs = 20, BatchSize = 16 }
        };

        var metrics = Train(recipe);

        Assert.InRange(metrics["auroc"], 0.9, 1);
        Assert.InRange(metrics["mse"], 0, 0.05);
    }

    [Fact]
    public void Evaluate_ABinaryModel_MakesTheRowsBinaryItself()
    {
        var recipe = TinyRuns.Variational with
        {
            Data = new DataSettings
            {
                Name = "synthetic:digits",
                Binarization = Binarization.Stochastic
            },
            Evaluation = new EvaluationSettings { ImportanceSamples = 20 }
        };
        var inTheManifest = Train(recipe);

        using var model = Autoencoder.Load(folder[recipe.Name]);
        var evaluated = BundleEvaluator.Evaluate(model, TinyRuns.Digits.Test, importanceSamples: 20);

        Assert.Equal(inTheManifest["mse"], evaluated["mse"], 1e-6);
        Assert.Equal(inTheManifest["nll"], evaluated["nll"], 1e-3);
        Assert.True(evaluated["nll"] < evaluated["loss"], "more samples give a tighter bound");
    }

    [Fact]
    public void Evaluate_WithNoise_MeasuresAgainstTheCleanRows()
    {
        Train(TinyRuns.Dense);
        using var model = Autoencoder.Load(folder[TinyRuns.Dense.Name]);

        var little = BundleEvaluator.Evaluate(model, TinyRuns.Digits.Test, new CorruptionSettings { Level = 1e-6 });
        var much = BundleEvaluator.Evaluate(model, TinyRuns.Digits.Test, new CorruptionSettings { Level = 0.5 });

        Assert.Equal(little["mse"], little["denoised_mse"], 1e-5);
        Assert.True(much["denoised_mse"] > much["mse"]);
    }

    [Fact]
    public void Evaluate_LikelihoodOfAGrayModel_SaysWhatItNeeds()
    {
        Train(TinyRuns.Dense);
        using var model = Autoencoder.Load(folder[TinyRuns.Dense.Name]);

        var error = Assert.Throws<DataException>(() => BundleEvaluator.Evaluate(model, TinyRuns.Digits.Test, importanceSamples: 5));

        Assert.Equal("nll cannot be estimated", error.Problem);
        Assert.Equal(
            "Train with data.binarization stochastic and objective.likelihood bernoulli, or use no importance samples.", error.Fix);
    }

    [Fact]
    public void Evaluate_SigmoidCodes_SaysWhatTheirActiveUnitsAreWorth()
    {
        var recipe = TinyRuns.Dense with
        {
            Family = "sparse",
            Objective = new ObjectiveSettings { Sparsity = new SparsitySettings { Weight = 0.1 } },
            Fit = TinyRuns.Dense.Fit with { Epochs = 12, LearningRate = 0.01 },
        };

        var metrics = Train(recipe);

        // Some latents stay below the activity threshold, and the reconstruction without them is worse.
        Assert.InRange(metrics["l0"], 0, 7.9);
        Assert.True(
            metrics["fvu_active"] > metrics["fvu"] + 0.001,
            $"{metrics["fvu_active"]} with active latents only, {metrics["fvu"]} with all");
    }

    private IReadOnlyDictionary<string, double> Train(Recipe recipe) =>
        TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path }).Metrics;
}
