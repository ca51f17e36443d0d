using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>What a peer measured, and what came out, to see that it does the same work.</summary>
internal sealed record PeerAnswer(
    [property: JsonPropertyName("us")] double[] Microseconds,
    [property: JsonPropertyName("output")] float[] Output);
