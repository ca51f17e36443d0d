using Latent.Runtime;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent verify</c>.</summary>
internal sealed class VerifyCommand : ModelCommand
{
    public VerifyCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "verify",
            "Runs the golden vectors of a bundle and compares the outputs. Exit code 1 if a graph exceeds the tolerance or has no vectors.",
            terminal,
            cancellation) =>
        Declare();

    public override IReadOnlyList<string> Examples =>
        ["latent verify artifacts/models/mnist-vae", "latent verify artifacts/models/mnist-vae --device cuda"];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var report = model.Verify();
        var graphs = report.Graphs.Select(graph => new { graph.Graph, graph.LargestDifference, graph.Tolerance, graph.Passed });
        call.Answer(
            new { bundle = PathOf(call), device = $"{model.Device}", report.Passed, graphs },
            console => Show(console, report, model));
        return report.Passed ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static void Show(IAnsiConsole console, VerificationReport report, Autoencoder model)
    {
        var table = Tables.Create(["graph", "largest difference", "tolerance", "verdict"], "largest difference", "tolerance");
        foreach (var graph in report.Graphs)
            table.Add(
                graph.Graph,
                graph.LargestDifference is { } difference ? NumberText.Short(difference) : "-",
                NumberText.Short(graph.Tolerance),
                VerdictOn(graph));
        console.Write(table);
        console.WriteLine(Summary(report, model));
    }

    private static string VerdictOn(GraphVerification graph) => graph switch
    {
        { Passed: true } => "ok",
        { LargestDifference: null } => "NO GOLDEN VECTORS",
        _ => "BEYOND TOLERANCE",
    };

    private static string Summary(VerificationReport report, Autoencoder model)
    {
        var name = model.Manifest.Name;
        if (report.Passed)
            return $"{name} reproduces its golden vectors on {model.Device}.";
        var missing = report.Graphs.Where(graph => graph.LargestDifference is null).Select(graph => graph.Graph).ToList();
        return missing.Count == 0 || report.Graphs.Any(graph => graph is { Passed: false, LargestDifference: not null })
            ? $"{name} does not reproduce its golden vectors on {model.Device}."
            : $"{name} has no golden vectors for {string.Join(", ", missing)}: the bundle is not verified.";
    }
}
