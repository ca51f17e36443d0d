using System.CommandLine;
using System.CommandLine.Help;

namespace Latent.Cli;

/// <summary>The command itself: its subcommands, and what all of them share.</summary>
internal static class RootVerb
{
    private const string Description =
        "Trains autoencoders, turns them into verified ONNX bundles, and runs bundles.\n\n" +
        "Exit codes: 0 done; 1 a check failed (an export or a bundle beyond its tolerance, some of several recipes); " +
        "2 bad usage or input; 70 a defect of latent; 130 stopped by Ctrl-C.";

    private static readonly string[] Examples =
    [
        "latent train mnist-vae --profile quick",
        "latent evaluate artifacts/models/mnist-vae --data mnist",
        "latent sample artifacts/models/mnist-vae --count 16 --seed 42 --out grid.png",
        "latent detect --help",
    ];

    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var root = new Command("latent", Description)
        {
            new DataVerb(terminal, cancellation),
            new TourVerb(terminal, cancellation),
            new TrainVerb(terminal, cancellation),
            new EvaluateVerb(terminal, cancellation),
            new BenchmarkVerb(terminal, cancellation),
            new VerifyVerb(terminal, cancellation),
            new InspectVerb(terminal, cancellation),
            new ExportVerb(terminal, cancellation),
            new ReportVerb(terminal, cancellation),
            new EncodeVerb(terminal, cancellation),
            new DecodeVerb(terminal, cancellation),
            new ReconstructVerb(terminal, cancellation),
            new SampleVerb(terminal, cancellation),
            new GenerateVerb(terminal, cancellation),
            new DetectVerb(terminal, cancellation),
            new InterpolateVerb(terminal, cancellation),
            new RecommendVerb(terminal, cancellation),
            new CompressVerb(terminal, cancellation),
            new DecompressVerb(terminal, cancellation),
            new ParaphraseVerb(terminal, cancellation),
        };
        root.Options.Add(CommonOptions.Json());
        root.Options.Add(new VersionOption { Description = "Show the version.", Action = new ShowVersion() });
        root.Options.Add(HelpFor(terminal));
        return root;
    }

    private static HelpOption HelpFor(Terminal terminal) => new()
    {
        Description = "Show this help.",
        Action = new HelpWithExamples(new HelpAction { MaxWidth = terminal.HelpWidth }, Examples),
    };
}
