using System.Globalization;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>A comparison of models on the same held-out users, with one value of each metric per seed.</summary>
internal sealed class RankingTable
{
    /// <summary>The model that all others are compared with.</summary>
    public const string Reference = "EASE";

    private static readonly string[] Figures = ["recall@20", "recall@50", "ndcg@100"];

    private readonly Dictionary<string, List<IReadOnlyDictionary<string, double>>> runs = [];

    /// <summary>Adds the metrics of a model for the next seed.</summary>
    public void Add(string model, IReadOnlyDictionary<string, double> metrics)
    {
        if (!runs.TryGetValue(model, out var ofModel))
            runs.Add(model, ofModel = []);
        ofModel.Add(metrics);
    }

    /// <summary>
    /// The means and standard deviations by model and metric, and those of the difference from the reference under the same seeds.
    /// </summary>
    public Dictionary<string, Dictionary<string, Spread>> Spreads() => runs.Keys.ToDictionary(
        model => model,
        model => Figures.ToDictionary(figure => figure, figure => Spread.Compute(Create(model, figure)))
            .Append(KeyValuePair.Create($"ndcg@100 - {Reference}", Difference(model))).ToDictionary());

    /// <summary>Writes the table.</summary>
    public void Show(IAnsiConsole console)
    {
        string[] numeric = [.. Figures, $"ndcg@100 - {Reference}"];
        var table = Tables.Create(["model", .. numeric], numeric);
        foreach (var (model, spreads) in Spreads())
            table.Add([model, .. numeric.Select(figure => model == Reference && figure == numeric[^1] ? "" : Text(spreads[figure]))]);
        console.Write(table);
    }

    private double[] Create(string model, string figure) => [.. runs[model].Select(run => run[figure])];

    private Spread Difference(string model)
        => Spread.Compute([.. Create(model, Figures[^1]).Zip(Create(Reference, Figures[^1]), (ours, theirs) => ours - theirs)]);

    private static string Text(Spread spread)
        => string.Create(CultureInfo.InvariantCulture, $"{spread.Mean:0.0000} ± {spread.Deviation:0.0000}");
}
