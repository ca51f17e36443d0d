using System.Collections;

namespace Latent.Onnx;

/// <summary>The inputs of a graph, in order: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>. Immutable.</summary>
public sealed class Inputs : IReadOnlyList<GraphInput>
{
    private readonly GraphInput[] inputs;

    private Inputs(GraphInput[] inputs) => this.inputs = inputs;

    /// <summary>The number of inputs.</summary>
    public int Count => inputs.Length;

    /// <summary>The input at a position.</summary>
    public GraphInput this[int index] => inputs[index];

    /// <summary>Inputs of 32-bit floats.</summary>
    /// <param name="inputs">The name and the shape of each; equal symbols in the shapes stand for equal extents.</param>
    public static Inputs Create(params ReadOnlySpan<(string Name, Shape Shape)> inputs)
    {
        var made = new GraphInput[inputs.Length];
        for (var i = 0; i < made.Length; i++)
            made[i] = new GraphInput(inputs[i].Name, inputs[i].Shape);
        return new Inputs(made);
    }

    /// <summary>Inputs of any type.</summary>
    /// <param name="inputs">The name, the shape and the element type of each, such as <see cref="ElementType.Int64"/> for tokens.</param>
    public static Inputs Create(params ReadOnlySpan<(string Name, Shape Shape, ElementType Type)> inputs)
    {
        var made = new GraphInput[inputs.Length];
        for (var i = 0; i < made.Length; i++)
            made[i] = new GraphInput(inputs[i].Name, inputs[i].Shape, inputs[i].Type);
        return new Inputs(made);
    }

    /// <summary>These inputs and one more after them.</summary>
    public Inputs And(string name, Shape shape, ElementType type = ElementType.Float32) =>
        new([.. inputs, new GraphInput(name, shape, type)]);

    /// <inheritdoc/>
    public IEnumerator<GraphInput> GetEnumerator() => ((IEnumerable<GraphInput>)inputs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
