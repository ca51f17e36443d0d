using System.CommandLine;
using Latent.Data;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark recommender</c>.</summary>
internal sealed class RecommenderCommand : RecipeBenchmarkCommand
{
    private const string Popularity = "popularity";

    public RecommenderCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "recommender",
            "Trains each recipe once per seed, which determines both the held-out users and the initial weights, and compares its ranking "
            + "with popularity and EASE on the same users (recall@20, recall@50, ndcg@100).",
            new Argument<string[]>("RECIPE")
            {
                Description = "Recommender recipes, by name or by path.",
                Arity = ArgumentArity.ZeroOrMore,
                DefaultValueFactory = _ => ["movies-cf", "movies-dae", "movies-multvae", "movies-recvae"],
            },
            terminal,
            cancellation)
    {
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark recommender",
        "latent benchmark recommender baskets-multvae --seeds 0,1,2,3,4",
    ];

    protected override int Execute(Invocation call)
    {
        using var trial = new Trial(call);
        var tables = new Dictionary<string, RankingTable>();
        foreach (var seed in SeedsOf(call))
        {
            var ofSeed = RecipesOf(call).Select(name => ChoicesOf(call, $"data.seed={seed}", $"fit.seed={seed}").Open(name));
            foreach (var group in ofSeed.GroupBy(GroupOf))
                Measure(call, trial, [.. group], TableOf(tables, group.Key));
        }

        call.Answer(new
        {
            seeds = SeedsOf(call),
            data = tables.ToDictionary(
            table => table.Key,
            table => table.Value.Spreads())
        }, console =>
        {
            foreach (var (name, table) in tables)
            {
                console.WriteLine($"{name}, seeds {string.Join(", ", SeedsOf(call))}");
                table.Show(console);
            }
        });
        return ExitCode.Done;
    }

    private static RankingTable TableOf(Dictionary<string, RankingTable> tables, string group)
    {
        if (!tables.TryGetValue(group, out var table))
            tables.Add(group, table = new RankingTable());
        return table;
    }

    // Recipes with the same ratings, filters and splits share one table. The text is a JSON key, so it stays for compatibility.
    private static string GroupOf(Recipe recipe) => HeldOutSpec.From(recipe.Data) is var spec
        ? FormattableString.Invariant($"{recipe.Data.Name}: {spec.MinUserRatings} ratings a user, {spec.MinItemRatings} an item, ") +
          FormattableString.Invariant($"validation {spec.Validation}, test {spec.Test}, {spec.FoldIn} seen")
        : "";

    private static void Measure(Invocation call, Trial trial, Recipe[] recipes, RankingTable table)
    {
        var (splits, spec) = (trial.Open(recipes[0]), HeldOutSpec.From(recipes[0].Data));
        if (splits.Test.Items is null)
        {
            throw new UsageException(
                $"{recipes[0].Data.Name} has no ratings, which the recommender benchmark requires. "
                + "Use a data set of ratings, or a .csv file with data.ratings={} in the recipe.");
        }

        AddBaselines(call, splits, spec, table);
        foreach (var recipe in recipes)
            table.Add(recipe.Name, trial.Run(recipe));
    }

    private static void AddBaselines(Invocation call, DataSplits splits, HeldOutSpec spec, RankingTable table)
    {
        table.Add(Popularity, HeldOutUsers.Measure(new PopularityBaseline(splits.Train).Score, splits.Test, spec));
        using var ease = EaseBaseline.Fit(splits, spec);
        call.Note(
            $"EASE: {splits.Train.Count} training users, {splits.Validation.Count} validation users, {splits.Test.Count} test users, "
            + $"{splits.Train.SampleSize} items; lambda {ease.Penalty}, chosen on the validation users");
        table.Add(RankingTable.Reference, HeldOutUsers.Measure(ease.Score, splits.Test, spec));
    }
}
