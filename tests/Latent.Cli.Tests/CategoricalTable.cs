using System.Globalization;
using Latent.Tests;

namespace Latent.Cli.Tests;

/// <summary>
/// A tiny bundle of a table with categorical columns: udp with few bytes and tcp with many, trained once for all tests by the command.
/// </summary>
public sealed class CategoricalTable : IDisposable
{
    // The model's errors are about 1e-3, and the score is in units of those errors: a difference in the last bit of a logarithm between
    // two libraries, 1e-6, changes scores by 1e-4.
    private const string Tolerance = "export.tolerance=1e-3";

    internal const string Header = "protocol,bytes,port\n";

    private readonly TemporaryFolder folder = new();

    public CategoricalTable()
    {
        // The setting 'words' of a data reference stays for compatibility.
        File.WriteAllText(folder["net.csv"], Header + string.Concat(Enumerable.Range(0, 400).Select(Line)));
        Training = CommandResult.Run(
            "train", "mnist-dense", "--data", folder["net.csv"] + "?words=protocol,port", "--out", folder.Path,
            "--set", "name=net", "--set", "options.hidden=[16]", "--set", "options.latent=2", "--set", "options.output=identity", "--set",
            "options.normalization=log_standardize",
            "--set", "fit.epochs=30", "--set", "fit.batch_size=16", "--set", "fit.learning_rate=0.01", "--set", "export.batch_sizes=[1, 3]",
            "--set", Tolerance, "--set", "calibration.score=mahalanobis", "--set", "calibration.alarm=0.95");
    }

    internal CommandResult Training { get; }

    internal string Bundle => folder["net"];

    public void Dispose() => folder.Dispose();

    private static string Line(int row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row % 2 == 0 ? "udp" : "tcp")},{(row % 2 == 0 ? 40 : 4000) + (row % 7)},{(row % 2 == 0 ? "domain" : row % 4 == 1 ? "http" : "smtp")}\n");
}
