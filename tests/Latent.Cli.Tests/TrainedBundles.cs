using Latent.Tests;

namespace Latent.Cli.Tests;

/// <summary>Two tiny bundles, trained once for all tests by the command itself.</summary>
public sealed class TrainedBundles : IDisposable
{
    /// <summary>The recipe overrides that reduce training to about a second.</summary>
    internal static readonly string[] TinyChanges =
        ["--set", "options.hidden=[16]", "--set", "options.latent=4", "--set", "fit.epochs=2", "--set", "export.batch_sizes=[1, 3]"];

    internal const string Digits = "synthetic:digits?count=300";
    internal const int TestRows = 60;
    internal const int InputSize = 784;
    internal const int LatentSize = 4;

    private readonly TemporaryFolder folder = new();

    public TrainedBundles() =>
        Training = CommandResult.Run(["train", "mnist-vae", "mnist-dense", "--data", Digits, "--out", folder.Path, .. TinyChanges]);

    internal CommandResult Training { get; }

    internal string Folder => folder.Path;

    internal string Vae => folder["mnist-vae"];

    internal string Dense => folder["mnist-dense"];

    public void Dispose() => folder.Dispose();
}
