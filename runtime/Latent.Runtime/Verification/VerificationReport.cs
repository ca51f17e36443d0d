namespace Latent.Runtime;

/// <summary>The result of running the golden vectors of a bundle.</summary>
/// <param name="Graphs">One entry per graph of the bundle, in the order of their roles.</param>
public sealed record VerificationReport(IReadOnlyList<GraphVerification> Graphs)
{
    /// <summary>The tolerance for bundles whose manifest states none.</summary>
    public const double DefaultTolerance = 1e-5;

    /// <summary>Whether every graph has golden vectors and reproduces them.</summary>
    public bool Passed => Graphs.Count > 0 && Graphs.All(graph => graph.Passed);
}
