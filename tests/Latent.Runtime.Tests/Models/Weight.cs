namespace Latent.Runtime.Tests.Models;

/// <summary>A weight of a graph and its offset in <c>weights.bin</c>.</summary>
public sealed record Weight(string Name, long[] Shape, float[] Values, long Offset);
