using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>One graph of a bundle: its computation, and the meaning of its inputs and outputs.</summary>
/// <param name="Role">The role, such as <c>encode</c>; it names the file.</param>
/// <param name="Graph">The graph as it is exported.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What comes out.</param>
internal sealed record GraphSpec(string Role, NamedGraph Graph, IReadOnlyList<TensorEntry> Inputs, IReadOnlyList<TensorEntry> Outputs)
{
    /// <summary>The name of the graph's file in the bundle.</summary>
    public string FileName => $"{Role}.onnx";

    /// <summary>Whether the graph's first input is codes; the others take raw rows.</summary>
    public bool TakesCodes => Inputs[0].Role == TensorRole.Code;

    /// <summary>The number of numbers in a row of its first input; symbolic extents, such as a height, are left out.</summary>
    public int RowSize => RowSizeOf(Inputs[0]);

    /// <summary>The manifest's entry.</summary>
    public GraphEntry Entry => new() { File = FileName, Inputs = Inputs, Outputs = Outputs };

    /// <summary>Rows as a tensor for one of the inputs.</summary>
    /// <param name="input">The number of the input.</param>
    /// <param name="rows">Row after row; as many as there are.</param>
    public NamedTensor Input(int input, float[] rows)
    {
        var entry = Inputs[input];
        return NamedTensor.Create(entry.Name, rows, [rows.Length / RowSizeOf(entry), .. entry.Shape.Skip(1).Select(dimension => dimension.Size!.Value)]);
    }

    /// <summary>The first rows for each of the inputs.</summary>
    /// <param name="rows">For each input, row after row.</param>
    /// <param name="count">How many rows.</param>
    public NamedTensor[] FirstRows(IReadOnlyList<float[]> rows, int count) =>
        [.. rows.Select((values, input) => Input(input, values[..(count * RowSizeOf(Inputs[input]))]))];

    /// <summary>The first output in TorchSharp.</summary>
    /// <param name="input">The only input.</param>
    public NamedTensor RunInTorchSharp(NamedTensor input)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var output = Graph.Computation.Run<TensorValue>([tensor(input.Floats!, [.. input.Shape])])[0];
        var values = output.Value.Tensor.contiguous();
        return NamedTensor.Create(output.Name, values.data<float>().ToArray(), values.shape);
    }

    private static int RowSizeOf(TensorEntry tensor) => (int)tensor.Shape.Skip(1).Aggregate(1L, (product, dimension) => product * (dimension.Size ?? 1));
}
