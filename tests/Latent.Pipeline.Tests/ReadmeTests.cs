using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Pipeline.Tests;

public sealed partial class ReadmeTests
{
    private const string Opening = "    public static void Run(float[] images)\n    {\n";
    private const string Closing = "\n    }\n}\n";

    [Fact]
    public void Example_InTheReadme_IsTheOneThatRuns()
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Pipeline.Tests", "ReadmeExample.cs"));
        var body = source[(source.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length)..^Closing.Length];

        Assert.Contains($"```csharp\n{body.Replace("\n        ", "\n")[8..]}\n```", File.ReadAllText(Repository.At("README.md")));
    }

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
        var before = (Directory: Environment.CurrentDirectory, Output: Console.Out);
        using var output = new StringWriter();
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            Console.SetOut(output);
            ReadmeExample.Run([.. Enumerable.Range(0, 2 * 784).Select(i => (i * 37 % 100) / 100f)]);
        }
        finally
        {
            Environment.CurrentDirectory = before.Directory;
            Console.SetOut(before.Output);
        }

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("2 codes, 1568 pixels redrawn, 12544 pixels dreamt", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(@"^row \d: score \d+(\.\d+)? > threshold \d+(\.\d+)?$", line));
        Assert.Equal(3, lines.Length);
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
