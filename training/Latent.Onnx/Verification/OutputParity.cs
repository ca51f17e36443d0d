using System.Globalization;

namespace Latent.Onnx;

/// <summary>The difference of an output of a graph from the model's on one sample.</summary>
/// <param name="Output">The name of the output.</param>
/// <param name="Sample">The sample, by the extents of its symbolic dimensions: <c>batch 3</c>.</param>
/// <param name="Type">The element type in ONNX Runtime, such as <c>Float32</c>.</param>
/// <param name="Shape">The shape in ONNX Runtime.</param>
/// <param name="MaxAbsolute">The largest |TorchSharp - ONNX Runtime|; infinity where type or shape differ, or a difference is not a
/// number.</param>
/// <param name="MaxRelative">The largest |TorchSharp - ONNX Runtime| divided by the larger of both magnitudes, likewise.</param>
/// <param name="Difference">The largest |TorchSharp - ONNX Runtime| / max(1, |TorchSharp|), which the tolerance limits.</param>
public sealed record OutputParity(
    string Output, string Sample, string Type, Shape Shape, double MaxAbsolute, double MaxRelative, double Difference)
{
    /// <summary>The number of finite values in TorchSharp's output.</summary>
    public long Compared { get; init; }

    /// <summary>The mismatch besides the values, such as the shape; null where there is none.</summary>
    public string? Mismatch { get; init; }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Output}, {Sample}: {Type} {Shape}, max abs {MaxAbsolute:0.###e+00}, max rel {MaxRelative:0.###e+00}" +
        $"{(Mismatch is null ? "" : $", {Mismatch}")}");
}
