using Latent.Onnx;

namespace Latent.Training.Export;

/// <summary>A computation of a bundle with the names that its outputs have there.</summary>
/// <param name="computation">The computation.</param>
/// <param name="outputs">The names, in its order.</param>
internal sealed class NamedComputation(IGraphComputation computation, IReadOnlyList<string> outputs) : IComputation
{
    public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        var values = computation.Run(inputs);
        return values.Length == outputs.Count
            ? [.. outputs.Zip(values)]
            : throw new InvalidOperationException($"A graph yields {values.Length} values for the outputs {string.Join(", ", outputs)}.");
    }
}
