using System.CommandLine;
using System.Globalization;
using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Binding;
using Latent.Training.Families;
using Latent.Training.Tables;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark tabular</c>.</summary>
internal sealed class TabularCommand : LatentSubcommand
{
    private const string Mean = "mean";

    private static readonly (string Name, string Profile)[] Autoencoders
        = [("dense", "full"), ("VAE", "vae"), ("sparse", "sparse"), ("denoising", "denoising")];

    private readonly Option<string> data = new("--data")
    {
        Description
            = "A folder of tables: .npz files with arrays X and y (0 is normal), .csv, .tsv and .parquet files with a label column.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<string> label = new("--label")
    {
        Description = "The label column of text tables, by name or by 1-based number. [default: the last]",
        HelpName = "COLUMN",
    };
    private readonly Option<string> normal = new("--normal")
    {
        Description = "The label of normal rows if labels are text.",
        HelpName = "LABEL",
        DefaultValueFactory = _ => "normal",
    };
    private readonly Option<string> recipe = new("--recipe")
    {
        Description = "The recipe of the autoencoders, with profiles vae, sparse and denoising.",
        HelpName = "RECIPE",
        DefaultValueFactory = _ => "table-anomalies"
    };
    private readonly Option<int> batches = CommonOptions.Whole(
        "--batches", "Approximate number of training batches per autoencoder, regardless of the table size.", 1, standard: 600);
    private readonly Option<ulong[]> seeds = BenchmarkOptions.Seeds(0, 1, 2, 3, 4);
    private readonly Option<string[]> changes = BenchmarkOptions.Changes();

    public TabularCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "tabular",
            "Detects anomalies in every table of a folder with four autoencoders, PCA and an isolation forest, and prints AUROC and AUPRC.",
            terminal,
            cancellation)
    {
        foreach (var option in new Option[] { data, label, normal, recipe, batches, seeds, changes })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark tabular --data adbench",
        "latent benchmark tabular --data tables --label kind --normal good --seeds 0,1",
    ];

    protected override int Execute(Invocation call)
    {
        var detectors = Detectors(call);
        var results = Enum.GetValues<TableProtocol>()
            .ToDictionary(protocol => protocol, _ => new Dictionary<string, Dictionary<string, TableResult>>());
        foreach (var file in TableFolder.Files(call.Get(data)))
        {
            var table = TableFolder.Open(file, call.Find(label), call.Get(normal));
            foreach (var (protocol, tables) in results)
                tables[table.Name] = detectors.ToDictionary(
                    detector => detector.Name,
                    detector => Measure(call, detector, table, protocol));
            call.Note($"{table.Name}: done");
        }

        call.Answer(
            new
            {
                seeds = call.Get(seeds),
                results = results.ToDictionary(
                pair => RecordBinder.NameOf(pair.Key),
                pair =>
                    pair.Value),
                means = results.ToDictionary(pair =>
                        RecordBinder.NameOf(pair.Key), pair =>
                            detectors.ToDictionary(detector => detector.Name, detector => MeanOf(pair.Value, detector.Name)))
            },
            console =>
            {
                foreach (var (protocol, tables) in results)
                    Show(console, protocol, tables, [.. detectors.Select(detector => detector.Name)]);
            });
        return ExitCode.Done;
    }

    private ITableDetector[] Detectors(Invocation call) =>
    [
        .. Autoencoders.Select(kind => new TableAutoencoder(kind.Name, SettingsOf(call, kind.Profile), call.Get(batches))),
        new PrincipalSubspace(),
        new IsolationForest(),
    ];

    private AutoencoderSettings SettingsOf(Invocation call, string profile) =>
        ModelFamilies.Autoencoder(new RecipeChoices(null, profile, call.Get(changes)).Open(call.Get(recipe)));

    private TableResult Measure(Invocation call, ITableDetector detector, Dataset table, TableProtocol protocol)
    {
        TableTrial[] trials = [.. call.Get(seeds).Select(seed => TableTrial.Run(detector, table, protocol, seed, call.Cancellation))];
        return new(
            Spread.Compute([.. trials.Select(trial => trial.Auroc)]),
            Spread.Compute([.. trials.Select(trial => trial.Auprc)]),
            trials.Average(trial => trial.Seconds));
    }

    private static object MeanOf(Dictionary<string, Dictionary<string, TableResult>> tables, string detector) => new
    {
        auroc = tables.Values.Average(row => row[detector].Auroc.Mean),
        auprc = tables.Values.Average(row => row[detector].Auprc.Mean),
        seconds = tables.Values.Average(row => row[detector].Seconds),
    };

    private static void Show(
        IAnsiConsole console,
        TableProtocol protocol,
        Dictionary<string, Dictionary<string, TableResult>> tables,
        string[] names)
    {
        foreach (var (figure, of) in new (string, Func<TableResult, double>)[] {
            ("AUROC", result => result.Auroc.Mean),
            ("AUPRC", result => result.Auprc.Mean),
            ("seconds", result => result.Seconds) })
        {
            var split = protocol == TableProtocol.Unsupervised ? "unsupervised, 60 % / 40 %" : "trained on half of the normal rows";
            var title = $"{figure}, {split}";
            var table = Tables.Create([title, .. names], names);
            foreach (var (name, row) in tables)
                table.Add([name, .. names.Select(detector => Text(of(row[detector])))]);
            table.Add([Mean, .. names.Select(detector => Text(tables.Values.Average(row => of(row[detector]))))]);
            console.Write(table);
        }
    }

    private static string Text(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);
}
