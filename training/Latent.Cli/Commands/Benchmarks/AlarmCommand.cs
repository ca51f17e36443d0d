using System.CommandLine;
using System.Globalization;
using Latent.Training.Families;
using Latent.Training.Tables;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark alarm</c>.</summary>
internal sealed class AlarmCommand : RecipeBenchmarkCommand
{
    public AlarmCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "alarm",
            "Selects the quantile of normal scores for a recipe's alarm threshold: the one with the best balanced accuracy on labeled "
            + "anomalies of the training part, with equal weight per anomaly kind. Uses no test rows.",
            new Argument<string[]>("RECIPE")
            {
                Description = "Recipes with data.normal, by name or by path.",
                Arity = ArgumentArity.ZeroOrMore,
                DefaultValueFactory = _ => ["nslkdd-vae", "nslkdd-sparse"],
            },
            terminal,
            cancellation)
    {
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark alarm",
        "latent benchmark alarm nslkdd-vae --set options.latent=15",
    ];

    protected override int Execute(Invocation call)
    {
        using var trial = new Trial(call);
        var results = RecipesOf(call).ToDictionary(name => name, name => AlarmChoice.Choose(Measure(call, trial, name)));
        call.Answer(new { seeds = SeedsOf(call), recipes = results }, console =>
        {
            foreach (var (name, choice) in results)
            {
                console.WriteLine($"{name}, seeds {string.Join(", ", SeedsOf(call))}: {choice}");
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
        var recipe = ChoicesOf(call).Open(name);
        var rows = trial.Open(recipe);
        var settings = ModelFamilies.Autoencoder(recipe);
        return [.. SeedsOf(call).Select(seed => AlarmTrial.Run(settings, rows, seed, call.Cancellation))];
    }

    private static string Text(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
