using Latent.Onnx.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class DenseRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("Linear", () => Linear(7, 5), [7]),
        new("Linear, no bias", () => Linear(7, 5, hasBias: false), [7]),
        new("Linear over a sequence", () => Linear(7, 5), [3, 7]),
        new("Linear over a sequence, no bias", () => Linear(7, 5, hasBias: false), [3, 7]),
        new("Sequential", () => Sequential(Linear(9, 6), ReLU(), Linear(6, 4), Sigmoid()), [9]),
        new("Sequential in Sequential", () => Sequential(Sequential(Linear(9, 6), Tanh()), Sequential(Linear(6, 4))), [9]),
        new("ModuleList and ModuleDict", () => new Branches(7), [7]),
        new("Identity", () => Identity(), [4]),
        new("Dropout", () => Sequential(Linear(5, 5), Dropout(0.5)), [5]),
        new("Dropout1d", () => Dropout1d(), [3, 5]),
        new("Dropout2d", () => Dropout2d(0.9), [3, 5, 2]),
        new("Dropout3d", () => Dropout3d(), [3, 5, 2, 3]),
        new("AlphaDropout", () => AlphaDropout(), [5]),
        new("FeatureAlphaDropout", () => FeatureAlphaDropout(), [3, 5, 2]),
        new("Flatten", () => Sequential(Flatten(), Linear(24, 3)), [2, 3, 4]),
        new("Flatten, middle dimensions", () => Flatten(1, 2), [2, 3, 4]),
        new("Flatten, last dimensions", () => Flatten(2), [2, 3, 4]),
        new("Unflatten", () => Unflatten(1, [2, 3, 4]), [24]),
        new("Unflatten, one part open", () => Unflatten(2, [3, -1]), [2, 12]),
        new("Unflatten, middle dimension", () => Unflatten(1, [3, 2]), [6, 5]),
        new("Bilinear", () => new PairModule(Bilinear(3, 4, 5)), [7]),
        new("Bilinear, no bias", () => new PairModule(Bilinear(3, 4, 5, hasBias: false)), [7]),
        new("Bilinear over a sequence", () => new PairModule(Bilinear(3, 4, 2)), [5, 7]),
        new("CosineSimilarity", () => new PairModule(CosineSimilarity()), [8]),
        new("CosineSimilarity, middle axis", () => new PairModule(CosineSimilarity(1)), [5, 6]),
        new("CosineSimilarity, last axis, epsilon", () => new PairModule(CosineSimilarity(-1, eps: 2.5)), [5, 6]),
        new("PairwiseDistance", () => new PairModule(PairwiseDistance()), [8]),
        new("PairwiseDistance by the absolute, kept", () => new PairModule(PairwiseDistance(1, keepdim: true)), [8]),
        new("PairwiseDistance by the cube, epsilon", () => new PairModule(PairwiseDistance(3, eps: 0.5)), [5, 6]),
        new("EmbeddingBag", () => new BagModule(EmbeddingBag(7, 3)), [4]),
        new("EmbeddingBag that sums", () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum)), [4]),
        new(
            "EmbeddingBag that sums by weight",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum), areWeighted: true),
            [4]),
        new("EmbeddingBag that takes the largest", () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Max)), [4]),
        new("EmbeddingBag with padding", () => new BagModule(EmbeddingBag(7, 3, padding_index: 3)), [2]),
        new(
            "EmbeddingBag with padding that sums",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum, padding_index: 3)),
            [5]),
        new(
            "EmbeddingBag with padding that takes the largest",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Max, padding_index: 3)),
            [2]),
        new("EmbeddingBag of offsets", () => new BagModule(EmbeddingBag(7, 3), kind: BagKind.Offsets), []),
        new(
            "EmbeddingBag of offsets that sums by weight",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum), areWeighted: true, BagKind.Offsets),
            []),
        new(
            "EmbeddingBag of offsets that takes the largest",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Max), kind: BagKind.Offsets),
            []),
        new("EmbeddingBag of offsets with padding", () => new BagModule(EmbeddingBag(7, 3, padding_index: 3), kind: BagKind.Offsets), []),
        new(
            "EmbeddingBag of offsets with padding that takes the largest",
            () => new BagModule(EmbeddingBag(7, 3, mode: EmbeddingBagMode.Max, padding_index: 3), kind: BagKind.Offsets),
            []),
        new(
            "EmbeddingBag of offsets and the end",
            () => new BagModule(EmbeddingBag(7, 3, include_last_offset: true), kind: BagKind.OffsetsAndEnd),
            []),
        new(
            "EmbeddingBag of offsets and the end that sums, with padding",
            () =>
                new BagModule(
                    EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum, include_last_offset: true, padding_index: 2),
                    kind: BagKind.OffsetsAndEnd),
            []),
    ];
}
