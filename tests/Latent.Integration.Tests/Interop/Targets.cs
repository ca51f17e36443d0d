using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Latent.Runtime;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Runs the golden vectors of all released bundles, once per target, and records the maximum difference of each.</summary>
public sealed class Targets : IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals
    };

    private readonly Lazy<IReadOnlyDictionary<string, InteropResult>> dotnet = new(() => ByName(ReleasedBundles.All.Select(RunHere)));
    private readonly Lazy<IReadOnlyDictionary<string, InteropResult>> node = new(() => RunScript("node.mjs", Folders));
    private readonly Lazy<IReadOnlyDictionary<string, InteropResult>> browser = new(
        () => RunScript("browser.mjs", [Browser.Program!, .. Folders]));

    internal IReadOnlyDictionary<string, InteropResult> Dotnet => dotnet.Value;

    internal IReadOnlyDictionary<string, InteropResult> Node => node.Value;

    internal IReadOnlyDictionary<string, InteropResult> InBrowser => browser.Value;

    private static string[] Folders => [.. ReleasedBundles.All.Select(ReleasedBundles.FolderOf)];

    /// <summary>Runs a script over bundles.</summary>
    internal static IReadOnlyDictionary<string, InteropResult> RunScript(string script, params string[] arguments)
    {
        var (output, error, code) = NodeScript.Run([script, .. arguments]);
        Assert.True(code == 0, $"{script} ended with exit code {code}:\n{error}");
        return ByName(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<InteropResult>(line, Format)!));
    }

    /// <summary>Writes one line per target for the build script to print.</summary>
    public void Dispose()
    {
        var lines = new[] { ("dotnet, cpu", dotnet), ("node, cpu", node), ("browser, wasm", browser) }
            .Where(target => target.Item2.IsValueCreated)
            .Select(target => Summary(target.Item1, target.Item2.Value.Values));
        Directory.CreateDirectory(Repository.At("artifacts", "tests"));
        File.WriteAllLines(Repository.At("artifacts", "tests", "golden-vectors.txt"), lines);
    }

    private static string Summary(string target, IEnumerable<InteropResult> results)
    {
        var graphs = results.SelectMany(result => result.Graphs.Select(graph => (Name: $"{result.Bundle}/{graph.Graph}", graph.Difference)))
            .ToList();
        var worst = graphs.MaxBy(graph => graph.Difference ?? double.PositiveInfinity);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{target,-14} largest difference {worst.Difference:0.0e+00} ({worst.Name}) in {graphs.Count} graphs of " +
            $"{results.Count()} bundles");
    }

    private static InteropResult RunHere(string name)
    {
        using var model = Autoencoder.Load(ReleasedBundles.FolderOf(name));
        return new()
        {
            Bundle = name,
            Graphs = [.. model.Verify().Graphs
            .Select(graph => new InteropGraph(graph.Graph, graph.LargestDifference, graph.Tolerance, graph.Passed))]
        };
    }

    private static Dictionary<string, InteropResult> ByName(IEnumerable<InteropResult> results)
        => results.ToDictionary(result => result.Bundle);
}
