using Latent.Onnx.Tests.Rows;

namespace Latent.Onnx.Tests;

/// <summary>Every supported layer, in the tested configurations. "Supported" means: has a row here.</summary>
public static class ParityTable
{
    public static IReadOnlyList<ParityRow> Rows { get; } =
    [
        .. DenseRows.All,
        .. ActivationRows.All,
        .. ConvolutionRows.All,
        .. NormalizationRows.All,
        .. PoolingRows.All,
        .. PaddingRows.All,
        .. ResizingRows.All,
        .. RandomRows.All,
        .. RecurrentRows.All,
        .. AttentionRows.All,
        .. NetworkRows.All,
    ];

    /// <summary>The names of the layers that the rows run, nested ones included.</summary>
    public static IReadOnlySet<string> Layers { get; } = Rows.SelectMany(LayersOf).ToHashSet();

    public static TheoryData<ParityRow> Each() => [.. Rows];

    public static TheoryData<ParityRow, int> AtEveryOpset()
    {
        var data = new TheoryData<ParityRow, int>();
        foreach (var row in Rows)
        {
            for (var opset = Opset.Oldest; opset <= Opset.Newest; opset++)
                data.Add(row, opset);
        }

        return data;
    }

    private static IEnumerable<string> LayersOf(ParityRow row)
    {
        using var layer = row.Make();
        return [.. layer.modules().Append(layer).Select(module => module.GetType().Name.Split('`')[0])];
    }
}
