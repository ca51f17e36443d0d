namespace Latent.Onnx;

/// <summary>Where a graph first computes something else than its model.</summary>
/// <param name="Node">The node whose output differs, while everything before it that can be compared agrees.</param>
/// <param name="Operator">Its ONNX operator.</param>
/// <param name="Path">The path of the module that it comes from; empty for the root.</param>
/// <param name="Layer">The type of that module.</param>
/// <param name="Difference">How far the output is from the model's, on unit scale.</param>
public sealed record Divergence(string Node, string Operator, string Path, string Layer, double Difference)
{
    /// <summary>The nodes between what agrees and <see cref="Node"/>, in order, it included: values inside a layer have no counterpart in TorchSharp.</summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>One sentence.</summary>
    public override string ToString() =>
        $"The first node that differs is '{Node}' ({Operator}), of {Layer}{(Path.Length == 0 ? "" : $" at '{Path}'")}"
        + (Suspects.Count > 1 ? $", with what leads to it there: {string.Join(", ", Suspects.SkipLast(1).Select(node => $"'{node}'"))}." : ".");
}
