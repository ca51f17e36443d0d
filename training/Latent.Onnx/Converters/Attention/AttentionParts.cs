using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>
/// The calls of the parts of attention and transformer layers. TorchSharp shows only the whole layer: its parts are
/// recomputed from the parameters, and count only if they reproduce the output of the layer.
/// </summary>
internal static class AttentionParts
{
    // The rounding of another summation order; an error in a part is far larger.
    private const double Rounding = 1e-4;

    private static readonly TensorCall Unknown = new([], []);

    /// <summary>The parts of one call, by their paths within the layer, in order. Those that do not count have no tensors.</summary>
    public static IReadOnlyList<(string Path, TensorCall Call)> Find(Module layer, AttentionLayout layout, TensorCall call)
    {
        var parts = new List<(string Path, TensorCall Call)>();
        var output = new AttentionReference(
            layer.state_dict(), layout, (path, x, y) => parts.Add((path, new TensorCall([x], [y])))).Run(layer, call.Inputs);
        var distance = (output - call.Outputs[0]).abs().max().item<float>();
        return distance <= Rounding * Math.Max(1, call.Outputs[0].abs().max().item<float>())
            ? parts
            : [.. parts.Select(part => (part.Path, Unknown))];
    }

    /// <summary>A padding mask as TorchSharp takes it.</summary>
    public static Tensor? ToBool(Tensor? padding) => padding?.to(ScalarType.Bool);
}
