using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/peers.json: reconstruction on one thread, medians over calls in interleaved rounds.</summary>
internal sealed record PeerResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("batch")] int Batch,
    [property: JsonPropertyName("ours_us")] double Ours,
    [property: JsonPropertyName("pytorch_us")] double PyTorch,
    [property: JsonPropertyName("torchsharp_us")] double TorchSharp,
    [property: JsonPropertyName("onnxruntime_node_us")] double Node)
{
    /// <summary>The time of PyTorch eager relative to ours.</summary>
    [JsonPropertyName("pytorch_ratio")]
    public double PyTorchRatio => PyTorch / Ours;

    /// <summary>The time of TorchSharp eager relative to ours.</summary>
    [JsonPropertyName("torchsharp_ratio")]
    public double TorchSharpRatio => TorchSharp / Ours;

    /// <summary>The time of onnxruntime-node relative to ours.</summary>
    [JsonPropertyName("onnxruntime_node_ratio")]
    public double NodeRatio => Node / Ours;
}
