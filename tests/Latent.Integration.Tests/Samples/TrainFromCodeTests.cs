using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Runs the sample that trains, exports and runs a variational autoencoder without a recipe file.</summary>
public sealed partial class TrainFromCodeTests
{
    // The loss of a model that knows only the mean digit is above 200 nats.
    private const double MaxLoss = 140;

    [Fact]
    public void Program_OnGeneratedDigits_WritesABundleAndRunsIt()
    {
        using var folder = new TemporaryFolder();

        var output = DotnetCommand.Run(Repository.Root, Path.Combine(AppContext.BaseDirectory, "train-from-code.dll"), folder.Path);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith($"{Path.Combine(folder.Path, "digits-vae")}: loss ", lines[0]);
        Assert.EndsWith("4 samples", lines[0]);
        Assert.InRange(double.Parse(Loss().Match(lines[0]).Groups[1].Value), 0, MaxLoss);
        Assert.Equal(5, lines[1..].Length);
        Assert.All(lines[1..5], line => Assert.Contains(" <= threshold ", line));
        Assert.Contains(" > threshold ", lines[5]);
        Assert.True(File.Exists(Path.Combine(folder.Path, "digits-vae", "bundle.json")));
    }

    [GeneratedRegex("loss ([0-9.]+),")]
    private static partial Regex Loss();
}
