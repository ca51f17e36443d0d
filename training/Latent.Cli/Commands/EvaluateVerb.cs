using System.CommandLine;
using Latent.Training.Data;
using Latent.Training.Evaluation;

namespace Latent.Cli;

/// <summary><c>latent evaluate</c>.</summary>
internal sealed class EvaluateVerb : ModelVerb
{
    private static readonly string[] Order = ["loss", "reconstruction", "kl", "mse"];

    private readonly Option<string> data = new("--data")
    {
        Description = "A data set's name (its test part is used), or a path to a folder of pictures or a .csv, .npy or .npz file.",
        HelpName = "DATA",
        Required = true,
    };

    public EvaluateVerb(Terminal terminal, CancellationToken cancellation)
        : base("evaluate", "Measures a bundle on rows: loss, reconstruction, kl and mse where they apply, each a mean over rows.", terminal, cancellation) =>
        Declare(data);

    public override IReadOnlyList<string> Examples =>
    [
        "latent evaluate artifacts/models/mnist-vae --data mnist",
        "latent evaluate artifacts/models/mnist-vae --data mnist --json",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var spec = RowSpec.InputOf(model);
        var rows = new DataAccess(call).Read(call.Get(data), new DataOptions { Shape = spec.Image });
        spec.Check(rows, call.Get(data));
        var metrics = BundleEvaluator.Evaluate(model, rows).OrderBy(metric => Place(metric.Key)).ToDictionary();
        call.Answer(new { bundle = PathOf(call), data = call.Get(data), metrics }, console => console.Write(Tables.OfPairs(
            $"{model.Manifest.Name} on {Numbers.Count(rows.Count)} rows of {call.Get(data)}",
            metrics.Select(metric => (metric.Key, Numbers.Short(metric.Value))))));
        return ExitCode.Done;
    }

    private static int Place(string metric) => Array.IndexOf(Order, metric) is var place and >= 0 ? place : Order.Length;
}
