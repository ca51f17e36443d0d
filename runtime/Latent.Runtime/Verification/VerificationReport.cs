namespace Latent.Runtime;

/// <summary>What running the golden vectors of a bundle gave.</summary>
/// <param name="Graphs">One entry for each graph of the bundle, in the order of their roles.</param>
public sealed record VerificationReport(IReadOnlyList<GraphVerification> Graphs)
{
    /// <summary>The tolerance for bundles whose manifest states none.</summary>
    public const double DefaultTolerance = 1e-5;

    /// <summary>True when every graph has golden vectors and gives them.</summary>
    public bool Passed => Graphs.Count > 0 && Graphs.All(graph => graph.Passed);
}
