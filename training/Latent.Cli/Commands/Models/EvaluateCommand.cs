using System.CommandLine;
using Latent.Bundles;
using Latent.Data;
using Latent.Files;
using Latent.Runtime;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Evaluation;
using Latent.Training.Sequences;

namespace Latent.Cli;

/// <summary><c>latent evaluate</c>.</summary>
internal sealed class EvaluateCommand : ModelCommand
{
    private static readonly string[] Order = ["loss", "reconstruction", "kl", "mse", "fvu"];

    private readonly Option<string> data = new("--data")
    {
        Description
            = "A data set's name (its test part is used), or a path to an image folder or a .csv, .parquet, .npy, .npz or .txt file.",
        HelpName = "DATA",
        Required = true,
    };

    private readonly Option<string> label = new("--label")
    {
        Description = "The label column of a table, by name or by 1-based number.",
        HelpName = "COLUMN",
    };
    private readonly Option<double> noise = CommonOptions.Number(
        "--noise",
        "Measure denoised_mse: the squared error between the clean rows and the reconstructions of rows with Gaussian noise of this "
        + "standard deviation. Noisy rows of data in [0, 1] are clamped to [0, 1].",
        "a number above 0", value => value > 0);
    private readonly Option<int> samples = CommonOptions.Whole(
        "--importance-samples",
        "Estimate nll, the negative log-likelihood in nats, from this many importance samples per row, for variational models of binary "
        + "rows; 1000 is typical and takes minutes.",
        0, standard: 0);

    public EvaluateCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "evaluate",
            "Evaluates a bundle on rows: loss, reconstruction, mse, fvu, and family-specific metrics (kl, active_units, l0, dead, auroc, "
            + "detection, nll, recall@20, ndcg@100), averaged over rows.",
            terminal,
            cancellation) =>
        Declare(data, label, noise, samples);

    public override IReadOnlyList<string> Examples =>
    [
        "latent evaluate artifacts/models/mnist-vae --data mnist",
        "latent evaluate artifacts/models/mnist-vae --data mnist --json",
    ];

    protected override int Execute(Invocation call)
    {
        if (SequenceEvaluator.Knows(Bundle.Open(PathOf(call), verifyHashes: false).Manifest))
            return EvaluateSentences(call);
        using var model = Load(call);
        var rows = RowsOf(call, model);
        RowSpec.InputOf(model).Check(rows, call.Get(data));
        Answer(call, model.Manifest.Name, rows.Count, BundleEvaluator.Evaluate(model, rows, NoiseOf(call, rows), call.Get(samples)));
        return ExitCode.Done;
    }

    private int EvaluateSentences(Invocation call)
    {
        var bundle = Bundle.Open(PathOf(call));
        var rows = SequenceEvaluator.Fit(bundle, new DataAccess(call).Read(call.Get(data)));
        Answer(call, bundle.Manifest.Name, rows.Count, SequenceEvaluator.Evaluate(bundle, rows, call.Get(samples)));
        return ExitCode.Done;
    }

    private void Answer(Invocation call, string name, int rows, IReadOnlyDictionary<string, double> figures)
    {
        var metrics = figures.OrderBy(metric => OrderOf(metric.Key)).ToDictionary();
        call.Answer(new { bundle = PathOf(call), data = call.Get(data), metrics }, console => console.Write(Tables.OfPairs(
            $"{name} on {NumberText.Count(rows)} rows of {call.Get(data)}",
            metrics.Select(metric => (metric.Key, NumberText.Short(metric.Value))))));
    }

    private Dataset RowsOf(Invocation call, Autoencoder model)
    {
        var access = new DataAccess(call);
        if (EvaluationSpec.From(model.Manifest).Ratings is not { } heldOut || ItemVocabulary.Find(model.Bundle) is not { } items)
            return access.Read(call.Get(data), RowSpec.InputOf(model).ToOptions() with { Label = call.Find(label) });

        // For the training data set, the held-out users; for any other data, all users.
        var splits = access.Open(call.Get(data), heldOut.ToOptions(items.Ids));
        return splits.Digest == model.Manifest.Data?.Digest ? splits.Test : access.Read(call.Get(data), heldOut.ToOptions(items.Ids));
    }

    private CorruptionSettings? NoiseOf(Invocation call, Dataset rows) => call.Has(noise)
        ? new CorruptionSettings { Kind = CorruptionKind.Gaussian, Level = call.Get(noise), Clamp = rows.Range.IsUnit }
        : null;

    private static int OrderOf(string metric) => Array.IndexOf(Order, metric) is var position and >= 0 ? position : Order.Length;
}
