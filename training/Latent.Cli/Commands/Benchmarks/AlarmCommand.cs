using System.CommandLine;
using System.Globalization;
using Latent.Training.Families;
using Latent.Training.Tables;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark alarm</c>.</summary>
internal sealed class AlarmCommand : LatentSubcommand
{
    private readonly Argument<string[]> recipes = new("RECIPE")
    {
        Description = "Recipes with data.normal, by name or by path.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["nslkdd-vae", "nslkdd-sparse"],
    };
    private readonly Option<string> data = BenchmarkOptions.Data();
    private readonly Option<string> profile = CommonOptions.Profile();
    private readonly Option<ulong[]> seeds = BenchmarkOptions.Seeds(0, 1, 2);
    private readonly Option<string[]> changes = BenchmarkOptions.Changes();

    public AlarmCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "alarm",
            "Selects the quantile of normal scores for a recipe's alarm threshold: the one with the best balanced accuracy on labeled "
            + "anomalies of the training part, with equal weight per anomaly kind. Uses no test rows.",
            terminal,
            cancellation)
    {
        Arguments.Add(recipes);
        foreach (var option in new Option[] { data, profile, seeds, changes })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark alarm",
        "latent benchmark alarm nslkdd-vae --set options.latent=15",
    ];

    protected override int Execute(Invocation call)
    {
        using var trial = new Trial(call);
        var results = call.Get(recipes).Distinct().ToDictionary(name => name, name => AlarmChoice.Choose(Measure(call, trial, name)));
        call.Answer(new { seeds = call.Get(seeds), recipes = results }, console =>
        {
            foreach (var (name, choice) in results)
            {
                console.WriteLine($"{name}, seeds {string.Join(", ", call.Get(seeds))}: {choice}");
                var table = Tables.Create(
                    ["quantile", "false alarms", "detection", "balance"],
                    "quantile",
                    "false alarms",
                    "detection",
                    "balance");
                foreach (var point in choice.Points)
                    table.Add(
                        point.Quantile.ToString(CultureInfo.InvariantCulture),
                        Text(point.FalseAlarms),
                        Text(point.Detection),
                        Text(point.Balance));
                console.Write(table);
            }
        });
        return ExitCode.Done;
    }

    private AlarmTrial[] Measure(Invocation call, Trial trial, string name)
    {
        var recipe = new RecipeChoices(call.Find(data), call.Get(profile), call.Get(changes)).Open(name);
        var rows = trial.Open(recipe);
        var settings = ModelFamilies.Autoencoder(recipe);
        return [.. call.Get(seeds).Select(seed => AlarmTrial.Run(settings, rows, seed, call.Cancellation))];
    }

    private static string Text(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
