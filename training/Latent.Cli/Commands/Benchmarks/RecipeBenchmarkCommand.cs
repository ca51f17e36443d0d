using System.CommandLine;

namespace Latent.Cli;

/// <summary>A benchmark that trains recipes, each once per seed.</summary>
internal abstract class RecipeBenchmarkCommand : LatentSubcommand
{
    private readonly Argument<string[]> recipes;
    private readonly Option<string> data = BenchmarkOptions.Data();
    private readonly Option<string> profile = CommonOptions.Profile();
    private readonly Option<ulong[]> seeds = BenchmarkOptions.Seeds(0, 1, 2);
    private readonly Option<string[]> changes = BenchmarkOptions.Changes();

    protected RecipeBenchmarkCommand(
        string name, string description, Argument<string[]> recipes, Terminal terminal, CancellationToken cancellation)
        : base(name, description, terminal, cancellation)
    {
        this.recipes = recipes;
        Arguments.Add(recipes);
        foreach (var option in new Option[] { data, profile, seeds, changes })
            Options.Add(option);
    }

    /// <summary>The recipes, each once.</summary>
    protected IEnumerable<string> RecipesOf(Invocation call) => call.Get(recipes).Distinct();

    /// <summary>The seeds.</summary>
    protected ulong[] SeedsOf(Invocation call) => call.Get(seeds);

    /// <summary>Opens recipes as the options say, with further changes.</summary>
    protected RecipeChoices ChoicesOf(Invocation call, params IEnumerable<string> further) =>
        new(call.Find(data), call.Get(profile), [.. call.Get(changes), .. further]);
}
