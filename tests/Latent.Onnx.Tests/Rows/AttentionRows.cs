using Latent.Onnx.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class AttentionRows
{
    private static readonly (string Name, Func<Module> Make)[] Layers =
    [
        ("MultiheadAttention", () => MultiheadAttention(AttentionModule.Size, 3)),
        ("MultiheadAttention, one head, no bias", () => MultiheadAttention(AttentionModule.Size, 1, bias: false)),
        (
            "MultiheadAttention, across, keys and values of another size",
            () => MultiheadAttention(AttentionModule.Size, 4, kdim: 7, vdim: 7)),
        ("MultiheadAttention, a learned key", () => Learned(MultiheadAttention(AttentionModule.Size, 3, add_bias_kv: true))),
        ("MultiheadAttention, a zero key", () => MultiheadAttention(AttentionModule.Size, 2, add_zero_attn: true)),
        (
            "MultiheadAttention, across, a learned key and a zero key",
            () =>
                Learned(
                    MultiheadAttention(AttentionModule.Size, 6, bias: false, add_bias_kv: true, add_zero_attn: true, kdim: 7, vdim: 7))),
        ("TransformerEncoderLayer", () => TransformerEncoderLayer(AttentionModule.Size, 3, 20)),
        ("TransformerEncoderLayer, GELU", () => TransformerEncoderLayer(AttentionModule.Size, 4, 20, activation: Activations.GELU)),
        (
            "TransformerEncoder",
            () => TransformerEncoder(TransformerEncoderLayer(AttentionModule.Size, 2, 16, activation: Activations.GELU), 2)),
        ("TransformerDecoderLayer", () => TransformerDecoderLayer(AttentionModule.Size, 3, 20)),
        ("Transformer", () => Transformer(AttentionModule.Size, 4, 2, 3, 16)),
        ("Transformer, GELU", () => Transformer(AttentionModule.Size, 3, 3, 1, 20, activation: Activations.GELU)),
        ("TransformerDecoder", () => TransformerDecoder(TransformerDecoderLayer(AttentionModule.Size, 6, 16), 3)),
    ];

    public static IReadOnlyList<ParityRow> All { get; } =
        [
            .. Layers.SelectMany(layer => new[] { (false, false), (true, false), (false, true), (true, true) }
                .Select(masks => Row(layer, masks))),
        ];

    private static ParityRow Row((string Name, Func<Module> Make) layer, (bool Mask, bool Padding) masks) => new(
        $"{layer.Name}{(masks.Mask ? ", mask" : "")}{(masks.Padding ? ", padding" : "")}",
        () => new AttentionModule(layer.Make(), masks.Mask, masks.Padding),
        [AttentionModule.Steps, AttentionModule.Size]);

    // As large as the given ones, so that a step that missed it would be noticed.
    private static MultiheadAttention Learned(MultiheadAttention layer)
    {
        using var frozen = no_grad();
        foreach (var (_, tensor) in layer.state_dict().Where(entry => entry.Key.StartsWith("bias_", StringComparison.Ordinal)))
            tensor.copy_(randn(tensor.shape));
        return layer;
    }
}
