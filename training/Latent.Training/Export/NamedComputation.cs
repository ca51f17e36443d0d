using Latent.Onnx;

namespace Latent.Training.Export;

/// <summary>A computation with the output names of its graph.</summary>
/// <param name="computation">The computation.</param>
/// <param name="outputs">The names, in the order of the outputs.</param>
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
