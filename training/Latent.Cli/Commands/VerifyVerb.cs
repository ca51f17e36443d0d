using Latent.Runtime;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent verify</c>.</summary>
internal sealed class VerifyVerb : ModelVerb
{
    public VerifyVerb(Terminal terminal, CancellationToken cancellation)
        : base("verify", "Runs the golden vectors of a bundle and compares: exit code 1 where a graph is beyond the tolerance.", terminal, cancellation) =>
        Declare();

    public override IReadOnlyList<string> Examples =>
        ["latent verify artifacts/models/mnist-vae", "latent verify artifacts/models/mnist-vae --device cuda"];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var report = model.Verify();
        var graphs = report.Graphs.Select(graph => new { graph.Graph, graph.LargestDifference, graph.Tolerance, graph.Passed });
        call.Answer(new { bundle = PathOf(call), device = $"{model.Device}", report.Passed, graphs }, console => Show(console, report, model));
        return report.Passed ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static void Show(IAnsiConsole console, VerificationReport report, Autoencoder model)
    {
        var table = Tables.Of(["graph", "largest difference", "tolerance", "verdict"], "largest difference", "tolerance");
        foreach (var graph in report.Graphs)
            table.Add(graph.Graph, Numbers.Short(graph.LargestDifference), Numbers.Short(graph.Tolerance), graph.Passed ? "ok" : "BEYOND TOLERANCE");
        if (report.Graphs.Count > 0)
            console.Write(table);
        console.WriteLine(Summary(report, model));
    }

    private static string Summary(VerificationReport report, Autoencoder model) => report switch
    {
        { Graphs.Count: 0 } => $"{model.Manifest.Name} has no golden vectors: nothing was verified.",
        { Passed: true } => $"{model.Manifest.Name} gives its golden vectors on {model.Device}.",
        _ => $"{model.Manifest.Name} does not give its golden vectors on {model.Device}.",
    };
}
