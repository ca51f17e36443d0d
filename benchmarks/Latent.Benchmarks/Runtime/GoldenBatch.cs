using Latent.Bundles;

namespace Latent.Benchmarks;

/// <summary>The golden inputs of a graph, repeated to fill a batch, with buffers for the outputs.</summary>
/// <param name="Inputs">All inputs.</param>
/// <param name="Outputs">The buffers of all outputs, in the order of the manifest.</param>
internal sealed record GoldenBatch(IReadOnlyList<NamedTensor> Inputs, IReadOnlyList<NamedTensor> Outputs)
{
    public static GoldenBatch Create(Bundle bundle, string graph, int rows)
    {
        var golden = bundle.ReadGolden(graph)
            ?? throw new InvalidOperationException($"{bundle.Folder} has no golden vectors of '{graph}', which the benchmark runs.");
        return new([.. golden.Inputs.Select(tensor => Repeat(tensor, rows))], [.. golden.Outputs.Select(tensor => Empty(tensor, rows))]);
    }

    private static NamedTensor Repeat(NamedTensor tensor, int rows)
    {
        var filled = Empty(tensor, rows);
        for (var i = 0; i < filled.Floats!.Length; i++)
            filled.Floats[i] = tensor.Floats![i % tensor.Floats.Length];
        return filled;
    }

    // Pinned, because memory moved by a garbage collection would have to be bound again.
    private static NamedTensor Empty(NamedTensor tensor, int rows)
    {
        var values = GC.AllocateArray<float>((int)(tensor.Floats!.Length / tensor.Shape[0] * rows), pinned: true);
        return NamedTensor.Create(tensor.Name, values, [rows, .. tensor.Shape.Skip(1)]);
    }
}
