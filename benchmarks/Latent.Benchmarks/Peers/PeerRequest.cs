using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A request to a peer process to reconstruct rows repeatedly.</summary>
internal sealed record PeerRequest(
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("graph")] string Graph,
    [property: JsonPropertyName("weights")] string Weights,
    [property: JsonPropertyName("tensors")] IReadOnlyList<PeerTensor> Tensors,
    [property: JsonPropertyName("rows")] float[] Rows,
    [property: JsonPropertyName("threads")] int Threads,
    [property: JsonPropertyName("calls")] int Calls);
