using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent benchmark seeds</c>.</summary>
internal sealed class SeedsCommand : LatentSubcommand
{
    private readonly Argument<string[]> recipes = new("RECIPE")
    {
        Description = "Recipes, by name or by path.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> data = BenchmarkOptions.Data();
    private readonly Option<string> profile = CommonOptions.Profile();
    private readonly Option<ulong[]> seeds = BenchmarkOptions.Seeds(0, 1, 2);
    private readonly Option<string[]> changes = BenchmarkOptions.Changes();

    public SeedsCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "seeds",
            "Trains each recipe once per seed, and prints the mean and standard deviation of every test metric.",
            terminal,
            cancellation)
    {
        Arguments.Add(recipes);
        foreach (var option in new Option[] { data, profile, seeds, changes })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark seeds mnist-vae mnist-dense",
        "latent benchmark seeds mnist-contractive --profile plain --seeds 0,1,2,3,4",
    ];

    protected override int Execute(Invocation call)
    {
        var results = call.Get(recipes).Distinct().ToDictionary(name => name, name => Measure(call, name));
        call.Answer(new { seeds = call.Get(seeds), recipes = results }, console =>
        {
            foreach (var (name, metrics) in results)
                console.Write(Tables.OfPairs(
                    $"{name}, seeds {string.Join(", ", call.Get(seeds))}",
                    metrics.Select(metric => (metric.Key, $"{metric.Value}"))));
        });
        return ExitCode.Done;
    }

    private Dictionary<string, Spread> Measure(Invocation call, string name)
    {
        using var trial = new Trial(call);
        var runs = new List<IReadOnlyDictionary<string, double>>();
        foreach (var seed in call.Get(seeds))
        {
            var choices = new RecipeChoices(call.Find(data), call.Get(profile), [.. call.Get(changes), $"fit.seed={seed}"]);
            runs.Add(trial.Run(choices.Open(name)));
        }

        return runs[0].Keys.ToDictionary(metric => metric, metric => Spread.Compute([.. runs.Select(run => run[metric])]));
    }
}
