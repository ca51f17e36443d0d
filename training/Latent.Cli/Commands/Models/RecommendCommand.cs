using System.CommandLine;
using System.Globalization;
using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent recommend</c>.</summary>
internal sealed class RecommendCommand : ModelCommand
{
    private const int DefaultCount = 10;

    private readonly Option<string> ratings = new("--ratings")
    {
        Description = "One user's ratings, .csv: an item's id or title, and a value.",
        HelpName = "PATH",
        Required = true,
    };
    private readonly Option<int> top = CommonOptions.Whole("--top", "Number of items.", lowest: 1, standard: DefaultCount);
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Output file for the items: .csv (place, item, title, score).",
        HelpName = "PATH",
    };

    public RecommendCommand(Terminal terminal, CancellationToken cancellation)
        : base("recommend", "Recommends items that a user has not rated yet.", terminal, cancellation) =>
        Declare(ratings, top, output);

    public override IReadOnlyList<string> Examples =>
    [
        "latent recommend models/movies-multvae --ratings mine.csv --top 10",
        "latent recommend models/movies-dae --ratings mine.csv --json",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Recommender.Load(PathOf(call), OptionsOf(call));
        var own = UserRatings.Read(call.Get(ratings), model);
        var best = model.TopK(own, call.Get(top));
        if (call.Find(output) is { } path)
            Write(path, best);
        call.Answer(new { bundle = PathOf(call), ratings = own.Length, items = best }, console =>
        {
            var table = Tables.Create(["", "item", "title", "score"], "", "score");
            for (var i = 0; i < best.Count; i++)
                table.Add($"{i + 1}", best[i].Item, best[i].Title, best[i].Score.ToString("G3", CultureInfo.InvariantCulture));
            console.Write(table);
        });
        return ExitCode.Done;
    }

    private static void Write(string path, IReadOnlyList<Recommendation> best)
    {
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--out takes a path that ends in .csv. Received: {path}.");
        using var table = new CsvWriter(path);
        // The column name 'place' stays for compatibility.
        table.Fields(["place", "item", "title", "score"]).EndRecord();
        for (var i = 0; i < best.Count; i++)
            table.Field(i + 1L).Field(best[i].Item).Field(best[i].Title).Field(best[i].Score).EndRecord();
        table.Complete();
    }
}
