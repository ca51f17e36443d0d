using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>The result of running the golden vectors of one graph.</summary>
/// <param name="Graph">The role of the graph, such as <c>encode</c>.</param>
/// <param name="LargestDifference">
/// The maximum difference between an output and its golden value on <see cref="UnitScale"/>. Infinite if a value is NaN or a
/// shape differs; null if the bundle has no golden vectors for this graph.
/// </param>
/// <param name="Tolerance">The maximum allowed difference.</param>
public sealed record GraphVerification(string Graph, double? LargestDifference, double Tolerance)
{
    /// <summary>Whether golden vectors exist and the difference is within the tolerance.</summary>
    public bool Passed => LargestDifference <= Tolerance;
}
