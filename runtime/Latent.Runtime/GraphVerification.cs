namespace Latent.Runtime;

/// <summary>What running the golden vectors of one graph gave.</summary>
/// <param name="Graph">Role of the graph, such as <c>encode</c>.</param>
/// <param name="LargestDifference">
/// Largest absolute difference between an output and its golden value, on unit scale: divided by the largest magnitude of
/// that golden output where this is above 1. Infinite when a value is NaN or a shape differs.
/// </param>
/// <param name="Tolerance">The largest difference that is allowed.</param>
public sealed record GraphVerification(string Graph, double LargestDifference, double Tolerance)
{
    /// <summary>True when the difference is within the tolerance.</summary>
    public bool Passed => LargestDifference <= Tolerance;
}
