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
        new("ReLU", () => ReLU(), [11]),
        new("LeakyReLU", () => LeakyReLU(0.2), [11]),
        new("ELU", () => ELU(0.7), [11]),
        new("SELU", () => SELU(), [11]),
        new("SiLU", () => SiLU(), [11]),
        new("Sigmoid", () => Sigmoid(), [11]),
        new("Tanh", () => Tanh(), [11]),
        new("Softmax, last axis", () => Softmax(1), [11]),
        new("Softmax, middle axis", () => Softmax(1), [4, 5]),
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
