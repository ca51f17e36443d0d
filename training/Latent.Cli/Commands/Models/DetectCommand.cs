using System.CommandLine;
using Latent.Files;
using Latent.Runtime;
using Latent.Training.Reports;

namespace Latent.Cli;

/// <summary><c>latent detect</c>.</summary>
internal sealed class DetectCommand : ModelCommand
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs();
    private readonly Option<double> quantile = CommonOptions.Number(
        "--quantile",
        "Use this quantile of the scores of normal rows as the threshold, as calibrated in training. [default: the bundle's alarm "
        + "quantile, else 0.99]",
        "a number between 0 and 1", value => value is > 0 and < 1);
    private readonly Option<double> rate = CommonOptions.Number(
        "--false-positive-rate", "Choose the threshold that this fraction of normal rows exceeds.", "a number between 0 and 1",
        value => value is > 0 and < 1);
    private readonly Option<double> threshold = CommonOptions.Number(
        "--threshold", "Use this score as the threshold: the maximum score that counts as normal.", "a finite number", _ => true);
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Output file for the verdicts of all rows: .csv (row, score, threshold, anomaly, name, causes) or .npy (scores).",
        HelpName = "PATH",
    };
    private readonly Option<string> heatMaps = new("--heatmaps")
    {
        Description = "Output folder for heat maps of the local error: the brighter, the larger. For models that score by position, all "
            + "heat maps share one scale; for others, each has its own.",
        HelpName = "DIR",
    };
    private readonly Option<bool> resize = CommonOptions.Resize();

    public DetectCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "detect",
            "Detects anomalies: prints the rows whose score exceeds the threshold, for tables with the columns that contribute most, and "
            + "a summary.",
            terminal,
            cancellation)
    {
        Declare(inputs, quantile, rate, threshold, output, heatMaps, resize);
        Validators.Add(result =>
        {
            string[] given = [.. new Option<double>[] { quantile, rate, threshold }.Where(option => result.GetResult(option) is not null)
                .Select(option => option.Name)];
            if (given.Length > 1)
                result.AddError($"{string.Join(" and ", given)} are mutually exclusive: specify one of them.");
        });
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent detect artifacts/models/mnist-dense fashion-mnist --quantile 0.999",
        "latent detect artifacts/models/sensors readings.csv --out verdicts.csv",
        "latent detect models/nslkdd-vae connections.csv --false-positive-rate 0.02",
        "latent detect models/tile-defects photos/ --resize --heatmaps maps/",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        if (call.Find(heatMaps) is { } folder)
            HeatMapFolder.Check(folder, model);
        var path = call.Find(output);
        using var writer = path is null ? null : new VerdictWriter(OutputPath.Open(path, areImages: false));
        var sources = new RowSources(call, RowSpec.InputOf(model), call.Get(resize));
        var rows = sources.Open(call.Get(inputs));
        if (path is not null)
            sources.Files.RejectReplacement(path);
        var limit = ThresholdOf(call, model);
        var detection = new Detection(
            model,
            limit,
            writer,
            call.Find(heatMaps) is { } maps ? new HeatMapFolder(maps, model, Brightest(model, limit), sources.Files) : null,
            call);
        foreach (var part in rows.Read())
            detection.Add(part);
        writer?.Complete();
        detection.Answer(PathOf(call), path, call.Find(heatMaps));
        return ExitCode.Done;
    }

    private static float? Brightest(Autoencoder model, Threshold limit) =>
        HeatScale.IsOfScores(model.Manifest.Calibration) ? HeatScale.Choose(model.ScoreOf(limit)) : null;

    private Threshold ThresholdOf(Invocation call, Autoencoder model) => call switch
    {
        _ when call.Has(threshold) => Threshold.Value(call.Get(threshold)),
        _ when call.Has(rate) => Threshold.FalsePositiveRate(call.Get(rate)),
        _ when call.Has(quantile) => Threshold.Quantile(call.Get(quantile)),
        _ => model.DefaultThreshold,
    };
}
