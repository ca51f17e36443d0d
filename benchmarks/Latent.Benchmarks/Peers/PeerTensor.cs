using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>The location of a layer's weights in the weights file of a bundle.</summary>
internal sealed record PeerTensor(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("shape")] IReadOnlyList<long> Shape,
    [property: JsonPropertyName("offset")] long Offset);
