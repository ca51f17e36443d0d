namespace Latent.Integration.Tests;

/// <summary>What a target made of the golden vectors of one graph.</summary>
/// <param name="Graph">Its role.</param>
/// <param name="Difference">The largest difference on unit scale; null where there are no vectors.</param>
/// <param name="Tolerance">The largest that is allowed.</param>
/// <param name="Passed">Whether there are vectors and the difference is allowed.</param>
internal sealed record InteropGraph(string Graph, double? Difference, double Tolerance, bool Passed);
