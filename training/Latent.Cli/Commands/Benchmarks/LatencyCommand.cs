using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent benchmark latency</c>.</summary>
internal sealed class LatencyCommand : LatentSubcommand
{
    // The first calls are slower and are not measured.
    private const int WarmUps = 200;
    private const int Calls = 2000;

    private readonly Argument<string> recipe = new("RECIPE")
    {
        Description = "A recommender recipe, by name or by path.",
        DefaultValueFactory = _ => "movies-multvae",
    };
    private readonly Option<int> items = CommonOptions.Whole(
        "--items", "Number of items that the model knows.", lowest: 100, standard: 10_000);
    private readonly Option<int> ratings = CommonOptions.Whole(
        "--ratings", "Number of items that the user has rated.", lowest: 1, standard: 20);
    private readonly Option<int> top = CommonOptions.Whole("--top", "Number of items to recommend.", lowest: 1, standard: 10);

    public LatencyCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "latency",
            "Measures the latency of one recommendation on one thread, from a user's ratings to the top items. The model has the recipe's "
            + "architecture, over synthetic items.",
            terminal,
            cancellation)
    {
        Arguments.Add(recipe);
        foreach (var option in new Option[] { items, ratings, top })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples => ["latent benchmark latency", "latent benchmark latency movies-cf --items 50000"];

    protected override int Execute(Invocation call)
    {
        var scratch = Directory.CreateTempSubdirectory("latent-benchmark-");
        try
        {
            using var model = Recommender.Load(
                UntrainedRecommender.Make(call.Get(recipe), call.Get(items), scratch.FullName, call.Cancellation),
                new RuntimeOptions { Threads = 1 });
            var times = Measure(model, call.Get(ratings), call.Get(top));
            var (median, slow) = (times[times.Length / 2], times[(int)(times.Length * 0.99)]);
            call.Answer(
                new { recipe = call.Get(recipe), items = call.Get(items), medianMicroseconds = median, percentile99Microseconds = slow },
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{call.Get(recipe)}, {call.Get(items):N0} items: {median:0.0} us per recommendation "
                    + $"(median of {Calls}; 99th percentile {slow:0.0})"));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        return ExitCode.Done;
    }

    // In microseconds, sorted.
    private static double[] Measure(Recommender model, int ratings, int top)
    {
        var step = Math.Max(1, model.Items.Count / ratings);
        Rating[] own = [.. Enumerable.Range(0, Math.Min(ratings, model.Items.Count))
            .Select(position => new Rating(model.Items[position * step]))];
        var best = new Recommendation[Math.Min(top, model.Items.Count)];
        var times = new double[Calls];
        for (var i = -WarmUps; i < Calls; i++)
        {
            var began = Stopwatch.GetTimestamp();
            model.TopK(own, best);
            if (i >= 0)
                times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }
}
