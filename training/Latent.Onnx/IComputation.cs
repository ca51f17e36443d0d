namespace Latent.Onnx;

/// <summary>A forward pass of any number of inputs and outputs, written once for both backends.</summary>
public interface IComputation
{
    /// <summary>The computation, over either backend: skips, loops and branches of C# are unrolled into the graph.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="inputs">The inputs, in the order of their declaration.</param>
    /// <returns>The outputs, each with its name in the graph.</returns>
    IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>;
}
