using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Runs the sample that trains a classifier with the trainer of Latent.Fitting.</summary>
public sealed partial class TrainAnyModuleTests
{
    private const double MinAccuracy = 95;

    [Fact]
    public void Program_OnGeneratedDigits_TellsDigitsApart()
    {
        var output = DotnetCommand.Run(Repository.Root, Path.Combine(AppContext.BaseDirectory, "train-any-module.dll"));

        Assert.StartsWith("epoch 1: loss ", output);
        Assert.InRange(double.Parse(Accuracy().Match(output).Groups[1].Value), MinAccuracy, 100);
    }

    [GeneratedRegex("accuracy ([0-9.]+) % on 600 test digits")]
    private static partial Regex Accuracy();
}
