using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>What running the golden vectors of one graph gave.</summary>
/// <param name="Graph">Role of the graph, such as <c>encode</c>.</param>
/// <param name="LargestDifference">
/// Largest difference between an output and its golden value on <see cref="UnitScale"/>. Infinite when a value is NaN or a
/// shape differs; null when the bundle has no golden vectors for this graph.
/// </param>
/// <param name="Tolerance">The largest difference that is allowed.</param>
public sealed record GraphVerification(string Graph, double? LargestDifference, double Tolerance)
{
    /// <summary>True when there are golden vectors and the difference is within the tolerance.</summary>
    public bool Passed => LargestDifference <= Tolerance;
}
