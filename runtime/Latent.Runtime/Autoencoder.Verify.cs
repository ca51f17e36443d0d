using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Verification against golden vectors.</content>
public sealed partial class Autoencoder
{
    /// <summary>Runs the golden vectors of the bundle on this device and compares the outputs.</summary>
    /// <returns>The maximum difference of each graph; a graph without golden vectors has none and does not pass.</returns>
    /// <exception cref="BundleException">A golden file is damaged, or a graph cannot be loaded or run.</exception>
    public VerificationReport Verify()
    {
        using var use = lifetime.Enter();
        var tolerance = Manifest.Parity?.Tolerance ?? VerificationReport.DefaultTolerance;
        var exact = options with { Device = Device };
        return new([.. Manifest.Graphs.Select(graph => Verify(graph.Key, bundle.GetPath(graph.Value), exact, tolerance))]);
    }

    private GraphVerification Verify(
        string role,
        string path,
        RuntimeOptions exact,
        double tolerance) => bundle.ReadGolden(role) is { } golden
        ? GoldenRun.Run(role, path, golden, exact, tolerance)
        : new(role, null, tolerance);
}
