using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Links_OfTheReadme_LeadSomewhere()
    {
        var targets = Link().Matches(File.ReadAllText(Repository.At("README.md"))).Select(match => match.Groups[1].Value).ToArray();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Repository.At(target)), target));
    }

    [Fact]
    public void Example_OnNoise_CallsNothingNormal()
    {
        var output = DocumentedExample.OutputOf(
            () => ReadmeExample.Run([.. Enumerable.Range(0, 2 * 784).Select(i => (i * 37 % 100) / 100f)]));

        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("2 codes, 1568 pixels reconstructed, 12544 pixels sampled", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(@"^row \d: score \d+(\.\d+)? > threshold \d+(\.\d+)?$", line));
        Assert.Equal(3, lines.Length);
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
