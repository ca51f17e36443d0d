using System.CommandLine;
using System.Globalization;

namespace Latent.Cli;

/// <summary><c>latent benchmark one-class</c>.</summary>
internal sealed class OneClassCommand : LatentSubcommand
{
    private readonly Argument<string> recipe = new("RECIPE")
    {
        Description = "A recipe with data.normal, by name or by path.",
        DefaultValueFactory = _ => "one-class-mnist",
    };
    private readonly Option<string> data = BenchmarkOptions.Data();
    private readonly Option<string[]> profiles = new("--profiles")
    {
        Description = "Profiles of the recipe to compare, separated by commas.",
        HelpName = "NAME,NAME,...",
        DefaultValueFactory = _ => ["full", "vae", "sparse"],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(','))],
    };
    private readonly Option<ulong[]> seeds = BenchmarkOptions.Seeds(0);
    private readonly Option<string[]> changes = BenchmarkOptions.Changes();

    public OneClassCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "one-class",
            "Trains on the rows of one label at a time, and measures how well the model separates the rows of all other labels from them "
            + "(AUROC).",
            terminal,
            cancellation)
    {
        Arguments.Add(recipe);
        foreach (var option in new Option[] { data, profiles, seeds, changes })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark one-class",
        "latent benchmark one-class --data fashion-mnist --seeds 0,1,2",
    ];

    protected override int Execute(Invocation call)
    {
        var labels = LabelsOf(call);
        var names = call.Get(profiles).Distinct().ToArray();
        using var trial = new Trial(call);
        var results = labels.ToDictionary(
            label => label,
            label => names.ToDictionary(name => name, name => Measure(call, trial, name, label)));
        var means = names.ToDictionary(name => name, name => results.Values.Average(row => row[name].Mean));
        call.Answer(new { recipe = call.Get(recipe), seeds = call.Get(seeds), auroc = results, means }, console =>
        {
            var table = Tables.Create(["normal", .. names], names);
            foreach (var (label, row) in results)
                table.Add([label, .. names.Select(name => Text(row[name]))]);
            table.Add(["mean", .. names.Select(name => Text(means[name]))]);
            console.Write(table);
        });
        return ExitCode.Done;
    }

    private static string Text(Spread auroc) => auroc.Deviation == 0 ? Text(auroc.Mean) : $"{Text(auroc.Mean)} ± {Text(auroc.Deviation)}";

    private static string Text(double auroc) => auroc.ToString("0.0000", CultureInfo.InvariantCulture);

    private string[] LabelsOf(Invocation call)
    {
        var plain = ChoicesOf(call, call.Get(profiles)[0], []).Open(call.Get(recipe));
        var rows = new DataAccess(call).Open(plain.Data.Name, plain.Data.ToOptions()).Train;
        var labels = rows.Labels ?? throw new UsageException(
            $"{plain.Data.Name} has no labels, but one-class treats one label at a time as normal. "
            + "Use a data set with labels, or name the label column (--set data.label=NAME).");
        return [.. labels.Distinct().Order().Select(label => rows.LabelNames?[label] ?? label.ToString(CultureInfo.InvariantCulture))];
    }

    private Spread Measure(Invocation call, Trial trial, string profile, string label) => Spread.Compute(
        [.. call.Get(seeds).Select(seed => trial.Run(ChoicesOf(
            call,
            profile,
            [$"data.normal=['{label.Replace("'", "''", StringComparison.Ordinal)}']", $"fit.seed={seed}"]).Open(call.Get(
                recipe)))["auroc"])]);

    private RecipeChoices ChoicesOf(Invocation call, string profile, string[] more)
        => new(call.Find(data), profile, [.. call.Get(changes), .. more]);
}
