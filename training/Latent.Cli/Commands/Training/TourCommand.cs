using System.CommandLine;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Training;

namespace Latent.Cli;

/// <summary><c>latent tour</c>.</summary>
internal sealed class TourCommand : LatentSubcommand
{
    private const string ShownModel = "mnist-vae";
    private const int PixelScale = 12;

    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Output folder of the bundles, each in a subfolder named after its recipe.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts/models",
    };

    public TourCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "tour",
            "Trains six small models on available data, exports and verifies them, and shows an anomaly that one of them detects.",
            terminal,
            cancellation) =>
        Options.Add(output);

    public override IReadOnlyList<string> Examples => ["latent tour", "latent tour --out /tmp/models"];

    protected override int Execute(Invocation call)
    {
        var data = new DataAccess(call);
        var folder = call.Get(output);
        DeleteCheckpoints(folder);
        var run = new RecipeRun(call, folder, "cpu", resume: false, strict: false, canResume: false);
        var code = run.Execute([.. TourStop.All.Select(stop => stop.Choose(data))]);
        if (!call.IsJson && run.Outcomes.FirstOrDefault(outcome => outcome.Name == ShownModel) is { } shown)
            Show(call, data, shown);
        return code;
    }

    // A tour does not resume: it starts over after a stop.
    private static void DeleteCheckpoints(string folder)
    {
        foreach (var checkpoint in TourStop.All.Select(stop => Checkpoint.PathOf(folder, stop.Recipe)).Where(File.Exists))
            File.Delete(checkpoint);
    }

    // Shows the test row with the highest score, with a heat map of its reconstruction error.
    private static void Show(Invocation call, DataAccess data, TrainingOutcome shown)
    {
        var rows = data.Read(shown.Data);
        using var model = Autoencoder.Load(shown.Folder);
        var verdict = model.Detect(rows.Values).MaxBy(each => each.Score);
        var row = rows.Row((int)verdict.Row);
        var image = Path.Combine(Path.GetDirectoryName(shown.Folder)!, "anomaly.png");
        HeatMap.Save(image, row, model.HeatMap(row), rows.Image!, PixelScale);

        call.Terminal.Out.WriteLine();
        call.Terminal.Out.WriteLine($"The most anomalous test row by {shown.Name}: {verdict}");
        call.Terminal.Out.WriteLine($"Heat map of its reconstruction error: {ShortPath.Format(image)}");
        call.Terminal.Out.WriteLine($"Open the report: {Opener} {ShortPath.Format(Path.Combine(shown.Folder, "report", "index.html"))}");
    }

    private static string Opener => OperatingSystem.IsWindows() ? "start" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
}
