using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>
/// What passes through the parts of attention and transformer layers. TorchSharp shows the whole layer alone: its parts are
/// computed again of the parameters, and count only where they lead to what the layer yielded.
/// </summary>
internal static class AttentionParts
{
    // Rounding of another order of sums; what a part missed or done otherwise changes is far larger.
    private const double Rounding = 1e-4;

    private static readonly TensorCall Unknown = new([], []);

    /// <summary>The parts of one call, by their paths within the layer, in order; none for other layers. Those that do not count have no tensors.</summary>
    public static IReadOnlyList<(string Path, TensorCall Call)> Find(Module layer, TensorCall call)
    {
        if (LayoutOf(layer) is not { } layout)
            return [];

        var parts = new List<(string Path, TensorCall Call)>();
        var output = new AttentionReference(layer.state_dict(), layout, (path, x, y) => parts.Add((path, new TensorCall([x], [y])))).Run(layer, call.Inputs);
        var distance = (output - call.Outputs[0]).abs().max().item<float>();
        return distance <= Rounding * Math.Max(1, call.Outputs[0].abs().max().item<float>()) ? parts : [.. parts.Select(part => (part.Path, Unknown))];
    }

    private static AttentionLayout? LayoutOf(Module layer) => layer switch
    {
        MultiheadAttention attention => AttentionLayout.From(attention),
        TransformerEncoderLayer encoder => AttentionLayout.From(encoder),
        TransformerEncoder encoder => AttentionLayout.From(encoder),
        TransformerDecoderLayer decoder => AttentionLayout.From(decoder),
        TransformerDecoder decoder => AttentionLayout.From(decoder),
        Transformer transformer => AttentionLayout.From(transformer),
        _ => null,
    };
}
