using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/peers.json: a reconstruction on one thread, medians of calls in interleaved rounds.</summary>
internal sealed record PeerResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("batch")] int Batch,
    [property: JsonPropertyName("ours_us")] double Ours,
    [property: JsonPropertyName("pytorch_us")] double PyTorch,
    [property: JsonPropertyName("torchsharp_us")] double TorchSharp,
    [property: JsonPropertyName("onnxruntime_node_us")] double Node)
{
    /// <summary>How many times as long PyTorch eager takes.</summary>
    [JsonPropertyName("pytorch_ratio")]
    public double PyTorchRatio => PyTorch / Ours;

    /// <summary>How many times as long TorchSharp eager takes.</summary>
    [JsonPropertyName("torchsharp_ratio")]
    public double TorchSharpRatio => TorchSharp / Ours;

    /// <summary>How many times as long onnxruntime-node takes.</summary>
    [JsonPropertyName("onnxruntime_node_ratio")]
    public double NodeRatio => Node / Ours;
}
