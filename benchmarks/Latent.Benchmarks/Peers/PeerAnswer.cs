using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>The times measured by a peer, and its output, to check that it does the same work.</summary>
internal sealed record PeerAnswer(
    [property: JsonPropertyName("us")] double[] Microseconds,
    [property: JsonPropertyName("output")] float[] Output);
