using System.CommandLine;
using System.CommandLine.Help;

namespace Latent.Cli;

/// <summary>The root command: its subcommands and their common options.</summary>
internal static class LatentRootCommand
{
    private const string Description =
        "Trains autoencoders, exports them as verified ONNX bundles, and runs bundles.\n\n" +
        "Exit codes: 0 success; 1 a check failed (an export or a bundle exceeds its tolerance, or one of several recipes failed); " +
        "2 invalid usage or input; 70 a bug in latent; 130 stopped by Ctrl-C.";

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
            new DataCommand(terminal, cancellation),
            new TourCommand(terminal, cancellation),
            new TrainCommand(terminal, cancellation),
            new EvaluateCommand(terminal, cancellation),
            new BenchmarkCommand(terminal, cancellation),
            new VerifyCommand(terminal, cancellation),
            new InspectCommand(terminal, cancellation),
            new ExportCommand(terminal, cancellation),
            new ReportCommand(terminal, cancellation),
            new EncodeCommand(terminal, cancellation),
            new DecodeCommand(terminal, cancellation),
            new ReconstructCommand(terminal, cancellation),
            new SampleCommand(terminal, cancellation),
            new GenerateCommand(terminal, cancellation),
            new DetectCommand(terminal, cancellation),
            new InterpolateCommand(terminal, cancellation),
            new RecommendCommand(terminal, cancellation),
            new CompressCommand(terminal, cancellation),
            new DecompressCommand(terminal, cancellation),
            new ParaphraseCommand(terminal, cancellation),
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
