namespace Latent.Onnx;

/// <summary>The first node at which a graph differs from its model.</summary>
/// <param name="Node">The node whose output differs, while all comparable values before it agree.</param>
/// <param name="Operator">Its ONNX operator.</param>
/// <param name="Path">The path of the module that it comes from; empty for the root.</param>
/// <param name="Layer">The type of that module.</param>
/// <param name="Difference">The difference of its output from the model's, on unit scale.</param>
public sealed record Divergence(string Node, string Operator, string Path, string Layer, double Difference)
{
    /// <summary>
    /// The nodes from the last values that agree up to <see cref="Node"/>, in order: values inside a layer have no counterpart in
    /// TorchSharp.
    /// </summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>One sentence.</summary>
    public override string ToString() =>
        $"The first node that differs is '{Node}' ({Operator}), of {Layer}{(Path.Length == 0 ? "" : $" at '{Path}'")}"
        + (
            Suspects.Count > 1
                ? $", with what leads to it there: {string.Join(", ", Suspects.SkipLast(1).Select(node => $"'{node}'"))}."
                : ".");
}
