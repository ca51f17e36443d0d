using Latent.Onnx.Tests.Modules;

namespace Latent.Onnx.Tests.Rows;

internal static class RecurrentRows
{
    private static readonly RecurrentCase[] Cases =
    [
        new(false),
        new(false) { HasBias = false },
        new(false) { IsBatchFirst = false },
        new(false) { IsBidirectional = true },
        new(false) { Layers = 2 },
        new(false) { Layers = 3, IsBidirectional = true },
        new(false) { HasStates = true },
        new(false) { HasLengths = true },
        new(false) { HasLengths = true, IsBatchFirst = false, HasStates = true },
        new(false) { HasLengths = true, IsBidirectional = true },
        new(false) { HasLengths = true, IsBidirectional = true, Layers = 2, HasStates = true, HasBias = false, IsBatchFirst = false },
        new(false) { Steps = 1, HasStates = true },
    ];

    public static IReadOnlyList<ParityRow> All { get; } =
    [
        .. Cases.Concat(Cases.Select(one => one with { IsGru = true })).Select(one => new ParityRow(NameOf(one), () => new RecurrentModule(one), [one.Steps, one.Inputs])),
        new("Embedding", () => new TokenEmbedding(3), [4]),
        new("Embedding with padding", () => new TokenEmbedding(3, padding: 0), [4]),
    ];

    private static string NameOf(RecurrentCase one)
    {
        (bool Holds, string Name)[] parts =
        [
            (one.Layers > 1, $"{one.Layers} layers"), (one.IsBidirectional, "both directions"), (!one.HasBias, "no bias"), (!one.IsBatchFirst, "steps first"),
            (one.HasStates, "first states"), (one.HasLengths, "lengths"), (one.Steps == 1, "a single step"),
        ];
        return string.Join(", ", [one.IsGru ? "GRU" : "LSTM", .. parts.Where(part => part.Holds).Select(part => part.Name)]);
    }
}
