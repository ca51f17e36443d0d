using Latent.Onnx.Tests.Modules;

namespace Latent.Onnx.Tests.Rows;

internal static class RecurrentRows
{
    private static readonly RecurrentCase[] Cases =
    [
        new(default),
        new(default) { HasBias = false },
        new(default) { IsBatchFirst = false },
        new(default) { IsBidirectional = true },
        new(default) { Layers = 2 },
        new(default) { Layers = 3 },
        new(default) { Layers = 3, IsBidirectional = true },
        new(default) { Layers = 2, IsBidirectional = true, HasStates = true },
        new(default) { HasStates = true },
        new(default) { HasLengths = true },
        new(default) { HasLengths = true, IsBatchFirst = false, HasStates = true },
        new(default) { HasLengths = true, IsBidirectional = true },
        new(default) { HasLengths = true, IsBidirectional = true, Layers = 2, HasStates = true, HasBias = false, IsBatchFirst = false },
        new(default) { Steps = 1, HasStates = true },
    ];

    public static IReadOnlyList<ParityRow> All { get; } =
    [
        .. Enum.GetValues<RecurrentKind>().SelectMany(kind => Cases.Select(one => one with { Kind = kind })).Select(
            one => new ParityRow(NameOf(one), () => new RecurrentModule(one), [one.Steps, one.Inputs])),
        .. Enum.GetValues<RecurrentKind>().SelectMany(
            kind =>
                new[] { true, false }.SelectMany(hasBias => new[] { true, false }.Select(hasStates => CellRow(kind, hasBias, hasStates)))),
        new("Embedding", () => new TokenEmbedding(3), [4]),
        new("Embedding with padding", () => new TokenEmbedding(3, padding: 0), [4]),
    ];

    private static ParityRow CellRow(RecurrentKind kind, bool hasBias, bool hasStates) => new(
        $"{NameOf(kind)} cell{(hasBias ? "" : ", no bias")}{(hasStates ? ", first states" : "")}", () => new RecurrentCellModule(
            kind, hasBias, hasStates), [RecurrentCellModule.Inputs]);

    private static string NameOf(RecurrentKind kind) => kind switch
    {
        RecurrentKind.Lstm => "LSTM",
        RecurrentKind.Gru => "GRU",
        RecurrentKind.Tanh => "RNN (tanh)",
        _ => "RNN (relu)",
    };

    private static string NameOf(RecurrentCase one)
    {
        (bool Holds, string Name)[] parts =
        [
            (one.Layers > 1, $"{one.Layers} layers"), (one.IsBidirectional, "both directions"),
            (!one.HasBias, "no bias"), (!one.IsBatchFirst, "steps first"),
            (one.HasStates, "first states"), (one.HasLengths, "lengths"), (one.Steps == 1, "a single step"),
        ];
        return string.Join(", ", [NameOf(one.Kind), .. parts.Where(part => part.Holds).Select(part => part.Name)]);
    }
}
