using Latent.Data;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Autoencoders.Networks;

/// <summary>Every kind of code with every network, with denoising and sparsity: trained, exported, verified, run.</summary>
public sealed class CompositionTests
{
    private static readonly DataSplits Few = new DataCatalogue().Open(
        "synthetic:digits?count=200&seed=3", new DataOptions
        {
            Validation = SplitSize.Samples(40),
            Test = SplitSize.Samples(40),
            Seed = 1
        });

    private static readonly Dictionary<string, string> Networks = new()
    {
        ["dense"] = """ "hidden": [16] """,
        ["convolutional"] = """ "channels": [2, 4, 8] """,
        ["residual"] = """ "width": 16, "blocks": 1 """,
        ["attention"] = """ "channels": [2, 4], "heads": 2 """,
    };

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["plain"] = "",
        ["variational"] = "",
        ["sparse"] = "",
        ["topk"] = """, "active": 3 """,
        ["batch_topk"] = """, "active": 3 """,
        ["jump_relu"] = "",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var code in Codes.Keys)
        {
            foreach (var network in Networks.Keys)
                pairs.Add(code, network);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Execute_AnyCodeOverAnyNetwork_YieldsAVerifiedBundle(string code, string network)
    {
        using var folder = new TemporaryFolder();
        var recipe = RecipeOf(code, network);

        var outcome = TrainingRun.Execute(recipe, Few, new TrainingRunOptions { OutputFolder = folder.Path });

        using var model = Autoencoder.Load(outcome.Folder);
        Assert.Equal(recipe.Family, model.Manifest.Family);
        Assert.Equal(network, model.Manifest.Options.GetProperty("network").GetString());
        Assert.InRange(outcome.ParityMaxDifference, 0, recipe.Export.Tolerance);
        Assert.True(model.Verify().Passed);
        Assert.True(double.IsFinite(outcome.Metrics["denoised_mse"]));
        Assert.Equal(Few.Test.Values.Length, model.Reconstruct(Few.Test.Values).Length);
    }

    private static Recipe RecipeOf(string code, string network) => TinyRuns.Dense with
    {
        Name = $"tiny-{code}-{network}",
        Family = code == "plain" ? network : code,
        Options = TinyRuns.Options($$"""{ "network": "{{network}}", "latent": 6, {{Networks[network]}} {{Codes[code]}} }"""),
        Corruption = new CorruptionSettings { Kind = CorruptionKind.Gaussian, Level = 0.2 },
        Objective = new ObjectiveSettings { Sparsity = SparsityOf(code) },
        Fit = TinyRuns.Dense.Fit with { Epochs = 1, BatchSize = 40 },
        Report = new ReportSettings { Reconstructions = 4, Samples = 4 },
    };

    private static SparsitySettings SparsityOf(string code) => code switch
    {
        "sparse" => new() { Kind = SparsityKind.Kl, Target = 0.05, Weight = 0.01 },
        "jump_relu" => new() { Kind = SparsityKind.L0, Target = 3, Weight = 0.01 },
        _ => new() { Kind = SparsityKind.L1, Weight = 0.001 },
    };
}
