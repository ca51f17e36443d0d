using Latent.Onnx.Tests.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class AttentionRows
{
    private static readonly (string Name, Func<Module> Make)[] Layers =
    [
        ("MultiheadAttention", () => MultiheadAttention(AttentionModule.Size, 3)),
        ("MultiheadAttention, one head, no bias", () => MultiheadAttention(AttentionModule.Size, 1, bias: false)),
        ("MultiheadAttention, across, keys and values of other sizes", () => MultiheadAttention(AttentionModule.Size, 4, kdim: 7, vdim: 5)),
        ("TransformerEncoderLayer", () => TransformerEncoderLayer(AttentionModule.Size, 3, 20)),
        ("TransformerEncoderLayer, GELU", () => TransformerEncoderLayer(AttentionModule.Size, 4, 20, activation: Activations.GELU)),
        ("TransformerEncoder", () => TransformerEncoder(TransformerEncoderLayer(AttentionModule.Size, 2, 16, activation: Activations.GELU), 2)),
        ("TransformerDecoderLayer", () => TransformerDecoderLayer(AttentionModule.Size, 3, 20)),
        ("TransformerDecoder", () => TransformerDecoder(TransformerDecoderLayer(AttentionModule.Size, 6, 16), 3)),
    ];

    public static IReadOnlyList<ParityRow> All { get; } =
        [.. Layers.SelectMany(layer => new[] { (false, false), (true, false), (false, true), (true, true) }.Select(masks => Row(layer, masks)))];

    private static ParityRow Row((string Name, Func<Module> Make) layer, (bool Mask, bool Padding) masks) => new(
        $"{layer.Name}{(masks.Mask ? ", mask" : "")}{(masks.Padding ? ", padding" : "")}",
        () => new AttentionModule(layer.Make(), masks.Mask, masks.Padding),
        [AttentionModule.Steps, AttentionModule.Size]);
}
