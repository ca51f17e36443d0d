namespace Latent.Runtime.Tests.Models;

/// <summary>Values of a graph, and where they lie in <c>weights.bin</c>.</summary>
public sealed record Weight(string Name, long[] Shape, float[] Values, long Offset);
