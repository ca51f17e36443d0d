using Latent.Onnx.Tests.Rows;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Every supported layer, in the configurations that are proven. "Supported" means: has a row here.</summary>
public static class ParityTable
{
    public static IReadOnlyList<ParityRow> Rows { get; } =
    [
        new("Linear", () => Linear(7, 5), [7]),
        new("Linear, no bias", () => Linear(7, 5, hasBias: false), [7]),
        new("Linear over a sequence", () => Linear(7, 5), [3, 7]),
        new("Linear over a sequence, no bias", () => Linear(7, 5, hasBias: false), [3, 7]),
        new("Sequential", () => Sequential(Linear(9, 6), ReLU(), Linear(6, 4), Sigmoid()), [9]),
        new("Sequential in Sequential", () => Sequential(Sequential(Linear(9, 6), Tanh()), Sequential(Linear(6, 4))), [9]),
        new("Identity", () => Identity(), [4]),
        new("Dropout", () => Sequential(Linear(5, 5), Dropout(0.5)), [5]),
        new("Flatten", () => Sequential(Flatten(), Linear(24, 3)), [2, 3, 4]),
        new("Flatten, middle dimensions", () => Flatten(1, 2), [2, 3, 4]),
        new("Unflatten", () => Unflatten(1, [2, 3, 4]), [24]),
        new("Unflatten, one part open", () => Unflatten(-1, [3, -1]), [2, 12]),
        new("Unflatten, middle dimension", () => Unflatten(1, [3, 2]), [6, 5]),
        .. ActivationRows.All,
        .. ConvolutionRows.All,
        .. NormalizationRows.All,
        .. PoolingRows.All,
        .. RecurrentRows.All,
        .. AttentionRows.All,
        .. NetworkRows.All,
    ];

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
}
