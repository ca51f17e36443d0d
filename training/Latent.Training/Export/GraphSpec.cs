using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>One graph of a bundle: its computation, and the meaning of its inputs and outputs.</summary>
/// <param name="Role">The role, such as <c>encode</c>; it names the file.</param>
/// <param name="Graph">The graph as it is exported.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Outputs">The outputs.</param>
internal sealed record GraphSpec(string Role, NamedGraph Graph, IReadOnlyList<TensorEntry> Inputs, IReadOnlyList<TensorEntry> Outputs)
{
    /// <summary>The name of the graph's file in the bundle.</summary>
    public string FileName => $"{Role}.onnx";

    /// <summary>Whether the first input of the graph is codes; otherwise it is raw rows.</summary>
    public bool TakesCodes => Inputs[0].Role == TensorRole.Code;

    /// <summary>The number of values per row of the first input; symbolic dimensions, such as a height, count as 1.</summary>
    public int RowSize => RowSizeOf(Inputs[0]);

    /// <summary>The manifest's entry.</summary>
    public GraphEntry Entry => new() { File = FileName, Inputs = Inputs, Outputs = Outputs };

    /// <summary>Creates a tensor of rows for one of the inputs.</summary>
    /// <param name="input">The index of the input.</param>
    /// <param name="rows">Any number of rows, row-major.</param>
    public NamedTensor Input(int input, float[] rows)
    {
        var entry = Inputs[input];
        return NamedTensor.Create(
            entry.Name, rows, [rows.Length / RowSizeOf(entry), .. entry.Shape.Skip(1).Select(dimension => dimension.Size!.Value)]);
    }

    /// <summary>Creates a tensor of the first rows for each of the inputs.</summary>
    /// <param name="rows">The rows of each input, row-major.</param>
    /// <param name="count">The number of rows.</param>
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

    private static int RowSizeOf(TensorEntry tensor) =>
        (int)tensor.Shape.Skip(1).Aggregate(1L, (product, dimension) => product * (dimension.Size ?? 1));
}
