using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

public sealed class BenchmarkCommandTests
{
    private const string Digits = "synthetic:digits?count=1000&seed=2";

    [Fact]
    public void Seeds_OfARecipe_GivesMeanAndDeviationOfEveryFigure()
    {
        var result = CommandResult.Run(
            "benchmark",
            "seeds",
            "mnist-dense",
            "--data",
            Digits,
            "--seeds",
            "0,1",
            "--set",
            "fit.epochs=1",
            "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal([0, 1], result.Json.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt32()));
        var mse = result.Json.GetProperty("recipes").GetProperty("mnist-dense").GetProperty("mse");
        Assert.InRange(mse.GetProperty("mean").GetDouble(), 0.001, 0.5);
        Assert.InRange(mse.GetProperty("deviation").GetDouble(), 1e-9, 0.1);
    }

    [Fact]
    public void Seeds_OfWhatIsNoSeed_SaysWhatIs() => Assert.Contains(
        "--seeds takes whole numbers of at least 0, separated by commas. Received: x.",
        CommandResult.Run("benchmark", "seeds", "mnist-dense", "--seeds", "0,x").Error);

    [Fact]
    public void OneClass_OverLabels_GivesARowALabelAndTheMeans()
    {
        var result = CommandResult.Run(
            "benchmark",
            "one-class",
            "--data",
            Digits,
            "--profiles",
            "full,vae",
            "--set",
            "fit.epochs=1",
            "--set",
            "fit.batch_size=8");

        Assert.Equal((0, ""), (result.Code, result.Error));
        foreach (var heading in new[] { "normal", "full", "vae", "mean" })
            Assert.Contains(heading, result.Output);
        Assert.Equal(10, result.Output.Split('\n')
            .Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"│ \d +│ +[01]\.\d{4} │ +[01]\.\d{4} │")));
    }

    [Fact]
    public void OneClass_WithoutLabels_SaysWhatItNeeds()
    {
        using var folder = new TemporaryFolder();
        Latent.Files.NpyFile.Write(folder["rows.npy"], new float[40], 20, 2);

        var result = CommandResult.Run("benchmark", "one-class", "--data", folder["rows.npy"]);

        Assert.Equal(2, result.Code);
        Assert.EndsWith(
            "has no labels, but one-class treats one label at a time as normal. "
            + "Use a data set with labels, or name the label column (--set data.label=NAME).\n",
            result.Error);
    }
}
