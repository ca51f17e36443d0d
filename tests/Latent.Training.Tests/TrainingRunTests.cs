using System.Security.Cryptography;
using Latent.Data;
using Latent.Files;
using Latent.Fitting;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Export;
using Latent.Training.Recipes;

namespace Latent.Training.Tests;

public sealed class TrainingRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("tiny-dense")]
    [InlineData("tiny-vae")]
    public void Execute_OfARecipe_WritesABundleThatTheRuntimeVerifies(string name)
    {
        var outcome = Execute(RecipeOf(name));

        using var model = Autoencoder.Load(outcome.Folder);
        Assert.True(model.Verify().Passed);
        Assert.Equal(folder[name], outcome.Folder);
        Assert.Equal(2, outcome.Epochs);
        Assert.InRange(outcome.ParityMaxDifference, 0, 1e-5);
        Assert.Equal(["decode", "encode", "reconstruct", "score"], model.Manifest.Graphs.Keys.Order());
        Assert.Equal(["0.90", "0.95", "0.99", "0.999"], model.Manifest.Calibration!.Thresholds.Keys.Order());
    }

    [Fact]
    public void Execute_OfADenseModel_CountsItsParameters() =>
        Assert.Equal((784 * 32) + 32 + (32 * 8) + 8 + (8 * 32) + 32 + (32 * 784) + 784, Execute(TinyRuns.Dense).Parameters);

    [Fact]
    public void Execute_Twice_GivesTheSameBytes()
    {
        var first = Execute(TinyRuns.Variational).Folder;
        var digests = DigestsOf(first);

        Assert.Equal(digests, DigestsOf(Execute(TinyRuns.Variational).Folder));
    }

    [Fact]
    public void Execute_OfAnotherSeed_GivesOtherBytes()
    {
        var first = DigestsOf(Execute(TinyRuns.Dense).Folder);

        Assert.NotEqual(first, DigestsOf(Execute(TinyRuns.Dense with { Fit = TinyRuns.Dense.Fit with { Seed = 6 } }).Folder));
    }

    [Fact]
    public void Metrics_InTheManifest_AreThoseOfTheRuntime()
    {
        var outcome = Execute(TinyRuns.Variational);

        using var model = Autoencoder.Load(outcome.Folder);
        var evaluated = BundleEvaluator.Evaluate(model, TinyRuns.Digits.Test);
        Assert.Equal(["active_units", "fvu", "kl", "loss", "mse", "near_zero", "reconstruction"], evaluated.Keys.Order());
        foreach (var (key, value) in evaluated)
            Assert.Equal(value, outcome.Metrics[key], value * 1e-5);
        Assert.Equal(evaluated["loss"], evaluated["reconstruction"] + evaluated["kl"], precision: 9);
    }

    [Fact]
    public void Execute_WithAToleranceNoGraphCanHold_FailsAndLeavesOnlyTheCheckpoint()
    {
        var recipe = TinyRuns.Variational with { Export = new ExportSettings { Tolerance = 1e-12 } };

        var error = Assert.Throws<ParityException>(() => Execute(recipe));

        Assert.Matches(
            "^Graph '(encode|decode|reconstruct|score)': Output '.+' differs by .+ between TorchSharp and ONNX Runtime at batch .+ " +
            "The first node that differs is '.+' \\(.+\\), of .+ Nothing was written\\. ",
            error.Message);
        Assert.Equal([folder["tiny-vae.checkpoint"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Execute_WhenCancelled_WritesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => TrainingRun.Execute(TinyRuns.Dense, TinyRuns.Digits, Options(), cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("tpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda0")]
    public void Execute_OnAnUnknownDevice_ListsTheDevices(string device)
    {
        var error = Assert.Throws<TrainingException>(
            () => TrainingRun.Execute(TinyRuns.Dense, TinyRuns.Digits, Options() with { Device = device }));

        Assert.Equal($"'{device}' is not a training device. Expected cpu, cuda or cuda:N.", error.Message);
    }

    [Fact]
    public void Execute_OfANormalizingModel_PutsTheScaleIntoTheGraphs()
    {
        var outcome = Execute(TinyRuns.Dense with
        {
            Options = TinyRuns.Options(
            """{ "hidden": [32], "latent": 8, "normalization": "standardize", "output": "identity" }""")
        });

        using var model = Autoencoder.Load(outcome.Folder);
        var graph = Latent.Onnx.OnnxModel.Load(Path.Combine(outcome.Folder, "encode.onnx")).ToString();
        Assert.Equal("standardize", model.Manifest.Input.Normalization);
        Assert.Contains("weight normalizer.offset: float[784]", graph);
        Assert.Contains("Sub(x, normalizer.offset)", graph);
    }

    [Fact]
    public void Execute_OfAnUnknownFamily_ListsTheFamilies()
    {
        var error = Assert.Throws<RecipeException>(() => Execute(TinyRuns.Dense with { Family = "tiny" }));

        Assert.EndsWith(
            "unknown family \"tiny\". Known families: attention, batch_topk, convolutional, dense, jump_relu, residual, sequence, " +
            "sparse, topk, variational.",
            error.Message);
    }

    [Theory]
    [InlineData("""{ "output": "identity" }""", "normalization none, output identity")]
    [InlineData("""{ "normalization": "standardize" }""", "normalization standardize, output sigmoid")]
    public void Execute_WithABernoulliLikelihoodThatDoesNotFit_SaysWhatToSet(string options, string received)
    {
        var error = Assert.Throws<RecipeException>(() => Execute(TinyRuns.Variational with { Options = TinyRuns.Options(options) }));

        Assert.EndsWith(
            "objective.likelihood bernoulli needs values in [0, 1] without normalization, and a decoder that ends with a sigmoid. " +
            $"Received: synthetic:digits with values from 0 to 1, {received}. Set objective.likelihood to gaussian.",
            error.Message);
    }

    [Fact]
    public void Execute_WithASigmoidOnValuesBeyondOne_SaysWhatToSet()
    {
        var rows = new Dataset("sensors", [4], [.. Enumerable.Range(0, 4 * 400).Select(i => i % 7 - 3f)]);

        var error = Assert.Throws<RecipeException>(() => TrainingRun.Execute(
            TinyRuns.Dense,
            DataSplits.Divide(rows, new DataOptions { Validation = SplitSize.Samples(150) }),
            Options()));

        Assert.EndsWith(
            "options.output sigmoid reconstructs values in (0, 1) only. Received: " +
            "sensors with values from -3 to 3, normalization none, output sigmoid. " +
            "Set options.normalization to min_max, or options.output to identity.",
            error.Message);
    }

    [Fact]
    public void Evaluate_OfABernoulliModelOnBytes_SaysTheRange()
    {
        var outcome = Execute(TinyRuns.Variational);
        using var model = Autoencoder.Load(outcome.Folder);
        var bytes = new Dataset("bytes", [784], [.. TinyRuns.Digits.Test.Values.Select(value => value * 255)]);

        var error = Assert.Throws<DataException>(() => BundleEvaluator.Evaluate(model, bytes));

        Assert.StartsWith("The rows are not in the range of the model", error.Message);
    }

    [Fact]
    public void Execute_WithoutValidationRows_SaysWhatToRaise()
    {
        var data = new DataSplits(TinyRuns.Digits.Train, TinyRuns.Digits.Validation.Subset([]), TinyRuns.Digits.Test);

        var error = Assert.Throws<TrainingException>(() => TrainingRun.Execute(TinyRuns.Dense, data, Options()));

        Assert.Equal(
            "The validation split of synthetic:digits is empty, and the parity check and calibration need its rows. Raise data.validation.",
            error.Message);
    }

    [Fact]
    public void Execute_WithFewerValidationRowsThanABatch_ComparesOnAllOfThem()
    {
        var outcome = Execute(TinyRuns.Dense with { Export = new ExportSettings { BatchSizes = [1, 500, 600] } });

        using var model = Autoencoder.Load(outcome.Folder);
        Assert.Equal([1, 150], model.Manifest.Parity!.BatchSizes);
    }

    [Theory]
    [InlineData("""{ "latent": 0 }""")]
    [InlineData("""{ "hidden": [32, 0] }""")]
    [InlineData("""{ "hiden": [32] }""")]
    [InlineData("""{ "input": 100 }""")]
    public void Execute_WithOptionsThatDoNotFit_IsRejected(string options) =>
        Assert.Throws<RecipeException>(() => Execute(TinyRuns.Dense with { Options = TinyRuns.Options(options) }));

    private static Recipe RecipeOf(string name) => name == "tiny-dense" ? TinyRuns.Dense : TinyRuns.Variational;

    private static IReadOnlyList<string> DigestsOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];

    private TrainingRunOptions Options() => new() { OutputFolder = folder.Path };

    private TrainingOutcome Execute(Recipe recipe) => TrainingRun.Execute(recipe, TinyRuns.Digits, Options());
}
