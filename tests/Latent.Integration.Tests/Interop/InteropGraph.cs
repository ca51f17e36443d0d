namespace Latent.Integration.Tests;

/// <summary>The result of running the golden vectors of one graph on a target.</summary>
/// <param name="Graph">The role of the graph.</param>
/// <param name="Difference">The maximum difference on unit scale; null if there are no golden vectors.</param>
/// <param name="Tolerance">The maximum allowed difference.</param>
/// <param name="Passed">Whether golden vectors exist and the difference is within the tolerance.</param>
internal sealed record InteropGraph(string Graph, double? Difference, double Tolerance, bool Passed);
