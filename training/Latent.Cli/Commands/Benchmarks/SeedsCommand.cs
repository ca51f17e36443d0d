using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent benchmark seeds</c>.</summary>
internal sealed class SeedsCommand : RecipeBenchmarkCommand
{
    public SeedsCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "seeds",
            "Trains each recipe once per seed, and prints the mean and standard deviation of every test metric.",
            new Argument<string[]>("RECIPE")
            {
                Description = "Recipes, by name or by path.",
                Arity = ArgumentArity.OneOrMore,
            },
            terminal,
            cancellation)
    {
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark seeds mnist-vae mnist-dense",
        "latent benchmark seeds mnist-contractive --profile plain --seeds 0,1,2,3,4",
    ];

    protected override int Execute(Invocation call)
    {
        var results = RecipesOf(call).ToDictionary(name => name, name => Measure(call, name));
        call.Answer(new { seeds = SeedsOf(call), recipes = results }, console =>
        {
            foreach (var (name, metrics) in results)
                console.Write(Tables.OfPairs(
                    $"{name}, seeds {string.Join(", ", SeedsOf(call))}",
                    metrics.Select(metric => (metric.Key, $"{metric.Value}"))));
        });
        return ExitCode.Done;
    }

    private Dictionary<string, Spread> Measure(Invocation call, string name)
    {
        using var trial = new Trial(call);
        var runs = new List<IReadOnlyDictionary<string, double>>();
        foreach (var seed in SeedsOf(call))
        {
            var choices = ChoicesOf(call, $"fit.seed={seed}");
            runs.Add(trial.Run(choices.Open(name)));
        }

        return runs[0].Keys.ToDictionary(metric => metric, metric => Spread.Compute([.. runs.Select(run => run[metric])]));
    }
}
